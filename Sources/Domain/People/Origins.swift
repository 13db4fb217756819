/// How many people came from which town: a number, and nobody's name.
public struct Origins: Sendable, Hashable, Codable {
    /// By the official key.
    public let towns: [TownCount]
    /// Who named something else than a town of the directory.
    public let elsewhere: Int

    public init(towns: [TownCount], elsewhere: Int) {
        self.towns = towns
        self.elsewhere = elsewhere
    }

    public struct TownCount: Sendable, Hashable, Codable {
        public let town: TownKey
        public let count: Int

        public init(town: TownKey, count: Int) {
            self.town = town
            self.count = count
        }
    }

    /// Of what people told about themselves, as far as it can be read.
    public init(of profiles: some Sequence<Profile>) {
        var counts: [TownKey: Int] = [:]
        var elsewhere = 0
        for profile in profiles {
            switch profile.organisation {
            case .town(let key): counts[key, default: 0] += 1
            case .other: elsewhere += 1
            case nil: break
            }
        }
        towns = counts.map { TownCount(town: $0.key, count: $0.value) }.sorted { $0.town < $1.town }
        self.elsewhere = elsewhere
    }
}

extension Gathering {
    /// Keeps from where people came, once, before their names are forgotten.
    public func countOrigins(_ origins: Origins) -> [Change] {
        attendees.origins == nil ? [.people(change: .originsCounted(origins: origins))] : []
    }
}
