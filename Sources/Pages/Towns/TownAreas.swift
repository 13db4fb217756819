public import Domain

/// The outlines of towns and districts, by their official keys.
public struct TownAreas: Sendable, Hashable {
    /// Corners of a ring; the last one leads back to the first.
    public typealias Ring = [Corner]

    let rings: [String: [Ring]]

    /// No outlines: a map then has seats only.
    public static let none = TownAreas(rings: [:])

    /// Longitude and latitude in ten-thousandths of a degree.
    public struct Corner: Sendable, Hashable {
        public let longitude: Int
        public let latitude: Int
    }

    /// Reads lines of `KEY LONGITUDE LATITUDE dx dy dx dy …`, as `bin/make-towns` writes them.
    public init(text: String) throws(Refused) {
        var rings: [String: [Ring]] = [:]
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let words = line.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int($0) }
            guard let key = words.first, numbers.count == words.count - 1, numbers.count >= 6,
                numbers.count.isMultiple(of: 2)
            else { throw .notAnOutline(line: index + 1) }
            rings[String(key), default: []].append(Self.ring(numbers))
        }
        self.init(rings: rings)
    }

    /// Why a file has no outlines.
    public enum Refused: Refusal {
        case notAnOutline(line: Int)

        public var kind: RefusalKind { .invalid }
    }

    public subscript(town: TownKey) -> [Ring] { rings[town.text] ?? [] }

    public subscript(district: DistrictKey) -> [Ring] { rings[district.text] ?? [] }

    private init(rings: [String: [Ring]]) {
        self.rings = rings
    }

    private static func ring(_ numbers: [Int]) -> Ring {
        var ring: Ring = []
        var longitude = 0
        var latitude = 0
        for index in stride(from: 0, to: numbers.count, by: 2) {
            longitude += numbers[index]
            latitude += numbers[index + 1]
            ring.append(Corner(longitude: longitude, latitude: latitude))
        }
        return ring
    }
}
