import Domain
import TestSupport
import Testing

@testable import Web

/// Who gets onto the board by the gathering's rule: set by its form, laid out by the button, parked with the reason.
struct AdmissionTests {
    @Test func `all get in while there is room, and nothing is dropped without a reason`() async throws {
        let hall = try await weighed(topics: 8, ["admission": "all"])

        try await hall.post(hall.path("board/plan"), as: .moderator)

        let draft = try await hall.gathering().board.draft
        #expect(draft.placements.count == 6)
        #expect(draft.parked.count == 2)
        #expect(Set(draft.placements.keys).union(draft.parked.keys).count == 8)
    }

    @Test func `the most wanted get in, the rest says that others were wanted more`() async throws {
        let hall = try await weighed(topics: 4, ["admission": "top", "admissionCount": "2"])

        try await hall.post(hall.path("board/plan"), as: .moderator)

        let draft = try await hall.gathering().board.draft
        #expect(Set(draft.placements.keys) == ["1", "2"])
        #expect(draft.parked == ["3": .lessWanted, "4": .lessWanted])
    }

    @Test func `hands count towards getting in`() async throws {
        let hall = try await weighed(topics: 4, ["admission": "top", "admissionCount": "1"])
        try await hall.post(hall.path("proposals/4/hands"), as: .moderator, ["count": "9"])

        try await hall.post(hall.path("board/plan"), as: .moderator)

        #expect(try await Array(hall.gathering().board.draft.placements.keys) == ["4"])
    }

    @Test func `the plenum takes in one by one, and may change its mind`() async throws {
        let hall = try await weighed(topics: 4, ["admission": "plenum"])
        for (topic, answer) in [("2", "yes"), ("3", "yes"), ("4", "no"), ("3", "open")] {
            try await hall.post(hall.path("proposals/\(topic)/admission"), as: .moderator, ["in": answer])
        }

        try await hall.post(hall.path("board/plan"), as: .moderator)

        let draft = try await hall.gathering().board.draft
        #expect(Array(draft.placements.keys) == ["2"])
        #expect(
            draft.parked == ["1": .notTakenInByPlenum, "3": .notTakenInByPlenum, "4": .notTakenInByPlenum])
    }

    @Test func `before the plan is laid the console says how many topics the plenum still has to decide`()
        async throws
    {
        let hall = try await weighed(topics: 2, ["admission": "plenum"])

        let before = try await hall.get(hall.path("console"), as: .moderator)
        for topic in ["1", "2"] {
            try await hall.post(hall.path("proposals/\(topic)/admission"), as: .moderator, ["in": "yes"])
        }
        let after = try await hall.get(hall.path("console"), as: .moderator)

        let way = #"href="\#(hall.path("console/topics"))">Jetzt entscheiden</a>"#
        #expect(before.contains("Das Plenum entscheidet noch über 2\u{A0}Themen.") && before.contains(way))
        #expect(!after.contains("Das Plenum entscheidet") && !after.contains(way))
    }

    @Test(arguments: ["0", "501"])
    func `a number that cannot be is refused on the form`(_ count: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("facts"), as: .organiser,
            ["wishWeightMax": "1", "admission": "top", "admissionCount": count],
            from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("Gib eine Zahl von 1 bis 500 ein."))
    }

    @Test func `everybody reads why a topic has no place`() async throws {
        let hall = try await weighed(topics: 4, ["admission": "plenum"])
        try await hall.post(hall.path("proposals/2/admission"), as: .moderator, ["in": "yes"])

        try await hall.post(hall.path("board/plan"), as: .moderator)
        try await hall.post(hall.path("board/publication"), as: .moderator)

        let reason = try await hall.get(hall.path("proposals/1"), as: .anna)
        let board = try await board(hall)
        #expect(board.contains("Thema 1"))
        #expect(reason.contains("Plenum"))
    }

    private func board(_ hall: Hall) async throws -> Answer {
        try await hall.get(hall.path("board"), as: .anyone)
    }

    /// Two rooms, three slots; 1 is wanted by both, 2 by one, the others by nobody.
    private func weighed(topics: Int, _ rules: [String: String]) async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.post(
            hall.path("facts"), as: .organiser, rules.merging(["wishWeightMax": "1"]) { $1 })
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        for number in 1...topics {
            try await hall.propose("Thema \(number)", by: [Guest.anna, .bernd][number % 2])
        }
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .anna)
        try await hall.wish("1", by: .bernd)
        try await hall.wish("2", by: .anna)
        try await hall.enter(.planning)
        return hall
    }
}
