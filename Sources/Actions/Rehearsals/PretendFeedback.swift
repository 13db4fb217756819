internal import Domain

/// What people say at the end who do not exist: often the same words, now and then a sentence.
enum PretendFeedback {
    /// The first ones are said most.
    private static let words = [
        "spannend", "vielseitig", "persönlich", "kurzweilig", "Austausch", "offen", "praxisnah", "Augenhöhe",
        "lebendig", "konkret", "Vernetzung", "ehrlich", "mutig", "Aufbruch", "inspirierend", "Rückenwind",
        "überraschend", "lehrreich", "unkompliziert", "Neugier", "gemeinsam", "dicht", "heiter", "nahbar",
        "zu-kurz", "Kaffee", "wertvoll", "Ideen", "laut", "müde",
    ]

    private static let sentences = [
        "Ich fahre mit drei Telefonnummern nach Hause und rufe morgen an.",
        "Beim nächsten Mal gern eine Runde mehr und dafür kürzere Pausen.",
        "Endlich einmal keine Folien.",
        "Der kleinste Raum war zu klein für das, was dort los war.",
        "Danke an alle, die offen erzählt haben, was nicht geklappt hat.",
    ]

    /// Always the same of the same person.
    static func paper(of person: Int) throws -> Paper {
        var dice = PretendDice(UInt64(person) &+ 4)
        let count = Int.random(in: 1...Paper.wordCountMax, using: &dice)
        let said = try (0..<count).map { _ in
            let first = Int.random(in: words.indices, using: &dice)
            let second = Int.random(in: words.indices, using: &dice)
            return try FeedbackWord(words[min(first, second)])
        }
        let sentence = person % 7 == 3 ? sentences[person / 7 % sentences.count] : nil
        return try Paper(words: said, sentence: sentence.map { try FeedbackSentence($0) })
    }
}

extension Staging {
    /// In a hall as full as it may be some have gone already: each answer is synced by itself.
    private static let answersMax = 60

    /// Who has a phone and has not answered yet does; one in seven never does.
    func answer(_ people: some Sequence<Int>) async throws {
        for person in Array(people.filter { $0 % 7 != 6 }.prefix(Self.answersMax)) {
            do {
                try await DropPaper(instance)(
                    PretendFeedback.paper(of: person), in: id, from: phone(of: person))
            } catch Gathering.Refused.alreadyAnswered {
                continue
            }
        }
    }
}
