import Assets
import Domain
import Testing

@testable import Pages

/// The 59 towns and their outlines, as they are part of the program.
enum Region {
    static func directory() throws -> TownDirectory {
        try TownDirectory(csv: #require(Assets().text("towns/suedwestfalen.csv")))
    }

    static func map() throws -> ArrivalMap {
        try ArrivalMap(
            directory(), areas: TownAreas(text: #require(Assets().text("towns/suedwestfalen-areas.txt"))))
    }
}

@Suite struct `The arrival map` {
    @Test func `gives every town one seat and keeps one free at the bottom`() throws {
        let map = try Region.map()

        #expect(map.seats.count == 60)
        #expect(Set(map.seats.compactMap(\.town)) == Set(try Region.directory().towns.map(\.id)))
        #expect(map.seats.filter { $0.town == nil }.map(\.angle) == [90])
    }

    @Test func `seats everybody the same way each time`() throws {
        #expect(try Region.map() == Region.map())
    }

    @Test func `sits on a ring around the land`() throws {
        let map = try Region.map()

        for seat in map.seats {
            #expect(abs(seat.spot.distance(to: .centre) - 0.5) < 0.000_001)
            #expect(seat.town == nil || seat.home.distance(to: .centre) < 0.45)
        }
    }

    @Test func `never crosses two ways from seat to town`() throws {
        let seats = try Region.map().seats.filter { $0.town != nil }

        var crossings: [String] = []
        for (index, first) in seats.enumerated() {
            for second in seats[(index + 1)...] where crosses(first, second) {
                crossings.append("\(String(describing: first.town)) \(String(describing: second.town))")
            }
        }
        #expect(crossings == [])
    }

    @Test func `puts the north at the top and keeps a kilometre as long each way`() throws {
        let map = try Region.map()
        let homes = Dictionary(uniqueKeysWithValues: map.townAreas.map { ($0.id.text, $0.home) })
        let lippstadt = try #require(homes["05974028"])
        let burbach = try #require(homes["05970008"])
        let halver = try #require(homes["05962012"])
        let marsberg = try #require(homes["05958024"])

        #expect(lippstadt.y < burbach.y)
        #expect(halver.x < marsberg.x)
        // 104 km from Lippstadt to Burbach and 100 km from Halver to Marsberg, on the ground.
        let ratio = lippstadt.distance(to: burbach) / halver.distance(to: marsberg)
        #expect(abs(ratio - 1.04) < 0.04)
    }

    @Test func `draws an outline for each town and district`() throws {
        let map = try Region.map()

        #expect(
            map.townAreas.count { $0.outline.path.hasPrefix("M") && $0.outline.path.hasSuffix("z") } == 59)
        #expect(
            map.districtAreas.count { $0.outline.path.hasPrefix("M") && $0.outline.path.hasSuffix("z") } == 5)
    }

    @Test func `counts the towns of each district`() throws {
        let map = try Region.map()

        let rows = map.districtSeats(
            taken: ["05974040", "05974028", "05966024"].reduce(into: []) {
                if let key = TownKey($1) { $0.insert(key) }
            })

        #expect(
            rows.map(\.district.name) == [
                "Hochsauerlandkreis", "Kreis Olpe", "Kreis Soest", "Märkischer Kreis", "Siegen-Wittgenstein",
            ])
        #expect(rows.map(\.taken) == [0, 1, 2, 0, 0])
        #expect(rows.map(\.places) == [12, 7, 14, 15, 11])
    }

    @Test func `has seats for 64 towns and shows districts only with one more`() {
        let many = (0..<65).map(town)

        #expect(ArrivalMap(TownDirectory(Array(many.prefix(64))), areas: .none).seats.count == 65)
        #expect(ArrivalMap(TownDirectory(many), areas: .none).seats == [])
    }

    @Test func `is empty without towns`() {
        let map = ArrivalMap(.empty, areas: .none)

        #expect(map.seats == [])
        #expect(map.districts == [])
    }

    private func town(_ index: Int) -> Domain.Town {
        Domain.Town(
            id: TownKey(number: 10_000_000 + index), name: "Ort \(index)", shortName: "Ort \(index)",
            kind: .community, district: "Kreis \(index % 6)",
            districtKey: DistrictKey(number: 10_000 + index % 6),
            inhabitantCount: 10_000, latitude: 51 + Double(index % 8) / 10,
            longitude: 8 + Double(index / 8) / 10)
    }

    /// Whether the straight ways of two seats have a point in common.
    private func crosses(_ first: ArrivalMap.Seat, _ second: ArrivalMap.Seat) -> Bool {
        func side(_ from: Spot, _ to: Spot, _ point: Spot) -> Double {
            (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
        }
        return side(first.spot, first.home, second.spot) * side(first.spot, first.home, second.home) < 0
            && side(second.spot, second.home, first.spot) * side(second.spot, second.home, first.home) < 0
    }
}

@Suite struct `Outlines of towns` {
    @Test func `are read as a first corner and the ways to the next`() throws {
        let areas = try TownAreas(text: "05958004 80000 510000 10 0 0 -10\n05958 1 2 3 4 5 6\n")

        let town = try #require(TownKey("05958004"))
        #expect(
            areas[town] == [
                [
                    .init(longitude: 80_000, latitude: 510_000), .init(longitude: 80_010, latitude: 510_000),
                    .init(longitude: 80_010, latitude: 509_990),
                ]
            ])
    }

    @Test(arguments: ["05958004", "05958004 1 2 3 4", "05958004 1 2 3 4 5", "05958004 1 2 3 4 5 x"])
    func `are refused when a line is none`(line: String) {
        #expect(throws: TownAreas.Refused.notAnOutline(line: 1)) { try TownAreas(text: line) }
    }
}

@Suite struct `Seating guests` {
    @Test func `finds the cheapest way for all together`() {
        // Guest 0 would take seat 0, but then guest 1 pays 9: together 1 + 9 is more than 2 + 2.
        #expect(SeatAssignment.cheapest([[1, 2, 8], [2, 9, 9]]) == [1, 0])
    }

    @Test func `never costs more than any other order`() {
        var dice: UInt64 = 7
        func draw() -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(dice >> 33) % 100
        }
        for _ in 0..<50 {
            let costs = (0..<5).map { _ in (0..<6).map { _ in draw() } }
            let chosen = SeatAssignment.cheapest(costs)
            #expect(Set(chosen).count == 5)
            #expect(total(costs, chosen) == best(costs, 0, []))
        }
    }

    private func total(_ costs: [[Int]], _ seats: [Int]) -> Int {
        zip(costs, seats).map { $0[$1] }.reduce(0, +)
    }

    private func best(_ costs: [[Int]], _ guest: Int, _ used: Set<Int>) -> Int {
        guard guest < costs.count else { return 0 }
        return costs[guest].indices.filter { !used.contains($0) }.map {
            costs[guest][$0] + best(costs, guest + 1, used.union([$0]))
        }.min() ?? 0
    }
}
