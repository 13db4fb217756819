import Domain
import TestSupport
import Testing

@testable import Lookup

/// What is found, and in which order.
struct SearchTests {
    /// One lookup in which each title is a topic of one gathering, in this order.
    private func titled(_ titles: String...) async throws -> Lookup {
        let chronicle = try Chronicle()
        try await chronicle.hold("altena")
        let sessions = (1...titles.count).map { Proposal.ID(number: $0) }
        for (session, title) in zip(sessions, titles) {
            try await chronicle.propose(title, as: session, in: "altena")
        }
        try await chronicle.publish(sessions, in: "altena")
        return try await chronicle.filled()
    }

    @Test(arguments: [
        ("rathaus", "Bürgerrathausplatz"), ("management", "Leerstandsmanagement"),
        ("leerstand", "Leerstandsmanagement"), ("buergerbuero", "Bürgerbüro"), ("burgerburo", "Bürgerbüro"),
        ("BÜRGERBÜRO", "Bürgerbüro"), ("Bürger", "Buergerhaus"), ("burger", "Buergerhaus"),
        ("strasse", "Hauptstraße"),
        ("Straße", "HAUPTSTRASSE"), ("Cafe", "Café"), ("kafé", "Kafe"), ("e-government", "E-Government"),
        ("egovernment", "E-Government"), ("government", "E-Government"),
        ("wiblingwerde", "Nachrodt-Wiblingwerde"),
        ("KI", "KI im Amt"), ("amt", "Bürgeramt"), ("rad", "Fahrradweg"), ("entwicklung", "Neuentwicklung"),
        ("2026", "Haushalt 2026"), ("§", "§ 34 BauGB"), ("34", "§ 34 BauGB"), ("baugb", "§ 34 BauGB"),
    ])
    func `is found`(_ typed: String, _ title: String) async throws {
        let found = try await titled(title, "Etwas anderes").found(typed)

        // What is no word finds nothing by itself, and so shows all there is.
        #expect(found.contains("topic: \(title)"))
        #expect(Query(typed).isEmpty || found.count == 1)
    }

    @Test(arguments: [
        ("k", "KI im Amt"), ("am", "Bürgeramt"), ("bürgermeister", "Bürgerbüro"), ("\"amt\"", "Bürgeramt"),
        ("\"im KI\"", "KI im Amt"), ("ki bauhof", "KI im Amt"), ("rathausplatz", "Rathaus"),
    ])
    func `is not found`(_ typed: String, _ title: String) async throws {
        #expect(try await titled(title).found(typed) == [])
    }

    @Test func `whole words come before beginnings, and beginnings before parts`() async throws {
        let lookup = try await titled("Fahrradweg", "Radwege", "Das Rad")

        #expect(try await lookup.found("rad") == ["topic: Das Rad", "topic: Radwege", "topic: Fahrradweg"])
    }

    @Test func `titles come before key points, and those before the rest`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Bauhof", [.startingPoint: "Der Leerstand wächst"], in: "altena")
        try await chronicle.releasing("Kita", [Record.Field.keyPoints[1]: "Leerstand nutzen"], in: "balve")
        try await chronicle.releasing("Leerstand", [.startingPoint: "Es ist so"], in: "soest")
        let lookup = try await chronicle.filled()

