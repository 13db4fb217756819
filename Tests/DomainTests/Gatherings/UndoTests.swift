@testable import Domain
import Testing

struct UndoTests {
    @Test(arguments: UndoableStep.all)
    func `what was taken back is as it was before, but for history and revision`(_ step: UndoableStep) throws
    {
        let before = try step.prepare(UndoableStep.gathering())

        let done = try before.doing(step.verb)
        let after = try done.takingBack()

        #expect(done.settled != before.settled)
        #expect(done.undo.newest?.act == step.act)
        #expect(after.settled == before.settled)
        #expect(after.undo.steps == before.undo.steps)
    }

    @Test func `every act that can be taken back has a sample here`() {
        let sampled = Set(UndoableStep.all.map { UndoableStep.Name($0.act) })

        #expect(sampled == Set(UndoableStep.Name.allCases))
    }

    @Test func `what was taken back is not taken back a second time`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal")
        let after = try gathering.takingBack()

        #expect(gathering.undo.newest?.number == 1)
        #expect(after.undo.newest == nil)
        #expect(throws: Gathering.Refused.nothingToUndo) {
            try after.takeBack(step: 1, at: .at("9:00"), by: .moderator)
        }
        #expect(throws: Gathering.Refused.nothingToUndo) {
            try gathering.takeBack(step: 2, at: .at("9:00"), by: .moderator)
        }
    }

    @Test func `a number is not given again after it was taken back`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal").takingBack().placing(
            1, 2, "saal")

        #expect(gathering.undo.steps.map(\.number) == [2])
    }

    @Test func `steps of the same session are taken back last first`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .placing(1, 1, "saal").placing(1, 2, "saal").doing { try $0.pin(1, by: .moderator) }

        #expect(throws: Gathering.Refused.builtUpon(.moved(id: 1))) { try gathering.takingBack(1) }
        #expect(throws: Gathering.Refused.builtUpon(.pinned(id: 1))) { try gathering.takingBack(2) }
        #expect(try gathering.takingBack().takingBack().takingBack().board.draft == Board.Layout())
    }

    @Test func `steps that have nothing to do with each other go in any order`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(2, 2, "saal")
            .doing { try $0.countHands(4, for: 1, by: .moderator) }

        let after = try gathering.takingBack(1)

        #expect(after.settled.places == [2: ["2", "saal"]])
        #expect(after.undo.steps.map(\.number) == [2, 3])
    }

    @Test func `a move is not taken back onto a place that another has taken since`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .placing(1, 1, "saal").placing(1, 2, "saal").placing(2, 1, "saal")

        #expect(throws: Gathering.Refused.builtUpon(.moved(id: 2))) { try gathering.takingBack(2) }
        #expect(try gathering.takingBack(3).takingBack(2).settled.places == [1: ["1", "saal"]])
    }

    @Test func `a move is not taken back to where its host would be twice`() throws {
        let gathering = try Gathering.sample().proposing("A", by: "anna").proposing("B", by: "anna")
            .placing(1, 1, "saal").placing(1, 2, "saal").placing(2, 1, "stube")

        #expect(throws: Gathering.Refused.builtUpon(.moved(id: 2))) { try gathering.takingBack(2) }
    }

    @Test func `without a later step the obstacle itself is named`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .placing(1, 1, "saal").placing(2, 1, "stube").placing(1, 2, "saal")
        let sameHost = try gathering.doing { try $0.setHosts(["anna", "ben"], of: 2, by: .moderator) }
        let noRoom = try gathering.doing { try $0.removeRoom("keller", by: .organiser) }
            .placing(2, 3, "saal").doing { try $0.removeRoom("stube", by: .organiser) }

        #expect(throws: Gathering.Refused.hostElsewhere(session: 2)) { try sameHost.takingBack(3) }
        #expect(throws: Gathering.Refused.noSuchPlace) { try noRoom.takingBack(4) }
    }

    @Test func `a withdrawn topic does not come back to the board`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal").placing(1, 2, "saal")
            .doing { try $0.withdraw(1, by: .participant("anna")) }

        #expect(throws: Gathering.Refused.notOpenAnyMore) { try gathering.takingBack() }
    }

    @Test func `a topic that became longer does not go back into a shorter stay`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal").placing(1, 2, "saal")
            .doing {
                try $0.edit(
                    1, to: Proposal.Content(title: "Lang", slotCount: 2), revision: 1, by: .moderator)
            }

        #expect(throws: Gathering.Refused.editedMeanwhile) { try gathering.takingBack(2) }
    }

    @Test func `taking back an order of the queue keeps who came since and who was called since`() throws {
        let gathering = try Gathering.sample(topics: 4)
            .doing { try $0.queue(4, at: 0, by: .moderator) }
            .proposing("Neu", by: "anna")
            .doing { try $0.beginPitch(2, at: .at("10:00"), by: .moderator) }

        #expect(gathering.topics.queue == [4, 1, 3, 5])
        #expect(try gathering.takingBack().topics.queue == [1, 3, 5, 4])
    }

    @Test func `taking back a merge keeps who came to the queue since`() throws {
        let gathering = try Gathering.sample(topics: 3)
            .doing { try $0.merge(2, into: 1, by: .moderator) }
            .proposing("Neu", by: "dora")

        #expect(try gathering.takingBack().topics.queue == [1, 2, 3, 4])
    }

    @Test func `a merge is not taken back when the hands were counted or the target was merged since`() throws
    {
        let merged = try Gathering.sample(topics: 3).doing { try $0.merge(2, into: 1, by: .moderator) }
        let counted = try merged.doing { try $0.countHands(4, for: 1, by: .moderator) }
        let again = try merged.doing { try $0.merge(1, into: 3, by: .moderator) }

        #expect(throws: Gathering.Refused.builtUpon(.counted(id: 1, hands: 4))) { try counted.takingBack(1) }
        #expect(throws: Gathering.Refused.builtUpon(.merged(id: 1, into: 3))) { try again.takingBack(1) }
        #expect(try again.takingBack().takingBack().settled == (try Gathering.sample(topics: 3).settled))
    }

    @Test func `the log keeps forty steps, and the forty-first pushes out the first`() throws {
        var gathering = try Gathering.sample(topics: 1)
        for count in 1...41 {
            gathering = try gathering.doing { try $0.countHands(count, for: 1, by: .moderator) }
        }

        #expect(gathering.undo.steps.map(\.number) == Array(2...41))
        #expect(throws: Gathering.Refused.nothingToUndo) {
            try gathering.takeBack(step: 1, at: .at("9:00"), by: .moderator)
        }
        for _ in 1...40 { gathering = try gathering.takingBack() }
        #expect(gathering.topics.handCount(of: 1) == 1)
    }

    @Test func `a step remembers when it was done and what would be touched`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(2, 2, "saal")
            .doing(at: 99) { try $0.swap(1, with: 2, seen: 1, by: .moderator) }

        #expect(gathering.undo.newest?.moment == 99)
        #expect(gathering.undo.newest?.touched == [.placement(id: 1), .placement(id: 2)])
    }
}

