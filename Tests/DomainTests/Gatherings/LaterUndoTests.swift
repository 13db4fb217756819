import Domain
import Testing

/// Taking back what several have a hand in: topics, versions, times and stations.
struct LaterUndoTests {
    private func published() throws -> Gathering {
        try Gathering.sample(topics: 3).placing(1, 1, "saal").placing(2, 2, "saal").publishing()
    }

    @Test func `what hosts do to their own topics is none of the moderators' steps`() throws {
        let gathering = try Gathering.sample(topics: 1)
            .doing { try $0.edit(1, to: .init(title: "Neu"), revision: 1, by: .participant("anna")) }
            .doing { try $0.withdraw(1, by: .participant("anna")) }

        #expect(gathering.undo.steps == [])
    }

    @Test func `an edit is not taken back over what the host wrote since`() throws {
        let gathering = try Gathering.sample(topics: 1)
            .doing { try $0.edit(1, to: .init(title: "Neu"), revision: 1, by: .moderator) }
            .doing { try $0.edit(1, to: .init(title: "Besser"), revision: 2, by: .participant("anna")) }

        #expect(throws: Gathering.Refused.editedMeanwhile) { try gathering.takingBack() }
    }

    @Test func `a withdrawal is not taken back when the host was faster, or has left`() throws {
        let withdrawn = try Gathering.sample(topics: 1).doing { try $0.withdraw(1, by: .moderator) }
        let reopened = try withdrawn.doing { try $0.reopen(1, by: .participant("anna")) }
        let left = try withdrawn.doing { try $0.leave("anna", by: .participant("anna")) }

        #expect(throws: Gathering.Refused.nothingToUndo) { try reopened.takingBack() }
        #expect(throws: Gathering.Refused.noSuchHost) { try left.takingBack() }
    }

    @Test func `the first version cannot be taken back, later ones are replaced by the one before`() throws {
        let first = try published()
        let second = try first.placing(3, 3, "saal").publishing()
        let back = try second.takingBack()

        #expect(first.undo.newest?.act == .moved(id: 2))
        #expect(back.board.published.map(\.number) == [1, 2, 3])
        #expect(back.board.current?.layout == first.board.current?.layout)
        #expect(back.board.unpublished.map(\.id) == [3])
    }

    @Test func `an older version is not taken back under a newer one`() throws {
        let gathering = try published().placing(3, 3, "saal").publishing().placing(3, 4, "saal").publishing()
        let second = gathering.undo.steps.first { $0.act == .published(number: 2, before: 1) }

        #expect(throws: Gathering.Refused.builtUpon(.published(number: 3, before: 2))) {
            try gathering.takingBack(second?.number)
        }
    }

    @Test func `a version is not shown again when its room is gone`() throws {
        let gathering = try published().placing(1, 3, "stube").publishing()
            .placing(1, 1, "saal").placing(2, 2, "keller").publishing()
        let moved = try gathering.placing(1, 3, "keller").publishing()
            .doing { try $0.removeRoom("saal", by: .organiser) }

        #expect(throws: Gathering.Refused.noSuchPlace) { try moved.takingBack() }
    }

    @Test func `a change of room is one step`() throws {
        let gathering = try published().doing { try $0.changeRoom(of: 1, to: "stube", by: .moderator) }
        let back = try gathering.takingBack()

        #expect(gathering.undo.newest?.act == .roomChanged(id: 1))
        #expect(back.board.current?.layout.placements[1]?.place.room == "saal")
        #expect(back.board.unpublished == [])
    }

    @Test func `times that were set since stay, the others go back`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.shift(byMinutes: 15, at: .at("9:00"), by: .moderator) }
            .doing { try $0.setSlot(Slot(id: 4, start: "15:00", lengthMinutes: 30), by: .organiser) }
            .doing { try $0.removeSlot(3, by: .organiser) }

        #expect(try gathering.takingBack().programme.slots.map(\.start) == ["10:00", "11:00", "15:00"])
    }

    @Test func `times do not go back into what was put there since`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.shift(byMinutes: 30, at: .at("9:00"), by: .moderator) }
            .doing { try $0.setSlot(Slot(id: 9, start: "9:30", lengthMinutes: 50), by: .organiser) }

        #expect(throws: Gathering.Refused.slotsOverlap(with: "9:30")) { try gathering.takingBack() }
    }

    @Test func `a station goes back with its window, as far as nobody turned that since`() throws {
        let weighing = try Gathering.sample().entering(.pitching).entering(.weighing)
        let closed = try weighing.doing { try $0.setWindow(open: false, by: .moderator) }
        let planning = try weighing.entering(.planning)
        let open = try planning.doing { try $0.setWindow(open: true, by: .moderator) }

        #expect(try weighing.takingBack().day.window == .notYetOpen)
        #expect(try closed.takingBack().day.window == closed.day.window)
        #expect(try planning.takingBack().day.window.isOpen)
        #expect(try open.takingBack().day == open.takingBack().day)
        #expect(try open.takingBack().day.phase == .weighing)
    }

    @Test func `the end is not taken back`() throws {
        let ended = try Gathering.sample().entering(.closing).entering(.ended)

        #expect(ended.undo.steps.map(\.act) == [.entered(.closing)])
        #expect(throws: Gathering.Refused.ended(at: 60)) { try ended.takingBack() }
    }

    @Test func `steps of the first journals keep their numbers`() throws {
        let gathering = try Gathering.sample(topics: 2).entering(.arriving).placing(1, 1, "saal")
            .entering(.planning).placing(2, 2, "saal")

        #expect(gathering.undo.steps.map(\.number) == [1_000_001, 1, 1_000_002, 2])
    }
}