        #expect(
            try await lookup.found("leerstand") == ["record: Leerstand", "record: Kita", "record: Bauhof"])
    }

    @Test func `what is worth more in a row or column is the better match or place`() {
        for likeness in Likeness.allCases {
            let row = Holding.Part.allCases.map { Worth.of(likeness, $0) }
            #expect(row == row.sorted(by: >) && Set(row).count == row.count)
        }
        for part in Holding.Part.allCases {
            let column = Likeness.allCases.map { Worth.of($0, part) }
            #expect(column == column.sorted() && Set(column).count == column.count)
        }
    }

    @Test func `of two alike the newer comes first`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand alt", [:], in: "altena", date: "2024-03-01")
        try await chronicle.releasing("Leerstand neu", [:], in: "balve", date: "2026-03-01")
        try await chronicle.releasing("Leerstand mittel", [:], in: "soest", date: "2025-03-01")
        let lookup = try await chronicle.filled()

        #expect(
            try await lookup.found("leerstand") == [
                "record: Leerstand neu", "record: Leerstand mittel", "record: Leerstand alt",
            ])
    }

    @Test func `quoted words stand one after another, in any spelling`() async throws {
        let lookup = try await titled("Runder Tisch der Bürger", "Der Tisch ist runder")

        #expect(try await lookup.found("runder tisch").count == 2)
        #expect(try await lookup.found("\"runder tisch\"") == ["topic: Runder Tisch der Bürger"])
        #expect(try await lookup.found("„der buerger“") == ["topic: Runder Tisch der Bürger"])
        #expect(try await lookup.found("»Runder Tisch« bürg") == ["topic: Runder Tisch der Bürger"])
        #expect(try await lookup.found("\"runder tisch").count == 2)
    }

    @Test func `filters narrow, and say how many there would be without each`() async throws {
        let chronicle = try Chronicle()
        let rows: [(Gathering.ID, String, String?, TownKey)] = [
            ("altena", "2025-05-01", "Runder Tisch", "05962004"),
            ("balve", "2026-05-01", "Runder Tisch", "05962008"),
            ("soest", "2026-06-01", nil, "05974040"),
        ]
        for (id, date, series, town) in rows {
            try await chronicle.releasing("Leerstand", [.solutions: "Leerstand füllen"], in: id)
            try await chronicle.hold(id, date: date, series: series, town: town)
        }
        let lookup = try await chronicle.filled()

        let all = try await lookup.result("leerstand")
        let series = try await lookup.result("leerstand", Filter(series: "Runder Tisch"))
        let both = try await lookup.result(
            "leerstand", Filter(kind: .solution, year: 2026, series: "Runder Tisch"))
        let none = try await lookup.result("leerstand", Filter(town: "05962004", year: 2026))

        #expect(all.count == 6 && all.counts.kinds == [.record: 3, .solution: 3])
        #expect(all.counts.years == [2025: 2, 2026: 4] && all.counts.series == ["Runder Tisch": 4])
        #expect(all.counts.towns == ["05962004": 2, "05962008": 2, "05974040": 2])
        #expect(series.count == 4 && series.counts.series == ["Runder Tisch": 4])
        #expect(both.count == 1 && both.hits.first?.shelf.gathering == "balve")
        #expect(both.counts.years == [2025: 1, 2026: 1] && both.counts.kinds == [.record: 1, .solution: 1])
        #expect(none.count == 0 && none.counts.towns == ["05962008": 2, "05974040": 2])
    }

    @Test func `pages follow each other without gaps, and stay within what there is`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.hold("altena")
        let sessions = (1...45).map { Proposal.ID(number: $0) }
        for session in sessions { try await chronicle.propose("Thema \(session)", as: session, in: "altena") }
        try await chronicle.publish(sessions, in: "altena")
        let lookup = try await chronicle.filled()

        var seen: [Proposal.ID] = []
        for page in 1...3 { seen += try await lookup.result("thema", page: page).hits.map(\.session) }

        #expect(seen == sessions)
        #expect(try await lookup.result("thema").pageCount == 3)
        for page in [Int.min, 0, 4, .max] {
            let result = try await lookup.result("thema", page: page)
            #expect(result.page == min(max(page, 1), 3) && !result.hits.isEmpty)
        }
    }

    @Test func `who only looks around sees sessions, newest first`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Alt", [.solutions: "Eins\nZwei"], in: "altena", date: "2024-03-01")
        try await chronicle.releasing("Neu", [.questions: "Drei"], in: "balve", date: "2026-03-01")
        let lookup = try await chronicle.filled()

        #expect(try await lookup.found("") == ["record: Neu", "record: Alt"])
        #expect(
            try await lookup.found("", Filter(kind: .solution)) == ["solution 1: Alt", "solution 2: Alt"])
    }

    @Test(arguments: [
        "\"", "\"\"", "*", "a*", "NEAR(a b)", "a AND b", "OR", "NOT", "-a", "^a", "title:a", "a\"b\"c\"",
        "'; DROP TABLE word;",
        "%", "_", "\\", "\0", "a\0b", "😀", "👨‍👩‍👧‍👦 familie", "\u{202E}suahtar", "שלום עולם", "مرحبا", "\u{0301}",
        "ﷺ", "e\u{0301}\u{0301}\u{0301}",
        "{}", "((((", "<script>", "&amp;", "%00", "\u{10FFFF}", "𝔘𝔫𝔦", "ß", "İ", "ǅ",
    ])
    func `whatever is typed is harmless`(_ typed: String) async throws {
        let lookup = try await titled("Rathaus", "A & B <c>", "familie")

        let result = try await lookup.result(typed)

        #expect(result.count <= 3)
        #expect(try await lookup.found("rathaus") == ["topic: Rathaus"])
    }

    @Test(arguments: ["a", "ab", "Rathaus ", "ä", "\"", "😀", "\" a", "-"])
    func `ten thousand of anything are harmless`(_ typed: String) async throws {
        let query = Query(String(repeating: typed, count: 10_000))

        #expect(query.isCut)
        #expect(query.terms.count <= Query.wordsMax)
        _ = try await titled("Rathaus").search(SearchRequest(query))
    }

    @Test(arguments: [(8, false), (9, true)])
    func `eight words are looked for, a ninth is told`(_ count: Int, _ isCut: Bool) {
        let query = Query((1...count).map { "wort\($0)" }.joined(separator: " "))

        #expect(query.terms.count == 8)
        #expect(query.isCut == isCut)
    }

    @Test func `what was found stands out in its own spelling, and only that`() async throws {
        let text =
            String(repeating: "Lorem ipsum dolor sit amet. ", count: 20)
            + "Das Bürgerrathaus öffnet samstags."
        let snippet = Snippet(text, Query("rathaus samstag"), lengthMax: 100)

        #expect(snippet.runs.filter(\.isFound).map(\.text) == ["Bürgerrathaus", "samstags"])
        #expect(snippet.text.hasPrefix("… ") && snippet.text.hasSuffix("öffnet samstags."))
        #expect(
            Snippet("E-Government", Query("egovernment"), lengthMax: 50).runs == [
                .init("E-Government", isFound: true)
            ])
        #expect(Snippet("", Query("a"), lengthMax: 50).runs == [])
        #expect(
            Snippet("Ohne Fund", Query("rathaus"), lengthMax: 50).runs == [.init("Ohne Fund", isFound: false)]
        )
    }

    @Test(arguments: [1, 2, 49, 50, 51, 300])
    func `a snippet is no longer than it may be, wherever the word stands`(_ before: Int) {
        let text = String(repeating: "x ", count: before) + "Rathaus" + String(repeating: " y", count: 300)

        let snippet = Snippet(text, Query("rathaus"), lengthMax: 120)

        #expect(snippet.hasFound)
        #expect(snippet.text.count <= 120 + 4)
    }
}
