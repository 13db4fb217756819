import Domain
import Testing

/// A verb with the right it asks for, in a state where it would change something.
struct GuardedVerb: Sendable, CustomTestStringConvertible {
    let name: String
    let right: Right
    let refused: Gathering.Refused
    let worksAfterTheEnd: Bool
    let run: @Sendable (Gathering, Caller) throws -> [Gathering.Change]

    var testDescription: String { name }

    /// Topics 1 to 3 are on the board and published, 4 is Dora's, 5 waits, 6 is being presented and 7 is withdrawn.
    static func gathering() throws -> Gathering {
        try Gathering.sample(topics: 3)
            .proposing("Dora", by: "dora").proposing("Wartet", by: "anna").proposing("Dran", by: "ben")
            .proposing("Zurückgezogen", by: "cem")
            .doing { try $0.withdraw(7, by: .moderator) }
            .doing { try $0.setItem(.sample(), by: .organiser) }
            .doing { try $0.setOrganiser(.sample("stadt"), by: .organiser) }
            .doing { try $0.announce("Los geht es.", by: .moderator) }
            .doing { try $0.setWindow(open: true, by: .moderator) }
            .doing { try $0.beginPitch(6, at: .at("9:00"), by: .moderator) }
            .doing { try $0.hide(3, by: .moderator) }
            .placing(1, 1, "saal").placing(2, 2, "saal").placing(3, 3, "saal")
            .doing { try $0.pin(3, by: .moderator) }
            .publishing()
            .doing { try $0.cancel(3, by: .moderator) }
            .doing { try $0.park(2, seen: $0.board.draft.placements[2]?.revision, by: .moderator) }
    }

    static let all = programme + people + topics + day + board

    private init(
        _ name: String, _ right: Right, afterTheEnd: Bool = false, refused: Gathering.Refused? = nil,
        run: @escaping @Sendable (Gathering, Caller) throws -> [Gathering.Change]
    ) {
        self.name = name
        self.right = right
        self.refused = refused ?? .notAllowed(right)
        worksAfterTheEnd = afterTheEnd
        self.run = run
    }

    private static let programme = [
        Self("changeFacts", .prepare, afterTheEnd: true) {
            try $0.changeFacts(.sample.with { $0.edition = 2 }, by: $1)
        },
        Self("goOn in a next edition", .prepare, afterTheEnd: true) {
            try $0.goOn(in: "g2", isGone: { _ in false }, by: $1)
        },
        Self("setRoom", .prepare, afterTheEnd: true) { try $0.setRoom(.sample("neu"), by: $1) },
        Self("removeRoom", .prepare, afterTheEnd: true) { try $0.removeRoom("keller", by: $1) },
        Self("setSlot", .prepare, afterTheEnd: true) {
            try $0.setSlot(Slot(id: 9, start: "16:00", lengthMinutes: 45), by: $1)
        },
        Self("addSlots", .prepare, afterTheEnd: true) {
            try $0.addSlots(Slot.row(from: "16:00", count: 1), by: $1)
        },
        Self("removeSlot", .prepare, afterTheEnd: true) { try $0.removeSlot(4, by: $1) },
        Self("setItem", .prepare, afterTheEnd: true) { try $0.setItem(.sample("kaffee"), by: $1) },
        Self("removeItem", .prepare, afterTheEnd: true) { try $0.removeItem("pause", by: $1) },
        Self("setOrganiser", .prepare, afterTheEnd: true) { try $0.setOrganiser(.sample("kreis"), by: $1) },
        Self("removeOrganiser", .prepare, afterTheEnd: true) { try $0.removeOrganiser("stadt", by: $1) },
    ]

    private static let people = [
        Self("join without a phone", .keepOrder) { try $0.join(.sample("eva", hasPhone: false), by: $1) },
        Self("setProfile of somebody else", .keepOrder, afterTheEnd: true) {
            try $0.setProfile(.sample(of: "anna", "new"), of: "anna", by: $1)
        },
        Self("leave for somebody else", .keepOrder, afterTheEnd: true) { try $0.leave("anna", by: $1) },
        Self("takeOut", .keepOrder, afterTheEnd: true) { try $0.takeOut("anna", by: $1) },
        Self("countHeads", .moderate, afterTheEnd: true) { try $0.countHeads(31, by: $1) },
    ]

