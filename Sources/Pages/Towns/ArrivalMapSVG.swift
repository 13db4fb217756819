public import Domain

/// The arrival map as it stands on the projector: who is there, who came last, which seat is free.
///
/// It carries classes and geometry only; colours and the moment a thread takes to draw are in `town-map.css`.
public struct ArrivalMapSVG: Sendable {
    public let map: ArrivalMap
    public let taken: Set<TownKey>
    /// The last one first; three of them are shown large.
    public let newest: [TownKey]
    /// What the free seat is called: "dein Platz".
    public let keptSeat: String
    /// What the picture says, in a sentence.
    public let alternative: String

    static let newestCountMax = 3

    public init(
        _ map: ArrivalMap, taken: Set<TownKey>, newest: [TownKey], keptSeat: String, alternative: String
    ) {
        self.map = map
        self.taken = taken
        self.newest = Array(newest.filter { taken.contains($0) }.prefix(Self.newestCountMax))
        self.keptSeat = keptSeat
        self.alternative = alternative
    }

    public var markup: Markup {
        let ring = map.seats.isEmpty ? districtLabels : threads + seats
        let box = "\(0 - Self.halfWidth) \(0 - Self.halfHeight) \(2 * Self.halfWidth) \(2 * Self.halfHeight)"
        return Markup(
            trusted:
                #"<svg class="town-map" viewBox="\#(box)" role="img" aria-label="\#(alternative.escapedForHTML)">\#(land)\#(ring)</svg>"#
        )
    }

    // In pixels of a projector's 1080 lines.
    private static let radius = 340.0
    private static let halfWidth = 590
    private static let halfHeight = 540
    private static let dot = 12.0
    private static let labelGap = 26.0
    private static let labelSize = 25.0
    private static let labelSizeMin = 16.0

    /// Thousandths of the map's square become pixels.
    private var land: String {
        let scale = (2 * Self.radius / 1000).plain
        let towns = map.seats.isEmpty ? "" : map.townAreas.map(area).joined()
        let districts = map.districtAreas.map(area).joined()
        return
            #"<g transform="translate(-\#(Self.radius.plain) -\#(Self.radius.plain)) scale(\#(scale))">\#(towns)\#(districts)</g>"#
    }

    private func area(_ area: ArrivalMap.Area<Domain.Town>) -> String {
        guard !area.outline.path.isEmpty else { return "" }
        return
            #"<path class="town-area\#(state(of: area.id))" data-town="\#(area.id)" d="\#(area.outline.path)"/>"#
    }

    /// Only a border over the towns, unless there are too many towns to show.
    private func area(_ area: ArrivalMap.Area<District>) -> String {
        guard !area.outline.path.isEmpty else { return "" }
        let isThere = map.seats.isEmpty && seats(of: area.id).taken > 0
        let style = map.seats.isEmpty ? "town-area\(isThere ? " here" : "")" : "district-border"
        return #"<path class="\#(style)" d="\#(area.outline.path)"/>"#
    }

    private func state(of town: TownKey) -> String {
        if newest.contains(town) { return " here new" }
        return taken.contains(town) ? " here" : ""
    }
}

extension ArrivalMapSVG {
    /// Below the seats, from each newcomer's seat to where they come from.
    private var threads: String {
        map.seats.map { seat in
            guard let town = seat.town, newest.contains(town) else { return "" }
            let (from, to) = (pixel(seat.spot), pixel(seat.home))
            let way = "M\(from.x.plain) \(from.y.plain)L\(to.x.plain) \(to.y.plain)"
            return #"<path class="thread" data-town="\#(town)" d="\#(way)" pathLength="1" stroke-width="3"/>"#
        }.joined()
    }

    private var seats: String { map.seats.map(group).joined() }

