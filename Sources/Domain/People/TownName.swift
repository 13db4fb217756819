/// A town's name as it is compared: small letters, umlauts and their spellings alike, without "Stadt" and "Gemeinde".
struct TownName: Sendable, Hashable {
    let words: [String]
    let joined: String

    init(_ typed: String) {
        let all = typed.plainLetters.split(separator: " ").map(String.init)
        let own = all.filter { !Self.titles.contains($0) }
        words = own.isEmpty ? all : own
        joined = words.joined()
    }

    /// The names a town answers to: the whole one, the short one, and without "Bad".
    static func all(of town: Town) -> [TownName] {
        let short = TownName(town.shortName)
        let names = [TownName(town.name), short]
        guard short.words.first == "bad" else { return names }
        return names + [TownName(short.words.dropFirst().joined(separator: " "))]
    }

    /// Not "Kreis": the district of Soest is not the town of Soest.
    private static let titles: Set<String> = [
        "stadt", "gemeinde", "kreisstadt", "hansestadt", "kurstadt", "universitatsstadt", "hochschulstadt",
        "stadtverwaltung", "gemeindeverwaltung", "rathaus", "der", "die",
    ]
}
