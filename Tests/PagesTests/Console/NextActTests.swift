import Assets
import Domain
import Testing

@testable import Pages

@Suite struct NextActTests {
    let words: Phrases

    init() throws {
        words = try Renderer(Assets()).phrases(.du)
    }

    private func page(_ phase: Phase, _ change: (inout ConsolePage) -> Void = { _ in }) -> ConsolePage {
        let frame = ConsoleFrame(
            gathering: "g",
            name: "Runder Tisch",
            place: .now,
            phase: phase,
            acts: ActSeed("seed")
        )
        let ready = Readiness(
            roomCount: 1,
            slotCount: 1,
            itemCount: 0,
            topicCount: 1,
            organiserCount: 1,
            code: "K7M 4QX"
        )
        var page = ConsolePage(frame, readiness: ready, heads: HeadCount(joined: 3))
        change(&page)
        return page
    }

    private func next(_ page: ConsolePage) -> NextPart? { NextAct(page: page).part(words) }

    @Test(arguments: [
        (Phase.preparing, "arriving"), (.arriving, "greeting"), (.greeting, "pitching"),
        (.running, "closing"),
    ])
    func `goes to the next station`(_ phase: Phase, _ target: String) {
        let act = next(page(phase) { $0.running = RunningDesk(heading: "", rooms: []) })?.act

        #expect(act?.action == "/g/g/phase")
        #expect(act?.hidden == ["phase": target])
    }

    @Test func `presents the first of the queue, by name`() {
        let part = next(
            page(.pitching) { $0.queue = [QueueItem(id: "7", host: "Leyla, Siegen", title: "KI")] }
        )

        #expect(part?.act?.action == "/g/g/pitch")
        #expect(part?.act?.hidden == ["after": "", "proposal": "7"])
        #expect(part?.label == "Leyla, Siegen")
        #expect(part?.detail == "KI")
    }

    @Test func `names the topic where nobody gave a name`() {
        let part = next(page(.pitching) { $0.queue = [QueueItem(id: "7", host: "", title: "KI")] })

        #expect(part?.label == "KI")
    }

    @Test func `weighs when nobody waits any more`() {
        #expect(next(page(.pitching))?.act?.hidden == ["phase": "weighing"])
    }

    @Test func `opens the window, and closes it with the way to the plan`() {
        #expect(next(page(.weighing))?.act?.action == "/g/g/window")
        #expect(next(page(.weighing) { $0.window.isOpen = true })?.act?.hidden == ["phase": "planning"])
        #expect(next(page(.weighing) { $0.window.wasOpen = true })?.act?.hidden == ["phase": "planning"])
    }

    @Test func `lays the plan, asks before publishing, then starts`() {
        let draft = BoardState.draft(placed: 21, parked: 2, changes: 21, publishedAt: nil)

        #expect(next(page(.planning))?.act?.action == "/g/g/board/plan")
        #expect(next(page(.planning) { $0.board = draft })?.href == "/g/g/console/board?publish=1")
        #expect(
            next(page(.planning) { $0.board = .published(at: "10:12", placed: 21, parked: 2) })?.act?.hidden
                == ["phase": "running"]
        )
    }

    @Test func `while sessions run, publishing changes comes first`() {
        let changed = BoardState.draft(placed: 21, parked: 2, changes: 3, publishedAt: "10:12")

        #expect(next(page(.running) { $0.board = changed })?.href == "/g/g/console/board?publish=1")
    }

    @Test func `sessions without a plan want one first, and say so`() {
        let page = page(.running)

        #expect(next(page)?.act?.action == "/g/g/board/plan")
        #expect(
            page.warnings(words) == [
                "Noch ist kein Plan veröffentlicht. Telefone und Leinwand zeigen so lange, dass er entsteht."
            ])
    }

    @Test func `another day is said before the sessions, and while they run`() {
        let before = next(
            page(.planning) {
                $0.board = .published(at: "10:12", placed: 21, parked: 2)
                $0.otherDay = "Do, 26. November"
            })
        let running = page(.running) {
            $0.running = RunningDesk(heading: "", rooms: [])
            $0.otherDay = "Do, 26. November"
        }
        let sentence = "Heute ist nicht der Tag. Die Veranstaltung ist am Do, 26. November."

        #expect(before?.detail == sentence)
        #expect(running.warnings(words) == [sentence])
    }

    @Test func `where nobody brought a topic none is said to be presented`() {
        let part = next(page(.pitching) { $0.readiness.topicCount = 0 })

        #expect(part?.detail == "Noch kein Thema. Sie kommen auch jetzt noch.")
    }

    @Test func `steps back while there is time left`() {
        let early = next(
            page(.running) { $0.running = RunningDesk(heading: "", rooms: [], lastEnd: "16:00") }
        )
        let late = next(
            page(.running) { $0.running = RunningDesk(heading: "", rooms: [], isLastSlotOver: true) }
        )

        #expect(early?.isEarly == true)
        #expect(late?.isEarly == false)
    }

    @Test func `asks before the end, and has nothing after it`() {
        #expect(next(page(.closing))?.href == "/g/g/console?end=1")
        #expect(next(page(.ended)) == nil)
    }
}
