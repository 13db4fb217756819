@testable import Domain
import Testing

struct PaperTests {
    @Test(arguments: [
        ("gut", "gut"), ("  Gut  ", "Gut"), ("super!", "super"), ("„Augenhöhe“", "Augenhöhe"),
        ("kurz-und-knackig", "kurz-und-knackig"), ("zu\u{2011}kurz", "zu-kurz"),
        ("Agenda-2030", "Agenda-2030"),
        ("#Heimat", "Heimat"), ("C&A", "C&A"), ("Straßenfest", "Straßenfest"), ("ge\u{202E}dreht", "gedreht"),
    ])
    func `a word is taken without the marks around it`(_ typed: String, _ word: String) throws {
        #expect(try FeedbackWord(typed).text == word)
    }

    @Test(arguments: [
        "nicht gut", "<script>alert(1)</script>", "a--b", "👍", "2030", "eins-zwei-drei-vier-fünf", "x=y",
    ])
    func `what is not one word is refused`(_ typed: String) {
        #expect(throws: PaperRefused.notOneWord) { try FeedbackWord(typed) }
    }

    @Test func `a word has at most forty characters`() throws {
        #expect(try FeedbackWord(String(repeating: "ä", count: 40)).text.count == 40)
        #expect(throws: TextRefused.tooLong(field: "word", by: 1, max: 40)) {
            try FeedbackWord(String(repeating: "ä", count: 41))
        }
    }

    @Test func `a field of marks alone is empty`() {
        #expect(throws: TextRefused.empty(field: "word")) { try FeedbackWord("…!") }
    }

    @Test func `all words may stand in one field, with commas between`() throws {
        let words = try FeedbackWord.words(in: "Spannend, vielseitig; persönlich,, kurzweilig ")

        #expect(words.map(\.text) == ["Spannend", "vielseitig", "persönlich", "kurzweilig"])
        #expect(try FeedbackWord.words(in: " , ").isEmpty)
    }

    @Test func `four different words are taken, five are not`() throws {
        let paper = try Paper.sample("d", "c", "b", "a", "A")

        #expect(paper.words.map(\.text) == ["a", "b", "c", "d"])
        #expect(throws: PaperRefused.tooManyWords(count: 5)) { try Paper.sample("a", "b", "c", "d", "e") }
        let form = try (0..<20_000).map { try FeedbackWord("wort\($0)") }
        #expect(throws: PaperRefused.tooManyWords(count: 20_000)) { try Paper(words: form) }
    }

    @Test func `an empty paper is refused, a sentence alone is taken`() throws {
        #expect(throws: PaperRefused.empty) { try Paper(words: []) }
        #expect(try Paper.sample(sentence: "Danke.").sentence?.text == "Danke.")
    }

    @Test func `a sentence has at most two hundred characters`() throws {
        #expect(try FeedbackSentence(String(repeating: "ß", count: 200)).text.count == 200)
        #expect(throws: TextRefused.tooLong(field: "sentence", by: 1, max: 200)) {
            try FeedbackSentence(String(repeating: "ß", count: 201))
        }
    }

    @Test(arguments: [
        ("Schön", "schoen"), ("GROSS", "groß"), ("u\u{308}ber", "über"), ("Café", "cafe"), ("ÄÖÜ", "aeoeue"),
    ])
    func `capitals and umlauts count alike`(_ one: String, _ other: String) throws {
        #expect(try FeedbackWord(one).key == FeedbackWord(other).key)
    }

    @Test func `every refusal is one of what was typed`() {
        #expect(
            [PaperRefused.empty, .tooManyWords(count: 5), .notOneWord].map(\.kind) == [
                .invalid, .invalid, .invalid,
            ])
    }
}
