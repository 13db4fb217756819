/// The official municipality key (AGS), eight digits.
public typealias TownKey = Identifier<Town>

/// A municipality of the directory.
public struct Town: Sendable, Hashable, Identifiable {
    public let id: TownKey
    /// `Sundern (Sauerland)`, as the official register has it, without "Stadt".
    public let name: String
    /// `Sundern`, for where many names stand side by side.
    public let shortName: String
    public let kind: Kind
    public let district: String
    /// The district's official key, five digits.
    public let districtKey: DistrictKey
    public let inhabitantCount: Int
    public let latitude: Double
    public let longitude: Double

    public init(
        id: TownKey, name: String, shortName: String, kind: Kind, district: String,
        districtKey: DistrictKey, inhabitantCount: Int, latitude: Double, longitude: Double
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.district = district
        self.districtKey = districtKey
        self.inhabitantCount = inhabitantCount
        self.latitude = latitude
        self.longitude = longitude
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case town = "Stadt"
        case community = "Gemeinde"
    }
}

/// Several towns under one administration.
public struct District: Sendable, Hashable, Identifiable {
    public typealias ID = DistrictKey

    public let id: ID
    public let name: String
    /// In the order of the directory.
    public let towns: [TownKey]
}

public typealias DistrictKey = Identifier<District>