    private func group(_ seat: ArrivalMap.Seat) -> String {
        let centre = pixel(seat.spot)
        let at = #"cx="\#(centre.x.plain)" cy="\#(centre.y.plain)""#
        guard let town = seat.town else {
            let circle = #"<circle \#(at) r="\#((Self.dot - 1).plain)" stroke-width="5"/>"#
            let text = label(keptSeat, seat, size: 27, isBold: true)
            return #"<g class="town-seat kept">\#(circle)\#(text)</g>"#
        }

        let isThere = taken.contains(town)
        let isNew = newest.contains(town)
        let circle =
            isThere
            ? #"<circle \#(at) r="\#(Self.dot.plain)"/>"#
            : #"<circle \#(at) r="\#((Self.dot - 2).plain)" stroke-width="2.5"/>"#
        let name = map.townNames[town] ?? town.text
        let text = label(name, seat, size: isNew ? 35 : Self.labelSize, isBold: isThere)
        return #"<g class="town-seat\#(state(of: town))" data-town="\#(town)">\#(circle)\#(text)</g>"#
    }

    /// Reads away from the ring, never upside down. Before it would leave the picture a large one breaks in two,
    /// and any other gets smaller.
    private func label(_ text: String, _ seat: ArrivalMap.Seat, size: Double, isBold: Bool) -> String {
        let centre = pixel(seat.spot)
        let out = (x: centre.x / Self.radius, y: centre.y / Self.radius)
        let start = Self.radius + Self.labelGap
        let room = Self.room(towards: out) - start
        let isLarge = size > Self.labelSize
        let fits = Self.fitting([text], size, room, isBold) == size
        let lines = isLarge && !fits ? Self.lines(of: text) : [text]
        let sizeMax = lines.count > 1 ? Self.labelSize + 2 : size
        let isLeft = out.x < -0.001
        let turn = isLeft ? seat.angle + 180 : seat.angle
        let at = #"\#((out.x * start).plain) \#((out.y * start).plain)"#
        return
            #"<text transform="translate(\#(at)) rotate(\#(turn.plain))" font-size="\#(Self.fitting(lines, sizeMax, room, isBold).plain)" text-anchor="\#(isLeft ? "end" : "start")">\#(Self.spans(lines))</text>"#
    }

    private static func spans(_ lines: [String]) -> String {
        guard lines.count > 1 else { return #"<tspan dy=".36em">\#(lines.joined().escapedForHTML)</tspan>"# }
        return zip(lines, ["-.16em", "1.04em"]).map { line, down in
            #"<tspan x="0" dy="\#(down)">\#(line.escapedForHTML)</tspan>"#
        }.joined()
    }

    /// Two lines as alike as can be; one when there is nowhere to break.
    private static func lines(of text: String) -> [String] {
        let breaks = text.indices.filter { text[$0] == "-" || text[$0] == " " }.map { text.index(after: $0) }
        func longer(_ place: String.Index) -> Int { max(text[..<place].count, text[place...].count) }
        guard let place = breaks.min(by: { longer($0) < longer($1) }) else { return [text] }
        return [String(text[..<place]), String(text[place...])]
    }

    /// An average letter of Inter is 0.55 em wide, a bold one 0.585.
    private static func fitting(_ lines: [String], _ size: Double, _ room: Double, _ isBold: Bool) -> Double {
        let length = Double(lines.map(\.count).max() ?? 0) * (isBold ? 0.585 : 0.55)
        return max(labelSizeMin, min(size, room / max(length, 1)))
    }

    /// How far it is from the middle to the edge of the picture.
    private static func room(towards out: (x: Double, y: Double)) -> Double {
        let across = abs(out.x) < 0.001 ? .infinity : Double(halfWidth) / abs(out.x)
        let along = abs(out.y) < 0.001 ? .infinity : Double(halfHeight) / abs(out.y)
        return min(across, along) - 14
    }

    private func pixel(_ spot: Spot) -> (x: Double, y: Double) {
        ((spot.x - 0.5) * 2 * Self.radius, (spot.y - 0.5) * 2 * Self.radius)
    }
}

extension ArrivalMapSVG {
    /// With too many towns for a ring: how many of each district are there, written on the district.
    private var districtLabels: String {
        map.districtAreas.map { area in
            let at = pixel(area.home)
            let (taken, places) = seats(of: area.id)
            return
                #"<text class="district-count" x="\#(at.x.plain)" y="\#(at.y.plain)" font-size="35" text-anchor="middle" dy=".36em">\#(taken)/\#(places)</text>"#
        }.joined()
    }

    private func seats(of district: DistrictKey) -> (taken: Int, places: Int) {
        guard let own = map.districts.first(where: { $0.id == district }) else { return (0, 0) }
        return (own.towns.count { taken.contains($0) }, own.towns.count)
    }
}
