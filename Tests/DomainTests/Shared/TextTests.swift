import Domain
import Foundation
import Testing

struct TextTests {
    @Test(arguments: ["a", "ä", "👩🏽‍🤝‍👨🏿", "e\u{301}", "字", "🇩🇪"])
    func `a character is what a reader counts as one`(_ character: String) throws {
        let longest = String(repeating: character, count: Title.lengthMax)

        #expect(try Title(longest).text == longest)
        #expect(throws: TextRefused.tooLong(field: "title", by: 1, max: 120)) {
            try Title(longest + character)
        }
    }

    @Test func `a heap of accents is longer than it looks`() throws {
        let heap = "T" + String(repeating: "\u{301}", count: Title.lengthMax * 8 - 1)

        #expect(heap.count == 1)
        #expect(try Title(heap).text == heap)
        #expect(throws: TextRefused.self) { try Title(heap + String(repeating: "\u{301}", count: 8)) }
    }

    @Test(arguments: [
        ("", ""), ("   ", ""), ("\t\n", ""), (" Radweg ", "Radweg"), ("Rad \t\r\n weg", "Rad weg"),
        ("Rad\u{0}\u{7}\u{1B}weg", "Radweg"), ("Rad\u{2028}weg", "Rad weg"),
        ("\u{A0}Rad\u{3000}weg", "Rad weg"),
        ("\u{FEFF}Radweg", "Radweg"),
        ("\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}Rad\u{2066}\u{2067}\u{2068}\u{2069}weg", "Radweg"),
        ("Rad\u{200E}\u{200F}\u{61C}weg", "Radweg"), ("Rad \u{202E} weg", "Rad weg"),
        ("Rad\u{200B}weg", "Radweg"), ("Rad\u{AD}weg\u{2060}", "Radweg"),
        ("Fam\u{200D}ilie", "Fam\u{200D}ilie"), ("Rad\u{E000}\u{E002}\u{F8FF}weg", "Radweg"),
        ("Rad\u{10FFFF}weg", "Radweg"),
    ])
    func `white space is folded, control and direction characters are gone`(
        _ raw: String, _ text: String
    ) throws {
        #expect(try VenueName(raw).text == text)
    }

    @Test(arguments: ["", " ", "\n\t", "\u{0}", "\u{202E}", "\u{200B}", "\u{2060}\u{AD}", "\u{200D}"])
    func `what nobody can see is empty`(_ raw: String) {
        #expect(throws: TextRefused.empty(field: "title")) { try Title(raw) }
    }

    @Test(arguments: [
        ("a\nb", "a\nb"), ("a\r\nb", "a\nb"), ("\n\n a  b \n\n\n c\t\n\n", "a b\n\n\nc"), ("\n \n", ""),
        ("a\u{202E}\nb", "a\nb"),
    ])
    func `a text with lines keeps them, and loses empty ones at its ends`(
        _ raw: String, _ text: String
    ) throws {
        #expect(try ImprintText(raw).text == text)
    }

    @Test func `a text that was folded is folded already`() throws {
        let raw = " a \u{200E} b \n\n \u{7} c "

        let once = try ImprintText(raw)

        #expect(try ImprintText(once.text) == once)
    }

    @Test func `what is in the journal is read, even if the limit has shrunk since`() throws {
        let long = String(repeating: "x", count: Title.lengthMax + 1)

        let title = try JSONDecoder().decode(Title.self, from: JSONEncoder().encode(long))

        #expect(title.text == long)
    }

    @Test func `a line break counts as a character`() throws {
        let longest = String(repeating: "a\n", count: ImprintText.lengthMax / 2 - 1) + "ab"

        #expect(try ImprintText(longest).text.count == 4_000)
        #expect(throws: TextRefused.tooLong(field: "imprint", by: 1, max: 4_000)) {
            try ImprintText(longest + "c")
        }
    }

    @Test func `both refusals name their field and are about what was typed`() {
        let all = [TextRefused.empty(field: "a"), .tooLong(field: "b", by: 1, max: 2)]

        #expect(all.map(\.field) == ["a", "b"])
        #expect(all.map(\.kind) == [.invalid, .invalid])
    }

    @Test(arguments: AnyText.all)
    func `every kind of text takes its maximum, refuses one more, and says whether it may be empty`(
        _ kind: AnyText
    ) throws {
        let longest = String(repeating: "x", count: kind.lengthMax)

        #expect(try kind.parse(longest) == longest)
        #expect(throws: TextRefused.tooLong(field: kind.field, by: 1, max: kind.lengthMax)) {
            try kind.parse(longest + "x")
        }
        if kind.mayBeEmpty {
            #expect(try kind.parse(" ") == "")
        } else {
            #expect(throws: TextRefused.empty(field: kind.field)) { try kind.parse(" ") }
        }
    }

    @Test func `the empty text of a kind that may be empty is what is read from nothing`() throws {
        #expect(Sentence("") == .none)
        #expect(Sentence.none.description == "")
    }
}

/// One kind of text with the limits that it is meant to have.
struct AnyText: Sendable, CustomTestStringConvertible {
    let name: String
    let field: String
    let lengthMax: Int
    let mayBeEmpty: Bool
    let parse: @Sendable (String) throws -> String

    var testDescription: String { name }

    static let all = [
        Self("Title", "title", 120) { try Title($0).text },
        Self("VenueName", "venue", 120, mayBeEmpty: true) { try VenueName($0).text },
        Self("VenueAddress", "address", 200, mayBeEmpty: true) { try VenueAddress($0).text },
        Self("SeriesName", "series", 120) { try SeriesName($0).text },
        Self("OrganiserName", "name", 120) { try OrganiserName($0).text },
        Self("ImprintText", "imprint", 4_000, mayBeEmpty: true) { try ImprintText($0).text },
        Self("PrivacyText", "privacy", 20_000, mayBeEmpty: true) { try PrivacyText($0).text },
        Self("EmailText", "email", 120, mayBeEmpty: true) { try EmailText($0).text },
        Self("RoomName", "name", 40) { try RoomName($0).text },
        Self("FirstName", "firstName", 40) { try FirstName($0).text },
        Self("OrganisationName", "organisation", 80) { try OrganisationName($0).text },
        Self("Hashtag", "hashtags", 30) { try Hashtag($0).text },
        Self("Sentence", "sentence", 280, mayBeEmpty: true) { try Sentence($0).text },
        Self("AnnouncementText", "text", 200) { try AnnouncementText($0).text },
    ]

    private init(
        _ name: String, _ field: String, _ lengthMax: Int, mayBeEmpty: Bool = false,
        parse: @escaping @Sendable (String) throws -> String
    ) {
        self.name = name
        self.field = field
        self.lengthMax = lengthMax
        self.mayBeEmpty = mayBeEmpty
        self.parse = parse
    }
}

extension Text {
    static var lengthMax: Int { Kind.lengthMax }
}