    private static let topics = [
        Self("propose", .propose) { try $0.propose(.init(title: "Neu"), by: $1) },
        Self("propose for somebody", .proposeForOthers) {
            try $0.propose(.init(title: "Neu"), host: "anna", by: $1)
        },
        Self("edit somebody's", .proposeForOthers, refused: .notYourProposal) {
            try $0.edit(5, to: .init(title: "Neu"), revision: 1, by: $1)
        },
        Self("withdraw somebody's", .proposeForOthers, refused: .notYourProposal) {
            try $0.withdraw(5, by: $1)
        },
        Self("reopen somebody's", .proposeForOthers, refused: .notYourProposal) { try $0.reopen(7, by: $1) },
        Self("setHosts of somebody's", .proposeForOthers, refused: .notYourProposal) {
            try $0.setHosts(["ben"], of: 5, by: $1)
        },
        Self("hide", .keepOrder, afterTheEnd: true) { try $0.hide(1, by: $1) },
        Self("show", .keepOrder, afterTheEnd: true) { try $0.show(3, by: $1) },
        Self("takeProposals", .moderate) { try $0.takeProposals(false, by: $1) },
        Self("merge", .moderate) { try $0.merge(5, into: 4, by: $1) },
        Self("admit", .moderate) { try $0.admit(5, true, by: $1) },
        Self("beginPitch", .moderate) { try $0.beginPitch(at: .at("9:00"), by: $1) },
        Self("pausePitch", .moderate) { try $0.pausePitch(at: .at("9:00"), by: $1) },
        Self("resumePitch", .moderate) { gathering, caller in
            var paused = gathering
            paused.apply(.topics(change: .pitchClockSet(clock: .paused(secondsLeft: 3))), at: 0)
            return try paused.resumePitch(at: .at("9:00"), by: caller)
        },
        Self("extendPitch", .moderate) { try $0.extendPitch(bySeconds: 30, at: .at("9:00"), by: $1) },
        Self("endPitch", .moderate) { try $0.endPitch(by: $1) },
        Self("queue", .moderate) { try $0.queue(5, at: 0, by: $1) },
        Self("countHands", .moderate) { try $0.countHands(4, for: 5, by: $1) },
    ]

    private static let day = [
        Self("enter", .moderate, afterTheEnd: true) { try $0.enter(.weighing, by: $1) },
        Self("setWindow", .moderate) { try $0.setWindow(open: false, by: $1) },
        Self("announce", .moderate) { try $0.announce("Essen ist da.", by: $1) },
        Self("takeBack an announcement", .moderate) { try $0.takeBack(1, by: $1) },
        Self("shift", .moderate) { try $0.shift(byMinutes: 15, at: .at("9:00"), by: $1) },
        Self("takeBack a step", .moderate) {
            try $0.takeBack(step: $0.undo.newest?.number ?? 0, at: .at("9:00"), by: $1)
        },
    ]

    private static let board = [
        Self("move", .changeBoard) {
            try $0.move(4, to: Place(slot: 4, room: "saal"), seen: nil, by: $1)
        },
        Self("swap", .changeBoard) {
            try $0.swap(1, with: 3, seen: $0.board.draft.placements[1]?.revision, by: $1)
        },
        Self("rearrange", .changeBoard) {
            let moves = [Board.Move(1, to: Place(slot: 4, room: "saal"))]
            return try $0.rearrange(moves, basedOn: $0.board.revision, by: $1)
        },
        Self("pin", .changeBoard) { try $0.pin(1, by: $1) },
        Self("unpin", .changeBoard) { try $0.unpin(3, by: $1) },
        Self("park", .changeBoard) { try $0.park(1, seen: $0.board.draft.placements[1]?.revision, by: $1) },
        Self("lay", .changeBoard) { gathering, caller in
            var layout = gathering.board.draft
            layout = Board.Layout(placements: layout.placements, parked: [4: .noRoomLeft, 2: .byModerator])
            return try gathering.lay(layout, basedOn: gathering.board.revision, by: caller)
        },
        Self("publish", .changeBoard) { try $0.publish(revision: $0.board.revision, by: $1) },
        Self("cancel", .moderate) { try $0.cancel(1, by: $1) },
        Self("restore", .moderate) { try $0.restore(3, by: $1) },
        Self("changeRoom", .moderate) { gathering, caller in
            var published = gathering
            published.apply(.board(change: .published(number: 2)), at: 0)
            return try published.changeRoom(of: 1, to: "stube", by: caller)
        },
        Self("swapRooms", .moderate) { gathering, caller in
            let published = try gathering.placing(1, 1, "saal").placing(2, 1, "stube").publishing()
            return try published.swapRooms(of: 1, with: 2, seen: 1, by: caller)
        },
    ]
}