/// One act that can be taken back.
struct UndoableStep: Sendable, CustomTestStringConvertible {
    let act: UndoLog.UndoableAct
    var prepare: @Sendable (Gathering) throws -> Gathering = { $0 }
    let verb: @Sendable (Gathering) throws -> [Gathering.Change]

    var testDescription: String { "\(act)" }

    enum Name: CaseIterable {
        case laid, moved, swapped, pinned, unpinned, parked, merged, hidden, queued, counted, admitted,
            cancelled, withdrawn, edited, shown, restored, roomChanged, published, shifted, entered,
            projected

        init(_ act: UndoLog.UndoableAct) {
            self =
                switch act {
                case .laid: .laid
                case .moved: .moved
                case .swapped: .swapped
                case .pinned: .pinned
                case .unpinned: .unpinned
                case .parked: .parked
                case .merged: .merged
                case .hidden: .hidden
                case .queued: .queued
                case .counted: .counted
                case .admitted: .admitted
                case .cancelled: .cancelled
                case .withdrawn: .withdrawn
                case .edited: .edited
                case .shown: .shown
                case .restored: .restored
                case .roomChanged: .roomChanged
                case .published: .published
                case .shifted: .shifted
                case .entered: .entered
                case .projected: .projected
                }
        }
    }

    /// 1 and 2 are on the board, 2 pinned, 3 parked; 4 and 5 wait.
    static func gathering() throws -> Gathering {
        try Gathering.sample(topics: 5)
            .doing { try $0.countHands(2, for: 4, by: .moderator) }
            .doing { try $0.countHands(6, for: 5, by: .moderator) }
            .doing { try $0.admit(4, false, by: .moderator) }
            .placing(1, 1, "saal").placing(2, 2, "saal").placing(3, 3, "saal")
            .doing { try $0.pin(2, by: .moderator) }.publishing()
            .doing { try $0.park(3, seen: $0.board.draft.placements[3]?.revision, by: .moderator) }
    }

