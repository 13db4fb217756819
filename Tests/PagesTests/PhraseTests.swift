import Assets
import Foundation
import Testing

@testable import Pages

struct PhraseTests {
    private let assets = Assets()

    @Test func `German and English say the same things`() throws {
        let german = try Phrases.entries(of: "de", from: assets)
        let english = try Phrases.entries(of: "en", from: assets)

        #expect(Set(german.keys).symmetricDifference(english.keys) == [])
    }

    @Test func `the formal tone only says differently what the other one says`() throws {
        let german = try Phrases.entries(of: "de", from: assets)
        let formal = try Phrases.entries(of: "de-sie", from: assets)

        #expect(Set(formal.keys).subtracting(german.keys) == [])
        #expect(formal.filter { german[$0.key] == $0.value }.map(\.key) == [])
    }

    @Test(arguments: ["en", "de-sie"])
    func `gaps and counting agree with German`(_ file: String) throws {
        let german = try Phrases.entries(of: "de", from: assets)

        for (name, phrase) in try Phrases.entries(of: file, from: assets) {
            #expect(gaps(phrase) == german[name].map(gaps), "\(name)")
            #expect(counts(phrase) == german[name].map(counts), "\(name)")
        }
    }

    /// Words of the informal tone that must not slip into the formal one.
    @Test func `nobody who is called Sie is called du`() throws {
        let formal = try Phrases.read(from: assets)[.sie]
        let informal = try Regex(#"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(e|en|em|er|es)?|[Ee]uch|[Ii]hr seid)\b"#)

        for (name, phrase) in try #require(formal).entries {
            for form in phrase.forms { #expect(form.firstMatch(of: informal) == nil, "\(name): \(form)") }
        }
    }

    @Test(arguments: ["de", "de-sie", "en"])
    func `no phrase shouts`(_ file: String) throws {
        for (name, phrase) in try Phrases.entries(of: file, from: assets) {
            for form in phrase.forms { #expect(!form.contains("!"), "\(name)") }
        }
    }

    @Test func `every phrase that the source or a template names exists, and each is named`() throws {
        let german = try Phrases.entries(of: "de", from: assets)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var named: Set<String> = []
        for folder in ["Sources/Pages", "Sources/Web", "Sources/CAssets/files/templates"] {
            named.formUnion(try names(in: root.appending(path: folder)))
        }
        let sampled = try names(in: root.appending(path: "Tests/PagesSamples"))

        #expect(named.union(sampled).subtracting(german.keys) == [])
        #expect(Set(german.keys).subtracting(named) == [])
    }

    @Test func `one and many have forms of their own`() throws {
        let words = try Renderer(assets).phrases(.du)

        #expect(words("topics.count", count: 0) == "Noch kein Thema")
        #expect(words("topics.count", count: 1) == "1\u{A0}Thema")
        #expect(words("topics.count", count: 21) == "21\u{A0}Themen")
    }

    @Test func `emphasis is ours alone`() throws {
        let words = try Renderer(assets).phrases(.du)

        let markup = words.markup("propose.youStandAs", ["name": "*<i>*"])

        #expect(markup.html.hasPrefix("Du stehst als <b>*&lt;i&gt;*</b> dabei."))
    }

    @Test(arguments: [
        (nil, Language.du, Language.du), ("de-DE,de;q=0.9,en;q=0.8", .sie, .sie),
        ("en-GB,en;q=0.9", .du, .english),
        ("fr,en;q=0.5,de;q=0.3", .du, .english), ("fr", .du, .du), ("en;q=0, de", .du, .du), ("", .sie, .sie),
    ])
    func `the browser chooses between German and English, the gathering its tone`(
        header: String?,
        tone: Language,
        expected: Language
    ) {
        #expect(Language(accepting: header, tone: tone) == expected)
    }

    private func gaps(_ phrase: Phrase) -> Set<String> {
        Set(phrase.forms.flatMap { $0.matches(of: /\{[a-zA-Z]+\}/).map { String($0.output) } })
    }

    private func counts(_ phrase: Phrase) -> Bool {
        if case .counted = phrase { true } else { false }
    }

    private func names(in folder: URL) throws -> Set<String> {
        var names: Set<String> = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() {
            guard ["swift", "mustache"].contains(file.pathExtension) else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            let pattern =
                file.pathExtension == "swift"
                ? try Regex(#"(?:words|self)(?:\.markup)?[\(\[]"([a-zA-Z0-9.]+)""#)
                : try Regex(#"\{t\.([a-zA-Z0-9.]+)\}"#)
            for match in text.matches(of: pattern) {
                names.insert(match.output[1].substring.map(String.init) ?? "")
            }
        }
        return names
    }
}
