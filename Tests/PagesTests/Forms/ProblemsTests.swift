import Assets
import PagesSamples
import Testing

@testable import Pages

@Suite struct ProblemsTests {
    let renderer: Renderer
    let words: Phrases

    init() throws {
        renderer = try Renderer(Assets())
        words = renderer.phrases(.du)
    }

    private struct Form: Part {
        let fields: [Field]

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "fields": .parts(fields)
            case "first": .maybe(fields.first)
            default: nil
            }
        }
    }

    private func text(_ part: (any Part)?, _ name: String) -> String? {
        guard case .text(let text)? = part?.answer(name, words) else { return nil }
        return text
    }

    private func problems(_ errors: [String?]) -> Problems? {
        let fields = errors.enumerated().map { Field("f\($0)", label: "Feld \($0)", error: $1) }
        return Problems(of: Form(fields: fields), ["fields", "unknown"], words)
    }

    @Test func `where nothing or one thing is wrong, nothing stands above the form`() {
        #expect(problems([]) == nil)
        #expect(problems([nil, nil]) == nil)
        #expect(problems([nil, "Zu lang."]) == nil)
    }

    @Test func `two wrong fields are told in the order of the page, with a way to each`() throws {
        let told = try #require(problems(["Zu lang.", nil, "Kein Tag."]))

        #expect(text(told, "problemCount") == "An 2\u{A0}Stellen passt es noch nicht.")
        guard case .parts(let list)? = told.answer("problemList", words) else {
            Issue.record("no list")
            return
        }
        #expect(list.map { text($0, "problemHref") } == ["#f0", "#f2"])
        #expect(list.map { text($0, "problemLabel") } == ["Feld 0", "Feld 2"])
        #expect(list.map { text($0, "problemText") } == ["Zu lang.", "Kein Tag."])
    }

    @Test func `inputs, whose names may come twice, are reached by their ids`() throws {
        let kit = FormKit(
            "room-1", Typed(["seats": ["viele"]], errors: ["name": "Fehlt.", "seats": "Keine Zahl."]))
        struct Room: Part {
            let kit: FormKit

            func answer(_ name: String, _ words: Phrases) -> Answer? {
                .parts([kit.input("name", "Name"), kit.input("seats", "Plätze")])
            }
        }
        let problems = try #require(Problems(of: Room(kit: kit), ["fields"], words))

        guard case .parts(let list)? = problems.answer("problemList", words) else {
            Issue.record("no list")
            return
        }
        #expect(list.map { text($0, "problemHref") } == ["#room-1-name", "#room-1-seats"])
    }

    @Test(arguments: ["feedback-refused", "group-refused"])
    func `every way leads to a field of the page, and the title says first that it was refused`(
        _ name: String
    ) throws {
        let sample = try #require(allSamples(renderer, in: .du).first { $0.name == name })
        let html = sample.html(renderer, in: .du)

        let ways = html.matches(of: /<li><a href="#(.+?)">/).map { String($0.1) }
        #expect(ways.count == 2)
        for way in ways { #expect(html.contains(#" id="\#(way)""#), "\(way)") }
        #expect(html.contains("<title>Das ging nicht: "))
    }

    @Test func `a form of the console that was refused says so in the page's title`() throws {
        let sample = try #require(allSamples(renderer, in: .du).first { $0.name == "console-prepare-error" })

        #expect(sample.html(renderer, in: .du).contains("<title>Das ging nicht: Vorbereiten"))
    }

    @Test func `people are asked for themselves in words that their browser knows`() throws {
        let join = try #require(allSamples(renderer, in: .du).first { $0.name == "join" })
        let html = join.html(renderer, in: .du)

        #expect(html.contains(#"autocomplete="given-name""#))
        #expect(html.contains(#"autocomplete="organization""#))
    }
}
