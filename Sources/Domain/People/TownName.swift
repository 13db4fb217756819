/// A town's name as it is compared: small letters, umlauts and their spellings alike, without "Stadt" and "Gemeinde".
struct TownName: Sendable, Hashable {
    let words: [String]
    let joined: String

    init(_ typed: String) {
        let all = Self.folded(typed).split(separator: " ").map(String.init)
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

    /// `Ä`, `AE` and `ae` become `a`: people type on what they have. It is only for comparing.
    private static func folded(_ typed: String) -> String {
        var plain = ""
        for scalar in typed.lowercased().unicodeScalars {
            switch scalar {
            case "ä", "à", "á", "â": plain += "a"
            case "ö", "ò", "ó", "ô": plain += "o"
            case "ü", "ù", "ú", "û": plain += "u"
            case "é", "è", "ê": plain += "e"
            case "ß": plain += "ss"
            // The dots of an umlaut that was typed as two characters.
            case "\u{300}"..."\u{36F}": break
            case "a"..."z", "0"..."9": plain.unicodeScalars.append(scalar)
            default: plain += " "
            }
        }
        for (spelt, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
            plain = plain.split(separator: spelt, omittingEmptySubsequences: false).joined(separator: letter)
        }
        return plain
    }
}
