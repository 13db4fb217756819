import Assets
import Domain
import Foundation
import PagesSamples
import Testing

@testable import Pages

struct DocumentationTests {
    private let renderer: Renderer
    private let address = "https://tafelrunde.example/g/7f3k/documentation"

    init() throws {
        renderer = try Renderer(Assets())
    }

    private func markdown(_ change: (inout Documentation) -> Void = { _ in }) -> String {
        let words = renderer.phrases(.du)
        var told = Documentation.sample(words)
        change(&told)
        return DocumentationMarkdown(told, address: address, words).text
    }

    private func html(_ change: (inout Documentation) -> Void = { _ in }) -> String {
        var told = Documentation.sample(renderer.phrases(.du))
        change(&told)
        return renderer.html(DocumentationPage(told, address: address), in: .du)
    }

    private func json(_ change: (inout Documentation) -> Void = { _ in }) throws -> String {
        var told = Documentation.sample(renderer.phrases(.du))
        change(&told)
        return try DocumentationJSON(told, address: address).text
    }

    @Test func `all three forms tell of everything`() throws {
        let texts = [html(), markdown(), try json()]

        for said in [
            "24. Runder Tisch", "Burg Holtzbrinck", "Südwestfalen Agentur", "Nachrodt-Wiblingwerde",
            "Grußwort", "Zwölf Läden stehen leer.", "Besuche statt Briefe.", "Was sagt der Datenschutz?",
            "Jeden Monat zehn Anrufe.", "Register vergleichen", "15. Januar", "Fällt aus.",
            "Ratsarbeit ohne Papier", "Dirk, Attendorn", "vielseitig",
            "Gern wieder, dann mit längeren Pausen.",
            "23. Runder Tisch", "25. Runder Tisch", address,
        ] {
            for text in texts {
                let plain = text.replacing("\\", with: "")
                #expect(plain.contains(said), "\(said) in \(text.prefix(40))")
            }
        }
    }

    @Test func `what was hidden is counted in each form`() throws {
        #expect(html().contains("2\u{A0}Nennungen sind ausgeblendet."))
        #expect(markdown().contains("2\u{A0}Nennungen sind ausgeblendet."))
        #expect(try json().contains("\"hidden\" : 2"))
    }

    @Test func `a mark upon a sign of Markdown does not make it one`() {
        #expect(
            markdown {
                $0.groups[0] = .init(
                    session: "3", title: "*\u{301}fett*\u{301}", count: 1, towns: [], named: [])
            }
            .contains("\\*\u{301}fett\\*\u{301}"))
    }

    @Test func `read elsewhere, the ways to other editions are whole addresses`() throws {
        let site = "https://tafelrunde.example"
        let whole = { (told: inout Documentation) in told = told.leading(to: site) }

        let (text, data) = (markdown(whole), try json(whole))
        #expect(text.contains("](\(site)/g/6a2b/documentation)") && data.contains("\(site)/g/9c4d"))
        #expect(!text.contains("](/g/") && !data.contains("\"/g/"))
    }

    @Test func `the funders' line is in whatever leaves the house`() throws {
        let line = "Gefördert vom Land Nordrhein-Westfalen."

        for text in [html(), markdown(), try json()] { #expect(text.contains(line)) }
        let none = html { $0.funding = [] }
        #expect(!none.contains("doc-funding"))
    }

    @Test func `each session and each chapter has an anchor, and the contents lead there`() {
        let page = html()

        for id in [
            "facts", "course", "outcome", "questions", "steps", "groups", "words", "parked", "board",
            "editions",
        ] {
            #expect(page.contains("<a href=\"#\(id)\">"), "\(id)")
            #expect(page.contains(" id=\"\(id)\""), "\(id)")
        }
        for session in ["3", "5", "6", "7"] { #expect(page.contains("id=\"session-\(session)\"")) }
    }

    @Test func `what there is nothing to say of is left out`() throws {
        let begun = renderer.html(DocumentationPage(.begun, address: address), in: .du)
        let text = DocumentationMarkdown(.begun, address: address, renderer.phrases(.du)).text

        for id in ["course", "questions", "steps", "groups", "words", "parked", "board", "editions"] {
            #expect(!begun.contains("id=\"\(id)\""), "\(id)")
        }
        #expect(begun.contains("Es gibt noch keinen Sessionplan"))
        #expect(text.contains("Es gibt noch keinen Sessionplan"))
        #expect(text.components(separatedBy: "\n## ").count == 3)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("# Groß", "\\# Groß"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"), ("a | b", "a \\| b"),
        ("- Punkt", "\\- Punkt"), ("1. Punkt", "1\\. Punkt"), ("12) Punkt", "12\\) Punkt"), ("===", "\\==="),
        ("*fett* _kursiv_ `code`", "\\*fett\\* \\_kursiv\\_ \\`code\\`"), ("![x](y)", "\\!\\[x\\](y)"),
        ("A &amp; B", "A &amp;amp; B"), ("C:\\temp", "C:\\\\temp"), ("3 Orte", "3 Orte"), ("", ""),
    ])
    func `what people wrote is text in Markdown and nothing but text`(_ typed: String, _ written: String) {
        let text = markdown { told in
            told.sessions[0].release = Documentation.Release(
                text: RecordText(solutions: typed), date: told.date, isByHost: true, isOlder: false)
        }

        #expect(typed.isEmpty || text.contains("- \(written)\n"))
        #expect(!text.contains("<script"))
    }

    @Test func `a title with a line break stays one heading`() {
        let text = markdown { $0.title = "Runder\nTisch | 24" }

        #expect(text.contains("Runder Tisch \\| 24"))
    }

    @Test func `an address leads there, a script leads nowhere`() throws {
        let text = markdown()

        #expect(text.contains("<https://attendorn.example>"))
        #expect(!text.contains("<javascript"))
        #expect(!html().contains("href=\"javascript"))
        #expect(!(try json()).contains("javascript"))
    }

    @Test func `the format's name is in the data, and its keys are those written down`() throws {
        let data = Data(try json().utf8)
        let whole = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let sessions = try #require(whole["sessions"] as? [[String: Any]])
        let record = try #require(sessions[1]["record"] as? [String: Any])

        #expect(whole["format"] as? String == "tafelrunde-documentation-1")
        #expect(
            whole.keys.sorted() == [
                "address", "date", "edition", "feedback", "form", "format", "funding", "groups", "isOver",
                "next", "organisers", "parked", "people", "previous", "programme", "rooms", "series",
                "sessions", "title", "venue", "wishes",
            ])
        #expect(
            record.keys.sorted() == [
                "authors", "goingOn", "isChangedSince", "keyPoints", "links", "questions", "releasedBy",
                "releasedOn", "solutions", "startingPoint", "steps",
            ])
        #expect(sessions[1]["start"] as? String == "10:30" && whole["date"] as? String == "2026-11-26")
    }
}
