import Assets
import Domain
import Foundation
import PagesSamples
import Testing

@testable import Pages

@Suite struct ConsolePagesTests {
    let renderer: Renderer
    let words: Phrases

    init() throws {
        renderer = try Renderer(Assets())
        words = renderer.phrases(.du)
    }

    private func html(_ name: String) throws -> String {
        let sample = try #require(allSamples(renderer, in: .du).first { $0.name == name })
        return sample.html(renderer, in: .du)
    }

    @Test(arguments: [
        (UndoOffer.Deed.laid(count: 1), "Der Plan ist gelegt, 1\u{A0}Thema hat einen neuen Platz."),
        (.moved(title: "KI", place: "14:15, Erker"), "„KI“ liegt jetzt um 14:15, Erker."),
        (.moved(title: "KI", place: nil), "„KI“ liegt jetzt woanders."),
        (.swapped(title: "KI", with: "Bauhof"), "„KI“ und „Bauhof“ haben getauscht."),
        (.pinned(title: "KI"), "„KI“ ist angeheftet."),
        (.unpinned(title: "KI"), "„KI“ ist nicht mehr angeheftet."),
        (.parked(title: "KI"), "„KI“ ist geparkt."),
        (.merged(title: "KI", into: "Bauhof"), "„KI“ gehört jetzt zu „Bauhof“."),
        (.hidden(title: "KI"), "„KI“ ist verborgen."), (.queued, "Die Schlange ist umgestellt."),
        (.counted(title: "KI", hands: 2), "„KI“: 2\u{A0}Hände."),
        (.admitted(title: "KI", isIn: true), "„KI“ ist aufgenommen."),
        (.admitted(title: "KI", isIn: false), "„KI“ ist nicht aufgenommen."),
        (.cancelled(title: "KI"), "„KI“ fällt aus."),
        (.withdrawn(title: "KI"), "„KI“ ist zurückgezogen."),
    ])
    func `says what can be taken back`(_ deed: UndoOffer.Deed, _ sentence: String) {
        #expect(UndoOffer(step: 1, deed).sentence(words) == sentence)
    }

    @Test func `warns when more voices weigh than heads are there`() throws {
        #expect(
            try html("console-pitching-long").contains("47\u{A0}Stimmen, aber nur 38\u{A0}Köpfe im Saal.")
        )
        #expect(!(try html("console-pitching").contains("Stimmen, aber")))
    }

    @Test func `says whose hands are counted, wherever they are`() throws {
        #expect(try html("console-pitching").contains("nur wer kein Telefon benutzt"))
        #expect(try html("console-topics").contains("Zähl nur, wer kein Telefon benutzt."))
    }

    @Test(arguments: [
        (38, nil), (39, "39\u{A0}Menschen haben gewählt, aber nur 38\u{A0}Köpfe sind im Saal."),
    ])
    func `warns when more people have chosen than heads were counted`(_ voters: Int, _ sentence: String?) {
        let frame = ConsoleFrame(
            gathering: "g", name: "Runder Tisch", place: .now, phase: .weighing, acts: ActSeed("k7m4qx2w"),
            position: nil, hereCount: 38)
        let part = HeadsPart(heads: HeadCount(joined: 38), voterCount: voters, frame: frame)

        let said: String? =
            if case .text(let text)? = part.answer("tooManyVoters", words) { text } else { nil }
        #expect(said?.prefix(sentence?.count ?? 0) == sentence.map { $0[...] })
    }

    @Test func `forms of a page share an act only when they do the same`() throws {
        for sample in allSamples(renderer, in: .du) where sample.name.hasPrefix("console") {
            let forms = sample.html(renderer, in: .du).components(separatedBy: " action=").dropFirst()
                .compactMap {
                    $0.components(separatedBy: ">\n").first?.components(separatedBy: "<button").first
                }
            var kept: [Substring: Set<String>] = [:]
            for form in forms {
                guard let act = form.components(separatedBy: #"name="act" value=""#).dropFirst().first else {
                    continue
                }
                kept[act.prefix { $0 != "\"" }, default: []].insert(form)
            }

            #expect(kept.filter { $0.value.count > 1 } == [:], "\(sample.name)")
        }
    }

    @Test func `keeps what was typed beside its error`() throws {
        let page = try html("console-topics-form")

        #expect(page.contains(#"value="?""#))
        #expect(page.contains("Schreib ein paar Worte mehr"))
        #expect(page.contains(#"<option value="b2" selected>"#))
    }

    @Test func `only the refused form of a long page is open`() throws {
        let page = try html("console-prepare-error")

        #expect(page.contains(#"<details class="thing" id="room-1" open>"#))
        #expect(page.contains(#"<details class="thing" id="room-2">"#))
        #expect(page.contains(#"value="viele""#))
    }

    @Test func `the next act asks before it ends everything`() throws {
        #expect(try html("console-end").contains("Veranstaltung beenden?"))
    }
}
