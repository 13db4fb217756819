import Testing

@testable import Planning

extension Problem.Draft {
    /// Slots and equal rooms of ten seats, sessions without hosts.
    static func sample(slots: Int = 3, rooms: Int = 2, sessions: Int = 4, people: Int = 6) -> Self {
        var draft = Problem.Draft(slotCount: slots, participantCount: people)
        draft.rooms = Array(repeating: Problem.Room(capacityPeople: 10), count: rooms)
        draft.sessions = Array(repeating: Problem.Session(), count: sessions)
        return draft
    }

    func with(_ change: (inout Self) -> Void) -> Self {
        var draft = self
        change(&draft)
        return draft
    }

    func problem() throws -> Problem {
        try Problem(self)
    }
}

/// What a random problem is made of.
struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    var slots = 4
    var rooms = 3
    var sessions = 11
    var people = 70
    var weights = [1, 2, 3, 4]
    var longSessions = 0
    var hasBoard = false
    var hasTopics = false

    var testDescription: String { name }

    static let all = [
        Shape(name: "everything fits"),
        Shape(name: "more sessions than cells", sessions: 17),
        Shape(name: "approvals of one weight", people: 130, weights: [3]),
        Shape(name: "long sessions", slots: 6, sessions: 12, longSessions: 4),
        Shape(name: "a board to start from", hasBoard: true),
        Shape(
            name: "a board with long sessions",
            slots: 6,
            sessions: 14,
            weights: [2, 4],
            longSessions: 3,
            hasBoard: true
        ),
        Shape(name: "topics and pauses", slots: 5, sessions: 13, hasTopics: true),
        Shape(name: "topics of long sessions", slots: 6, sessions: 12, longSessions: 4, hasTopics: true),
    ]

    func problem(seed: UInt64) throws -> Problem {
        var generator = SeededGenerator(seed: seed)
        var draft = Problem.Draft(slotCount: slots, participantCount: people)
        draft.overCapacityWeight = Int.random(in: 0...2, using: &generator)
        draft.rooms = (0..<rooms).map { _ in
            Problem.Room(
                capacityPeople: .random(in: 4...20, using: &generator),
                features: Bool.random(using: &generator) ? ["projector"] : []
            )
        }
        draft.sessions = (0..<sessions).map { session in
            var session = Problem.Session(
                hosts: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                    .random(in: 0..<8, using: &generator)
                },
                needs: Int.random(in: 0..<5, using: &generator) == 0 && draft.rooms[0].features.count == 1
                    ? ["projector"] : []
            )
            if hasTopics {
                session.topic = ["mobility", "vacancy", nil].randomElement(using: &generator) ?? nil
            }
            session.mustBePlaced = Int.random(in: 0..<6, using: &generator) == 0
            return session
        }
        if hasTopics { (draft.sameTopicWeight, draft.hostSpreadWeight) = (7, 5) }
        for session in 0..<longSessions { draft.sessions[session].lengthSlots = 2 + session % 2 }
        if longSessions > 0 { draft.slotsAfterBreak = [slots / 2] }
        draft.absences = [.init(host: 0, slot: 0), .init(host: 1, slot: slots - 1)]
        draft.precedences = [.init(before: 1, after: 2), .init(before: 3, after: 4)]
        addWishes(to: &draft, &generator)
        if hasBoard { try addBoard(to: &draft, seed: seed) }
        return try Problem(draft)
    }

    private func addWishes(to draft: inout Problem.Draft, _ generator: inout SeededGenerator) {
        for person in 0..<people {
            for session in 0..<sessions where Int.random(in: 0..<4, using: &generator) == 0 {
                let weight = weights[Int.random(in: 0..<weights.count, using: &generator)]
                draft.wishes.append(.init(participant: person, session: session, weight: weight))
            }
        }
    }

    /// The first slot of the board has begun, one cell is blocked, and a move costs three.
    private func addBoard(to draft: inout Problem.Draft, seed: UInt64) throws {
        draft.board = Planner.plan(try Problem(draft), seed: seed, moves: 200).plan
        draft.fixedItems = [.init(slot: 1, room: 0)]
        draft.frozenSlots = [0]
        draft.movePrice = 3
    }
}
