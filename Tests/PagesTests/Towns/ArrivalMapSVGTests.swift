import Domain
import Testing

@testable import Pages

@Suite struct `The arrival map's drawing` {
    private func svg(taken: [String] = [], newest: [String] = [], alternative: String = "Niemand ist da.")
        throws
        -> String
    {
        let keys = { (texts: [String]) in texts.compactMap { TownKey($0) } }
        return ArrivalMapSVG(
            try Region.map(), taken: Set(keys(taken)), newest: keys(newest), keptSeat: "dein Platz",
            alternative: alternative
        ).markup.html
    }

    private func count(_ part: String, in text: String) -> Int { text.ranges(of: part).count }

    @Test func `shows 59 free seats and the one that is kept when nobody is there`() throws {
        let svg = try svg()

        #expect(count(#"<g class="town-seat" data-town="#, in: svg) == 59)
        #expect(count(#"<g class="town-seat kept">"#, in: svg) == 1)
        #expect(count(#"<path class="town-area" data-town="#, in: svg) == 59)
        #expect(count(#"<path class="district-border""#, in: svg) == 5)
        #expect(count("thread", in: svg) == 0)
        #expect(svg.contains(">dein Platz</tspan>"))
    }

    @Test func `fills the seats and areas of those who are there`() throws {
        let svg = try svg(taken: ["05974040", "05966024"])

        #expect(count(#"<g class="town-seat here" data-town="05974040">"#, in: svg) == 1)
        #expect(count(#"<path class="town-area here" data-town="05966024""#, in: svg) == 1)
        #expect(count(" here\"", in: svg) == 4)
        #expect(count(" new\"", in: svg) == 0)
    }

    @Test func `shows the newest three large, each with its thread`() throws {
        let taken = ["05974040", "05966024", "05962024", "05958004"]

        let svg = try svg(taken: taken, newest: taken)

        #expect(count(#"<path class="thread""#, in: svg) == 3)
        #expect(count(" here new\"", in: svg) == 6)
        #expect(count(#"font-size="35""#, in: svg) == 3)
        #expect(svg.contains(#"<g class="town-seat here" data-town="05958004">"#))
    }

    @Test func `has no thread to a town that is not there any more`() throws {
        #expect(count("thread", in: try svg(taken: [], newest: ["05974040"])) == 0)
    }

    @Test func `breaks the longest name in two when it is large`() throws {
        let svg = try svg(taken: ["05962044"], newest: ["05962044"])

        #expect(svg.contains(">Nachrodt-</tspan>"))
        #expect(svg.contains(">Wiblingwerde</tspan>"))
    }

    @Test func `says in words what it shows, and carries no style of its own`() throws {
        let svg = try svg(alternative: #"31 von 59 <Kommunen> & "Gäste""#)

        #expect(
            svg.hasPrefix(
                #"<svg class="town-map" viewBox="-590 -540 1180 1080" role="img" aria-label="31 von 59 &lt;Kommunen&gt; &amp; &quot;Gäste&quot;">"#
            ))
        #expect(!svg.contains("style="))
        #expect(!svg.contains("fill="))
    }

    @Test func `is small enough to be sent again when somebody comes`() throws {
        let all = try Region.directory().towns.map(\.id.text)

        #expect(try svg(taken: all, newest: all).utf8.count < 32_000)
    }

    @Test func `counts districts instead of towns when there are too many`() {
        let many = (0..<70).map(town)
        let map = ArrivalMap(TownDirectory(many), areas: .none)

        let svg = ArrivalMapSVG(
            map, taken: [many[0].id, many[2].id], newest: [many[0].id], keptSeat: "x", alternative: "y"
        ).markup.html

        #expect(svg.contains(">2/35</text>"))
        #expect(svg.contains(">0/35</text>"))
        #expect(!svg.contains("town-seat"))
        #expect(!svg.contains("thread"))
    }

    private func town(_ index: Int) -> Domain.Town {
        let district = index % 2
        return Domain.Town(
            id: TownKey(number: 10_000_000 + index), name: "Ort \(index)", shortName: "Ort", kind: .community,
            district: "Kreis \(district)", districtKey: DistrictKey(number: 10_000 + district),
            inhabitantCount: 1, latitude: Double(51 + index % 7), longitude: Double(8 + index / 7))
    }
}