    static let all =
        [
            Self(act: .laid(count: 2, parked: 1)) { gathering in
                let layout = Board.Layout(
                    placements: [
                        1: Placement(place: Place(slot: 3, room: "saal")),
                        2: Placement(place: Place(slot: 2, room: "saal"), isPinned: true),
                        4: Placement(place: Place(slot: 1, room: "saal")),
                    ], parked: [3: .byModerator, 5: .noRoomLeft])
                return try gathering.lay(layout, basedOn: gathering.board.revision, by: .moderator)
            },
            Self(act: .moved(id: 1)) {
                try $0.move(1, to: Place(slot: 4, room: "stube"), seen: revision(1, $0), by: .moderator)
            },
            Self(act: .moved(id: 3)) {
                try $0.move(3, to: Place(slot: 4, room: "stube"), seen: nil, by: .moderator)
            },
            Self(act: .moved(id: 4)) {
                try $0.move(4, to: Place(slot: 4, room: "stube"), seen: nil, by: .moderator)
            },
            Self(act: .swapped(id: 1, with: 2)) {
                try $0.swap(1, with: 2, seen: revision(1, $0), by: .moderator)
            },
            Self(act: .pinned(id: 1)) { try $0.pin(1, by: .moderator) },
            Self(act: .unpinned(id: 2)) { try $0.unpin(2, by: .moderator) },
            Self(act: .parked(id: 2)) { try $0.park(2, seen: revision(2, $0), by: .moderator) },
            Self(act: .merged(id: 2, into: 1)) { try $0.merge(2, into: 1, by: .moderator) },
            Self(act: .merged(id: 3, into: 4)) { try $0.merge(3, into: 4, by: .moderator) },
            Self(act: .merged(id: 5, into: 4)) { try $0.merge(5, into: 4, by: .moderator) },
            Self(act: .hidden(id: 1)) { try $0.hide(1, by: .moderator) },
            Self(act: .queued) { try $0.queue(5, at: 0, by: .moderator) },
            Self(act: .counted(id: 4, hands: 9)) { try $0.countHands(9, for: 4, by: .moderator) },
            Self(act: .counted(id: 1, hands: 3)) { try $0.countHands(3, for: 1, by: .moderator) },
            Self(act: .admitted(id: 4, isIn: true)) { try $0.admit(4, true, by: .moderator) },
            Self(act: .admitted(id: 1, isIn: false)) { try $0.admit(1, false, by: .moderator) },
            Self(act: .cancelled(id: 1)) { try $0.cancel(1, by: .moderator) },
        ] + later

    /// What could not be taken back in the first journals.
    private static let later = [
        Self(act: .withdrawn(id: 1)) { try $0.withdraw(1, by: .moderator) },
        Self(act: .withdrawn(id: 3)) { try $0.withdraw(3, by: .moderator) },
        Self(
            act: .withdrawn(id: 4),
            prepare: { try $0.doing { try $0.beginPitch(5, at: .at("9:00"), by: .moderator) } }
        ) {
            try $0.withdraw(4, by: .moderator)
        },
        Self(act: .edited(id: 4, revision: 2)) { gathering in
            try gathering.edit(4, to: .init(title: "Neu", slotCount: 2), revision: 1, by: .moderator)
                + gathering.setHosts(["dora", "anna"], of: 4, by: .moderator)
        },
        Self(
            act: .shown(id: 1), prepare: { try $0.doing { try $0.hide(1, because: "Grund", by: .moderator) } }
        ) {
            try $0.show(1, by: .moderator)
        },
        Self(act: .restored(id: 1), prepare: { try $0.doing { try $0.cancel(1, by: .moderator) } }) {
            try $0.restore(1, by: .moderator)
        },
        Self(act: .roomChanged(id: 1), prepare: { try $0.publishing() }) {
            try $0.changeRoom(of: 1, to: "stube", by: .moderator)
        },
        Self(act: .published(number: 2, before: 1)) {
            try $0.publish(revision: $0.board.revision, by: .moderator)
        },
        Self(
            act: .shifted(minutes: 15),
            prepare: { try $0.doing { try $0.setItem(.sample(from: "13:50", 5), by: .organiser) } }
        ) {
            try $0.shift(byMinutes: 15, at: .at("10:30"), by: .moderator)
        },
        Self(act: .shifted(minutes: -15)) { try $0.shift(byMinutes: -15, at: .at("9:30"), by: .moderator) },
        Self(act: .projected(.draft)) { try $0.project(.draft, by: .moderator) },
        Self(
            act: .projected(nil),
            prepare: { try $0.doing { try $0.project(.join, by: .moderator) } }
        ) {
            try $0.project(nil, by: .moderator)
        },
        Self(
            act: .entered(.pitching),
            prepare: { try $0.doing { try $0.project(.wishes, by: .moderator) } }
        ) {
            try $0.enter(.pitching, by: .moderator)
        },
        Self(act: .entered(.arriving)) { try $0.enter(.arriving, by: .moderator) },
        Self(act: .entered(.weighing)) { try $0.enter(.weighing, by: .moderator) },
        Self(act: .entered(.planning), prepare: { try $0.entering(.weighing) }) {
            try $0.enter(.planning, by: .moderator)
        },
        Self(act: .entered(.weighing), prepare: { try $0.entering(.weighing).entering(.planning) }) {
            try $0.enter(.weighing, by: .moderator)
        },
    ]

    private static func revision(_ id: Proposal.ID, _ gathering: Gathering) -> Int? {
        gathering.board.draft.placements[id]?.revision
    }
}
