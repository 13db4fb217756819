import Assets
import Foundation
import Testing

@testable import Pages

@Suite struct StageTests {
    let renderer: Renderer

    init() throws {
        renderer = try Renderer(Assets())
    }

    private func html(_ show: ProjectorStage.Show) -> String {
        let join = JoinCorner(host: "tafelrunde.de", code: "K7M 4QX", qr: nil)
        return renderer.html(ProjectorStage(name: "Runder Tisch", join: join, show: show), in: .du)
    }

    private func running(_ count: Int) -> RunningShow {
        RunningShow(
            until: "11:15",
            nextStart: "11:30",
            rooms: (1...count).map {
                RunningShowRoom(id: "\($0)", name: "Raum \($0)", title: "KI", seatCount: 20)
            }
        )
    }

    @Test(arguments: [
        (42, "large"), (43, "middle"), (60, "middle"), (61, "small"), (100, "small"), (101, "tiny"),
    ])
    func `longer titles stand smaller`(_ length: Int, _ size: String) {
        #expect(titleSize(String(repeating: "a", count: length)) == size)
    }

    @Test func `up to six rooms say what comes next, more stand in two columns, more than twelve in pages`() {
        #expect(html(.running(running(6))).contains("Danach ab 11:30"))
        #expect(!html(.running(running(7))).contains("Danach ab 11:30"))
        #expect(!html(.running(running(12))).contains("Seite 1"))
        #expect(html(.running(running(13))).contains("Seite 1 von 2"))
    }

    @Test func `blind weighing shows how many have voted, and nothing else`() {
        let topics = [WeighedTopic(id: "1", title: "KI", wishCount: nil)]
        let page = html(
            .weighing(
                WeighingShow(isOpen: true, isBlind: true, voterCount: 31, headCount: 38, topics: topics)
            )
        )

        #expect(page.contains("31"))
        #expect(page.contains("von 38 haben gewählt"))
        #expect(!page.contains("wishes/1"))
    }

    @Test func `more than 40 seats make two equal lines`() {
        #expect(!HallRow(taken: 10, of: 40).isDouble)
        #expect(HallRow(taken: 10, of: 600).isDouble)
        #expect(HallRow(taken: 10, of: 600).seats.perLine == 30)
    }

    @Test func `whose money it is stands once below whatever is shown`() {
        let join = JoinCorner(host: "tafelrunde.de", code: "K7M 4QX", qr: nil)
        let shows: [ProjectorStage.Show] = [
            .running(running(3)), .arrival(ArrivalShow(count: 3)),
            .closing(ClosingShow(hasEnded: true, hereCount: 3, sessionCount: 2)),
        ]
        for show in shows {
            var stage = ProjectorStage(name: "Runder Tisch", join: join, show: show)
            #expect(!renderer.html(stage, in: .du).contains("stage-funding"))
            stage.funding = ["Gefördert <EU>"]
            let page = renderer.html(stage, in: .du)
            #expect(
                page.components(separatedBy: #"<p class="stage-funding">Gefördert &lt;EU&gt;</p>"#).count == 2
            )
        }
    }

    @Test func `a draft of up to six rooms stands on one page, and each card has one name`() {
        func draft(_ rooms: Int) -> DraftShow {
            DraftShow(
                rooms: (1...rooms).map { "Raum \($0)" },
                rows: [
                    .init(start: "10:30", cards: (1...rooms).map { .init(id: "\($0)", title: "KI \($0)") }),
                    .init(
                        start: "11:30",
                        cards: (1...rooms).map { .init(id: "\($0)", title: "KI \($0)", goesOn: true) }),
                ], waitingCount: 2)
        }
        let six = html(.draft(draft(6)))

        #expect(six.components(separatedBy: "data-card=\"6\"").count == 2)
        #expect(six.components(separatedBy: "<span>KI 6</span>").count == 3)
        #expect(six.contains("2\u{A0}Themen noch ohne Platz"))
        #expect(!six.contains("Seite 1"))
        #expect(html(.draft(draft(7))).contains("Seite 1 von 2"))
    }

    @Test func `towns are counted with people beside them, and people alone where there is no list`() {
        var towns = ArrivalShow(count: 17, townCount: 59)
        towns.peopleCount = 32
        let known = html(.arrival(towns))
        towns.elsewhereCount = 3

        #expect(known.contains("<p class=\"arrival-people\">32\u{A0}Menschen</p>"))
        #expect(
            html(.arrival(towns)).contains(
                "<p class=\"arrival-people\">32\u{A0}Menschen, 3\u{A0}davon von anderswo</p>"))
        #expect(!html(.arrival(ArrivalShow(count: 32))).contains("arrival-people"))
    }

    @Test func `a stage shows only itself`() {
        let page = html(.closing(ClosingShow(hasEnded: false, hereCount: 3, sessionCount: 2)))

        #expect(page.contains("show-closing"))
        #expect(page.components(separatedBy: "<h2").count == 2)
    }
}
