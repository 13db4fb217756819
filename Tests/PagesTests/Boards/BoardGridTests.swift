import Assets
import Foundation
import Testing

@testable import Pages

@Suite struct BoardGridTests {
    let renderer: Renderer

    init() throws {
        renderer = try Renderer(Assets())
    }

    private func session(
        _ id: String,
        wishes: Int? = 3,
        slots: Int = 1,
        host: String? = "Anna, Iserlohn"
    ) -> BoardSession {
        BoardSession(
            id: id,
            title: "Radwege \(id)",
            host: host,
            wishCount: wishes,
            seatCount: 5,
            slotCount: slots
        )
    }

    private func slot(_ id: String, _ cells: [BoardCell]) -> BoardRow {
        .slot(BoardSlot(id: id, start: "10:30", end: "11:15", cells: cells))
    }

    private func html(_ rows: [BoardRow]) -> String {
        let rooms = [
            BoardRoom(id: "1", name: "Saal", seatCount: 40), BoardRoom(id: "2", name: "Erker", seatCount: 5),
        ]
        let grid = BoardGrid(gathering: "g", rooms: rooms, rows: rows)
        return renderer.html(
            BoardFragment(grid, quality: nil, version: .init(number: 1, time: "10:12")),
            in: .du
        )
    }

    @Test func `a long session spans its slots and the band between them`() {
        let band = BoardRow.item(BoardItem(title: "Wechsel", start: "11:15", end: "11:30"))
        let grid = BoardGrid(
            gathering: "g",
            rooms: [],
            rows: [slot("1", []), band, slot("2", []), slot("3", [])]
        )

        #expect(grid.rowSpan(of: 1, from: 0) == 1)
        #expect(grid.rowSpan(of: 2, from: 0) == 3)
        #expect(grid.rowSpan(of: 9, from: 2) == 2)
    }

    @Test func `where a session goes on there is no field of its own`() {
        let page = html([slot("1", [.session(session("1", slots: 2)), .free]), slot("2", [.goesOn, .free])])

        #expect(page.contains(#"rowspan="2""#))
        #expect(page.components(separatedBy: "<td").count - 1 == 3)
    }

    @Test func `shows names only when it is given them`() {
        #expect(html([slot("1", [.session(session("1")), .free])]).contains("Anna, Iserlohn"))
        #expect(!html([slot("1", [.session(session("1", host: nil)), .free])]).contains("session-host"))
    }

    @Test func `shows no counts while wishes are blind`() {
        let page = html([slot("1", [.session(session("1", wishes: nil)), .free])])

        #expect(!page.contains("seat-line"))
        #expect(!page.contains("wollen hin"))
    }

    @Test func `says in words that a room is too small`() {
        let page = html([slot("1", [.session(session("1", wishes: 8)), .free])])

        #expect(page.contains("8 auf 5\u{A0}Plätze"))
    }

    @Test func `crosses out what is cancelled and says where something was`() {
        var cancelled = session("1")
        cancelled.absence = "fällt aus"
        var moved = session("2")
        moved.change = .movedTime(from: "14:15")

        let page = html([slot("1", [.session(cancelled), .session(moved)])])

        #expect(page.contains("fällt aus"))
        #expect(page.contains("war 14:15"))
    }

    @Test func `escapes what people wrote`() {
        var evil = session("1")
        evil.title = "<script>alert(1)</script>"

        #expect(!html([slot("1", [.session(evil), .free])]).contains("<script>"))
    }

    @Test func `says that nothing is published yet`() {
        let fragment = BoardFragment(
            BoardGrid(gathering: "g", rooms: [], rows: []),
            quality: nil,
            version: nil
        )

        #expect(renderer.html(fragment, in: .du).contains("Noch kein Plan."))
    }

    @Test(arguments: [(40, 1), (41, 5), (200, 5), (201, 10)])
    func `one step for all fields`(_ most: Int, _ step: Int) {
        let grid = BoardGrid(
            gathering: "g",
            rooms: [],
            rows: [slot("1", [.session(session("1", wishes: most)), .session(session("2"))])]
        )

        #expect(grid.dotStep == step)
    }
}
