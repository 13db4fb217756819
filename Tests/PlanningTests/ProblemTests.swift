import Planning
import Testing

@Suite struct `A problem` {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let refused: Problem.Refused
        let change: @Sendable (inout Problem.Draft) -> Void

        init(
            _ description: String,
            _ refused: Problem.Refused,
            _ change: @escaping @Sendable (inout Problem.Draft) -> Void
        ) {
            testDescription = description
            self.refused = refused
            self.change = change
        }
    }

    static let cases = [
        Case("slots below zero", .outOfRange(.slots, -1)) { $0.slotCount = -1 },
        Case("too many participants", .outOfRange(.participants, 10_001)) { $0.participantCount = 10_001 },
        Case("too many rooms", .outOfRange(.rooms, 201)) {
            $0.rooms = Array(repeating: .init(capacityPeople: 1), count: 201)
        },
        Case("too many cells", .outOfRange(.cells, 2_010)) {
            $0.slotCount = 30
            $0.rooms = Array(repeating: .init(capacityPeople: 1), count: 67)
        },
        Case("too many sessions", .outOfRange(.sessions, 1_001)) {
            $0.sessions = Array(repeating: .init(), count: 1_001)
        },
        Case("seats below zero", .outOfRange(.capacities, -1)) { $0.rooms[0].capacityPeople = -1 },
        Case("a price below zero", .outOfRange(.movePrice, -1)) { $0.movePrice = -1 },
        Case("a weight out of range", .outOfRange(.overCapacityWeight, 10_001)) {
            $0.overCapacityWeight = 10_001
        },
        Case("a session without length", .outOfRange(.lengths, 0)) { $0.sessions[0].lengthSlots = 0 },
        Case("an unknown host", .unknownParticipant(6, in: .hosts)) { $0.sessions[0].hosts = [6] },
        Case("an unknown pinned slot", .unknownSlot(3, in: .fixedSlots)) { $0.sessions[0].fixedSlot = 3 },
        Case("an unknown pinned room", .unknownRoom(2, in: .fixedRooms)) { $0.sessions[0].fixedRoom = 2 },
        Case("an unknown predecessor", .unknownSession(4, in: .precedences)) {
            $0.precedences = [.init(before: 4, after: 0)]
        },
        Case("a session before itself", .precedesItself(session: 1)) {
            $0.precedences = [.init(before: 1, after: 1)]
        },
        Case("a wish of nobody", .unknownParticipant(-1, in: .wishes)) {
            $0.wishes = [.init(participant: -1, session: 0, weight: 1)]
        },
        Case("a wish for nothing", .unknownSession(4, in: .wishes)) {
            $0.wishes = [.init(participant: 0, session: 4, weight: 1)]
        },
        Case("a wish of weight 5", .weightOutOfRange(.init(participant: 0, session: 0, weight: 5))) {
            $0.wishes = [.init(participant: 0, session: 0, weight: 5)]
        },
        Case("a wish of weight 0", .weightOutOfRange(.init(participant: 0, session: 0, weight: 0))) {
            $0.wishes = [.init(participant: 0, session: 0, weight: 0)]
        },
        Case("a wish given twice", .wishedTwice(participant: 2, session: 1)) {
            $0.wishes = [
                .init(participant: 2, session: 1, weight: 1), .init(participant: 2, session: 1, weight: 2),
            ]
        },
        Case("an unknown absentee", .unknownParticipant(6, in: .absences)) {
            $0.absences = [.init(host: 6, slot: 0)]
        },
        Case("an unknown slot of absence", .unknownSlot(3, in: .absences)) {
            $0.absences = [.init(host: 0, slot: 3)]
        },
        Case("a programme item in no slot", .unknownSlot(3, in: .fixedItems)) {
            $0.fixedItems = [.init(slot: 3, room: nil)]
        },
        Case("a programme item in no room", .unknownRoom(2, in: .fixedItems)) {
            $0.fixedItems = [.init(slot: 0, room: 2)]
        },
        Case("an unknown frozen slot", .unknownSlot(-1, in: .frozenSlots)) { $0.frozenSlots = [-1] },
        Case("an unknown break", .unknownSlot(3, in: .slotsAfterBreak)) { $0.slotsAfterBreak = [3] },
        Case("a board of other size", .boardOfOtherSize(sessionCount: 1)) { $0.board = Plan([nil]) },
        Case("a board beyond the day", .unknownSlot(3, in: .board)) {
            $0.board = Plan([Cell(slot: 3, room: 0), nil, nil, nil])
        },
        Case("a board without the room", .unknownRoom(2, in: .board)) {
            $0.board = Plan([Cell(slot: 0, room: 2), nil, nil, nil])
        },
        Case("a board with a cell used twice", .boardSharesCell(Cell(slot: 1, room: 0), first: 0, second: 1))
        {
            $0.sessions[0].lengthSlots = 2
            $0.board = Plan([Cell(slot: 0, room: 0), Cell(slot: 1, room: 0), nil, nil])
        },
    ]

    @Test(arguments: cases)
    func `is refused for what is wrong in it`(_ wrong: Case) {
        let draft = Problem.Draft.sample().with(wrong.change)

        #expect(throws: wrong.refused) { try Problem(draft) }
    }

    @Test func `is accepted at its limits`() throws {
        var draft = Problem.Draft(slotCount: 10, participantCount: 10_000)
        draft.rooms = Array(repeating: .init(capacityPeople: 1_000_000), count: 200)
        draft.wishes = [.init(participant: 9_999, session: 3, weight: 4)]
        draft.sessions = Array(repeating: .init(), count: 4)

        #expect(try Problem(draft).cellCount == 2_000)
    }

    @Test(arguments: Shape.all, 0..<20 as Range<UInt64>)
    func `taken apart and put together again is the same`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)

        #expect(try Problem(Problem.Draft(problem)) == problem)
    }
}

@Suite struct `Two plans` {
    @Test func `differ by their moves`() {
        let a = Cell(slot: 0, room: 0)
        let b = Cell(slot: 1, room: 1)

        let moves = Plan([a, nil, b, a]).moves(to: Plan([a, a, nil, b, b]))

        #expect(
            moves == [
                Plan.Move(session: 1, from: nil, to: a), Plan.Move(session: 2, from: b, to: nil),
                Plan.Move(session: 3, from: a, to: b), Plan.Move(session: 4, from: nil, to: b),
            ]
        )
    }

    @Test func `that are equal have no moves`() {
        let plan = Plan([Cell(slot: 0, room: 0), nil])

        #expect(plan.moves(to: plan).isEmpty)
    }
}
