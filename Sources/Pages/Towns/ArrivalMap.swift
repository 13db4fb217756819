public import Domain
import Foundation

/// Where everybody sits when a region arrives: its map, a ring of seats around it, each town near its place.
///
/// Made once from the directory and always the same for the same towns.
public struct ArrivalMap: Sendable, Hashable {
    /// From the top, clockwise: one for each town and one that is kept for whoever comes next. Empty with more towns
    /// than a ring can hold: then only districts are shown.
    public let seats: [Seat]
    public let townAreas: [Area<Domain.Town>]
    public let districtAreas: [Area<District>]
    public let districts: [District]
    let townNames: [TownKey: String]

    /// More would not be told apart from ten metres.
    public static let townCountMax = 64

    /// A place at the ring.
    public struct Seat: Sendable, Hashable {
        /// Nil: kept free.
        public let town: TownKey?
        /// On the ring.
        public let spot: Spot
        /// Where the town lies on the map.
        public let home: Spot
        /// Degrees, clockwise from the right.
        public let angle: Double
    }

    /// A part of the map with its outline in the map's square.
    public struct Area<Of>: Sendable, Hashable {
        public let id: Identifier<Of>
        public let outline: Outline
        /// Where something about it may be written or begin.
        public let home: Spot
    }

    public init(_ directory: TownDirectory, areas: TownAreas) {
        let towns = directory.towns
        let corners =
            towns.flatMap { areas[$0.id].joined() } + directory.districts.flatMap { areas[$0.id].joined() }
        let degrees =
            corners.map { (Double($0.longitude) / 10_000, Double($0.latitude) / 10_000) }
            + towns.map { ($0.longitude, $0.latitude) }
        let projection = LocalProjection(around: degrees, radius: Self.landRadius)
        let homes = towns.map { projection.spot(longitude: $0.longitude, latitude: $0.latitude) }

        townNames = Dictionary(towns.map { ($0.id, $0.shortName) }) { first, _ in first }
        districts = directory.districts
        townAreas = zip(towns, homes).map { town, home in
            Area(id: town.id, outline: Outline(areas[town.id], projection), home: home)
        }
        districtAreas = directory.districts.map { district in
            let own = Set(district.towns)
            let members = zip(towns, homes).filter { own.contains($0.0.id) }.map(\.1)
            return Area(
                id: district.id, outline: Outline(areas[district.id], projection),
                home: Self.middle(of: members))
        }
        seats = towns.count > Self.townCountMax || towns.isEmpty ? [] : Self.seats(towns, homes)
    }

    /// The ring's own radius is half of the square; the land stays clear of the seats.
    private static let landRadius = 0.445

    /// Every town on the seat that makes all ways together the shortest; the seat at the bottom is kept.
    private static func seats(_ towns: [Domain.Town], _ homes: [Spot]) -> [Seat] {
        let count = towns.count + 1
        let kept = count / 2
        let places = (0..<count).map { place(at: $0, of: count) }
        let open = places.indices.filter { $0 != kept }
        let costs = homes.map { home in
            open.map { Int((home.distance(to: places[$0].spot) * 1_000_000).rounded()) }
        }
        let chosen = SeatAssignment.cheapest(costs)
        var guests: [Int: Int] = [:]
        for (guest, seat) in chosen.enumerated() { guests[open[seat]] = guest }
        return places.enumerated().map { index, place in
            let guest = guests[index]
            return Seat(
                town: guest.map { towns[$0].id }, spot: place.spot,
                home: guest.map { homes[$0] } ?? place.spot, angle: place.angle)
        }
    }

    private static func place(at index: Int, of count: Int) -> (spot: Spot, angle: Double) {
        let angle = Double(index) * 360 / Double(count) - 90
        let turn = angle * .pi / 180
        return (Spot(x: 0.5 + 0.5 * cos(turn), y: 0.5 + 0.5 * sin(turn)), angle)
    }

    private static func middle(of spots: [Spot]) -> Spot {
        guard !spots.isEmpty else { return .centre }
        let count = Double(spots.count)
        return Spot(x: spots.map(\.x).reduce(0, +) / count, y: spots.map(\.y).reduce(0, +) / count)
    }
}

/// The outline of an area as an SVG path in thousandths of the map's square.
public struct Outline: Sendable, Hashable {
    public let path: String

    /// Each corner is rounded by itself before the way to it is written, so that borders of neighbours stay one.
    init(_ rings: [TownAreas.Ring], _ projection: LocalProjection) {
        path = rings.map { ring in
            let corners = ring.map { corner in
                let spot = projection.spot(corner)
                return (x: Int((spot.x * 1000).rounded()), y: Int((spot.y * 1000).rounded()))
            }
            guard let first = corners.first else { return "" }
            var path = "M\(first.x) \(first.y)l"
            for (from, to) in zip(corners, corners.dropFirst()) where from != to {
                path += "\(to.x - from.x) \(to.y - from.y) "
            }
            return path.dropLast() + "z"
        }.joined()
    }
}

extension ArrivalMap {
    /// How many of a district's towns are there.
    public struct DistrictSeats: Sendable, Hashable {
        public let district: District
        public let taken: Int

        public var places: Int { district.towns.count }
    }

    /// The rows beside the map, in the order of the districts' names.
    public func districtSeats(taken: Set<TownKey>) -> [DistrictSeats] {
        districts.map { district in
            DistrictSeats(district: district, taken: district.towns.count { taken.contains($0) })
        }
    }
}
