internal import Domain

/// Somebody who does not exist.
struct PretendPerson: Sendable, Hashable {
    let profile: Profile
    /// What they came for most, and second.
    let tastes: [PretendTopic.Theme]
    let hasPhone: Bool
}

/// First names, towns and hashtags, put together by chance.
enum PretendPeople {
    /// As many as asked for. Every town comes once before one comes twice, so that a map fills up.
    ///
    /// One in ten has no phone with them; the first never, for somebody has to bring topics.
    static func people(
        _ count: Int, from towns: TownDirectory, using dice: inout some RandomNumberGenerator
    ) -> [PretendPerson] {
        let names = firstNames.shuffled(using: &dice)
        var order: [Town] = []
        while order.count < count, !towns.towns.isEmpty { order += round(of: towns, using: &dice) }
        return (0..<count).map { index in
            let tastes = Array(PretendTopic.Theme.allCases.shuffled(using: &dice).prefix(2))
            let town = order.indices.contains(index) ? order[index] : nil
            let profile = Profile(
                firstName: try? FirstName(names[index % names.count]),
                organisation: organisation(index, town, using: &dice),
                hashtags: hashtags(tastes, using: &dice))
            return PretendPerson(profile: profile, tastes: tastes, hasPhone: index % 10 != 9)
        }
    }

    /// Larger towns come a little earlier.
    private static func round(of directory: TownDirectory, using dice: inout some RandomNumberGenerator)
        -> [Town]
    {
        directory.towns.map { town in
            (town, Int.random(in: 0..<(20_000 + town.inhabitantCount), using: &dice))
        }.sorted { ($0.1, $0.0.id) > ($1.1, $1.0.id) }.map(\.0)
    }

    /// One in twelve comes from somewhere else, one in twenty says nothing.
    private static func organisation(
        _ index: Int, _ town: Town?, using dice: inout some RandomNumberGenerator
    ) -> Organisation? {
        switch Int.random(in: 0..<60, using: &dice) {
        case 0..<3: nil
        case 3..<8:
            (try? OrganisationName(organisations[index % organisations.count])).map { .other(name: $0) }
        default: town.map { .town(key: $0.id) }
        }
    }

    private static func hashtags(
        _ tastes: [PretendTopic.Theme], using dice: inout some RandomNumberGenerator
    ) -> [Hashtag] {
        let own = tastes.flatMap { (hashtagsByTheme[$0] ?? []).shuffled(using: &dice).prefix(1) }
        let private1 = privateHashtags.randomElement(using: &dice).map { [$0] } ?? []
        let count = Int.random(in: 0...Profile.hashtagCountMax, using: &dice)
        return (own + private1).prefix(count).compactMap { try? Hashtag($0) }
    }

    /// None of those that the texts name.
    static let firstNames = [
        "Aylin", "Bernd", "Fatma", "Jonas", "Lena", "Mehmet", "Petra", "Piotr", "Selin", "Thomas", "Ulrike",
        "Wiebke",
        "Amir", "Birgit", "Carla", "Deniz", "Elif", "Frauke", "Georg", "Hannah", "Ines", "Jürgen", "Kemal",
        "Leyla",
        "Matthias", "Nadja", "Olga", "Paul", "Rana", "Silke", "Tarek", "Ute", "Viktor", "Yusuf", "Zeynep",
        "Ahmed",
        "Beate", "Clara", "Daria", "Emil", "Farid", "Greta", "Heike", "Ivan", "Julia", "Klaus", "Larissa",
        "Markus",
        "Nina", "Ömer", "Paula", "Ralf", "Sabine", "Theo", "Ursula", "Volker", "Wanda", "Agnieszka", "Björn",
        "Dirk",
        "Esra", "Florian", "Holger", "Isabel", "Jannik", "Kira", "Luisa", "Manfred", "Noah", "Oksana",
        "Philipp",
        "Rosa", "Samira", "Torsten", "Vera", "Werner", "Yara", "Gülsüm", "Cem", "Friederike",
    ]

    private static let organisations = [
        "Kreisverwaltung", "Stadtmarketingverein", "Volkshochschule", "Jugendring", "Handwerkerschaft",
        "Heimatverein",
        "Tourismusverband", "Hochschule",
    ]

    private static let hashtagsByTheme: [PretendTopic.Theme: [String]] = [
        .townCentre: ["Innenstadt", "Leerstand", "Wochenmarkt"],
        .skills: ["Nachwuchs", "Fachkräfte", "Ausbildung"],
        .stories: ["Stadtmarketing", "Storytelling", "LowBudget"],
        .economy: ["Wirtschaftsförderung", "Gründen", "Coworking"],
        .digital: ["Digitales", "OffeneDaten", "Stadtlabor"],
        .people: ["Ehrenamt", "Willkommen", "Beteiligung"],
        .cooperation: ["Zusammenarbeit", "Musterlösung", "Netzwerk"],
        .climate: ["Mobilität", "Klima", "Radweg"],
    ]

    private static let privateHashtags = [
        "Rennrad", "Chor", "Bienen", "Kaffee", "Neuhier", "Wandern", "Fußball", "Krimis", "Garten",
        "Brotbacken",
        "Schützenfest", "Klettern",
    ]
}
