import Domain
import Testing

struct RearrangingTests {
    private let morning = Place(slot: 1, room: "saal")
    private let noon = Place(slot: 2, room: "saal")
    private let late = Place(slot: 3, room: "saal")

    /// 1 in the morning, 2 at noon, 3 without a place.
    private func board() throws -> Gathering {
        try Gathering.sample(topics: 3).placing(1, 1, "saal").placing(2, 2, "saal")
    }

    private func taken(_ moves: [Board.Move], on gathering: Gathering) throws -> Gathering {
        try gathering.doing {
            try $0.rearrange(moves, basedOn: gathering.board.revision, by: .moderator)
        }
    }

    @Test func `one move, a swap and a chain are called what they are, and taken back as one`() throws {
        let cases: [([Board.Move], UndoLog.UndoableAct)] = [
            ([Board.Move(1, to: late)], .moved(id: 1)),
            ([Board.Move(1, to: nil)], .parked(id: 1)),
            ([Board.Move(1, to: noon), Board.Move(2, to: morning)], .swapped(id: 1, with: 2)),
            ([Board.Move(1, to: noon), Board.Move(2, to: late)], .laid(count: 2)),
            ([Board.Move(2, to: nil), Board.Move(3, to: noon)], .laid(count: 1, parked: 1)),
        ]
        for (moves, act) in cases {
            let before = try board()

            let after = try taken(moves, on: before)

            #expect(after.undo.newest?.act == act)
            for move in moves { #expect(after.board.draft.placements[move.id]?.place == move.place) }
            #expect(try after.takingBack().settled == before.settled)
        }
    }

    @Test func `who is named twice goes where it is named last, in one step`() throws {
        let after = try taken(
            [Board.Move(1, to: noon), Board.Move(2, to: morning), Board.Move(1, to: late)], on: try board())

        #expect(after.board.draft.placements[1]?.place == late)
        #expect(after.board.draft.placements[2]?.place == morning)
        #expect(after.undo.newest?.act == .laid(count: 2))
    }

    @Test func `who is where the step wants them already does not move`() throws {
        let board = try board()

        #expect(
            try board.rearrange(
                [Board.Move(1, to: morning), Board.Move(3, to: nil)], basedOn: board.board.revision,
                by: .moderator) == [])
    }

    @Test func `a pinned session keeps its pin`() throws {
        let pinned = try board().doing { try $0.pin(1, by: .moderator) }

        #expect(try taken([Board.Move(1, to: late)], on: pinned).board.draft.placements[1]?.isPinned == true)
    }

    @Test func `a step that was found on another board is refused`() throws {
        let board = try board()

        #expect(throws: Gathering.Refused.boardChangedMeanwhile) {
            try board.rearrange([Board.Move(1, to: late)], basedOn: 1, by: .moderator)
        }
    }

    @Test func `a step that breaks a rule is refused, whoever made it`() throws {
        let board = try board()

        #expect(throws: Gathering.Refused.placeTaken(by: 2)) {
            try taken([Board.Move(1, to: noon)], on: board)
        }
        #expect(throws: Gathering.Refused.placeTaken(by: 3)) {
            try taken([Board.Move(1, to: late), Board.Move(3, to: late)], on: board)
        }
        #expect(throws: Gathering.Refused.noSuchProposal) {
            try taken([Board.Move(9, to: late)], on: board)
        }
        #expect(throws: Gathering.Refused.noSuchPlace) {
            try taken([Board.Move(1, to: Place(slot: 9, room: "saal"))], on: board)
        }
    }
}
