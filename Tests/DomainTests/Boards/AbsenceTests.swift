import Domain
import Testing

struct AbsenceTests {
    /// 1 to 4 are published, in four slots of the hall.
    private func published() throws -> Gathering {
        try Gathering.sample(topics: 4)
            .placing(1, 1, "saal").placing(2, 2, "saal").placing(3, 3, "saal").placing(4, 4, "saal")
            .publishing()
    }

    @Test func `what is on the board takes place`() throws {
        let gathering = try published()

        #expect((1...4).map { gathering.absence(of: .init(number: $0)) } == [nil, nil, nil, nil])
    }

    @Test func `what became of a published session is known at once`() throws {
        let gathering = try published()
            .doing { try $0.cancel(1, by: .moderator) }
            .doing { try $0.withdraw(2, by: .moderator) }
            .doing { try $0.merge(3, into: 1, by: .moderator) }
        let takenOut = try published().doing { try $0.takeOut("anna", by: .moderator) }

        #expect(gathering.absence(of: 1) == .cancelled)
        #expect(gathering.absence(of: 2) == .withdrawn)
        #expect(gathering.absence(of: 3) == .merged(into: 1))
        #expect(takenOut.absence(of: 1) == .removed)
        #expect(takenOut.board.current?.layout.placements.count == 4)
    }

    @Test func `a topic that was merged twice is part of the last one`() throws {
        let gathering = try published()
            .doing { try $0.merge(1, into: 2, by: .moderator) }.doing {
                try $0.merge(2, into: 3, by: .moderator)
            }

        #expect(gathering.absence(of: 1) == .merged(into: 3))
    }

    @Test func `a topic that is offered again goes back to where everybody saw it`() throws {
        let gathering = try published()
            .doing { try $0.withdraw(1, by: .moderator) }.doing { try $0.reopen(1, by: .moderator) }

        #expect(gathering.absence(of: 1) == nil)
        #expect(gathering.board.unpublished == [])
    }

    @Test func `a topic that is offered again waits when its place is taken`() throws {
        let gathering = try published()
            .doing { try $0.withdraw(1, by: .moderator) }.placing(2, 1, "saal")
            .doing { try $0.reopen(1, by: .moderator) }

        #expect(gathering.board.draft.placements[1] == nil)
    }

    @Test func `a room can be changed although another topic was withdrawn`() throws {
        let gathering = try published().doing { try $0.withdraw(2, by: .moderator) }
        let moved = try gathering.placing(3, 3, "stube")

        #expect(try gathering.changeRoom(of: 1, to: "stube", by: .moderator).count == 2)
        #expect(throws: Gathering.Refused.draftUnpublished) {
            try moved.changeRoom(of: 1, to: "stube", by: .moderator)
        }
    }
}
