import Domain
import Foundation
import Testing

struct ReplayTests {
    @Test(arguments: 0..<12)
    func `what the journal holds makes the same gathering again`(_ seed: Int) throws {
        var day = RandomDay(seed: seed)
        try day.run(steps: 150)

        var replayed = Gathering(id: Gathering.sampleID)
        let decoder = JSONDecoder()
        for entry in day.journal {
            let changes = try decoder.decode([Gathering.Change].self, from: entry.body)
            for change in changes { replayed.apply(change, at: entry.moment) }
        }

        #expect(replayed == day.gathering)
        #expect(day.journal.count > 60)
    }

    @Test(arguments: 0..<4)
    func `a snapshot is read as it was written`(_ seed: Int) throws {
        var day = RandomDay(seed: seed)
        try day.run(steps: 100)

        let snapshot = try JSONEncoder().encode(day.gathering)

        #expect(try JSONDecoder().decode(Gathering.self, from: snapshot) == day.gathering)
    }

    @Test(arguments: 100..<112)
    func `through any day queue and board keep their rules`(_ seed: Int) throws {
        var day = RandomDay(seed: seed)

        for _ in 0..<150 {
            try day.run(steps: 1)
            #expect(day.gathering.brokenRules == [])
        }
    }

    @Test(arguments: 200..<206)
    func `any step that may be taken back keeps the rules`(_ seed: Int) throws {
        var day = RandomDay(seed: seed)
        try day.run(steps: 120)

        for step in day.gathering.undo.steps {
            guard let after = try? day.gathering.takingBack(step.number) else { continue }
            #expect(after.brokenRules == [], "\(step.act)")
        }
    }

    @Test func `snapshots of the other aggregates are read as they were written`() throws {
        let interest = Interest(id: "g1").applying([.windowOpened]).wishing(["v1": [1: 2, 2: 1]])
        let attendance = try Attendance(id: "g1").doing { try $0.go(to: 1, in: 1, by: "v1") }
        let house = try House(id: House.theOne).doing { try $0.list("g1", codeSerial: 1, codeDigest: "c1") }
        let access = try Access(id: "g1").doing { try $0.makeLink(.sample("l1"), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "phone", at: 1) }
            .doing { try $0.setPersonalCode(.sample("c1"), for: "anna", by: .moderator) }

        let record = try Record.sample().writing("Rad", in: .solutions).writing(
            "Mai", in: .step("s1", .until)
        )
        .doing { try $0.release(by: .moderator) }

        #expect(try again(record) == record)
        #expect(try again(interest) == interest)
        #expect(try again(attendance) == attendance)
        #expect(try again(house) == house)
        #expect(try again(access) == access)
    }

    private func again<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}

/// A day on which anybody does anything: most of it is refused, the rest goes into a journal.
struct RandomDay {
    struct Entry {
        let moment: Instant
        let body: Data
    }

    private(set) var gathering: Gathering
    private(set) var journal: [Entry] = []
    private var dice: Dice
    private var second: Int64 = 0

    init(seed: Int) {
        dice = Dice(seed: seed)
        gathering = Gathering(id: Gathering.sampleID)
    }

    mutating func run(steps: Int) throws {
        if journal.isEmpty {
            try keep(gathering.prepare(.sample, by: .organiser))
            for person in Participant.ID.four { try keep(gathering.join(.sample(person), by: .nobody)) }
        }
        for _ in 0..<steps {
            do { try keep(verb()) } catch is Gathering.Refused {}
        }
    }

    private mutating func keep(_ changes: [Gathering.Change]) throws {
        guard !changes.isEmpty else { return }
        second += 1
        let entry = Entry(
            moment: Instant(milliseconds: second * 1000), body: try JSONEncoder().encode(changes))
        for change in changes { gathering.apply(change, at: entry.moment) }
        journal.append(entry)
    }

    private mutating func verb() throws -> [Gathering.Change] {
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: try topicVerb()
        case 1: try queueVerb()
        case 2: try boardVerb()
        default: dice.flip() ? try boardVerb() : try dayVerb()
        }
    }

    private mutating func topicVerb() throws -> [Gathering.Change] {
        let id = anyTopic()
        let person = dice.pick(Participant.ID.four)
        switch Int.random(in: 0..<11, using: &dice) {
        case 0...3: return try gathering.propose(content(), by: .participant(person))
        case 4:
            return try gathering.edit(
                id, to: content(), revision: gathering.topics[id]?.revision ?? 0, by: .moderator)
        case 5: return try gathering.withdraw(id, by: .participant(person))
        case 6: return try gathering.reopen(id, by: .moderator)
        case 7:
            return try gathering.setHosts([person, dice.pick(Participant.ID.four)], of: id, by: .moderator)
        case 8: return try gathering.merge(id, into: anyTopic(), by: .moderator)
        case 9:
            return dice.flip()
                ? try gathering.hide(id, by: .moderator) : try gathering.show(id, by: .moderator)
        default: return try gathering.admit(id, dice.pick([true, false, nil]), by: .moderator)
        }
    }

    private mutating func queueVerb() throws -> [Gathering.Change] {
        let id = anyTopic()
        let now = Now.at(time())
        switch Int.random(in: 0..<7, using: &dice) {
        case 0: return try gathering.beginPitch(at: now, by: .moderator)
        case 1: return try gathering.beginPitch(id, at: now, by: .moderator)
        case 2: return try gathering.pausePitch(at: now, by: .moderator)
        case 3: return try gathering.resumePitch(at: now, by: .moderator)
        case 4: return try gathering.endPitch(by: .moderator)
        case 5: return try gathering.queue(id, at: Int.random(in: 0..<6, using: &dice), by: .moderator)
        default: return try gathering.countHands(dice.pick([nil, 3, 8]), for: id, by: .moderator)
        }
    }

    private mutating func boardVerb() throws -> [Gathering.Change] {
        let id = anyTopic()
        let seen = gathering.board.draft.placements[id]?.revision
        switch Int.random(in: 0..<14, using: &dice) {
        case 0...4: return try gathering.move(id, to: place(), seen: seen, by: .moderator)
        case 5: return try gathering.swap(id, with: anyTopic(), seen: seen, by: .moderator)
        case 6: return try gathering.park(id, seen: seen, by: .moderator)
        case 7:
            return dice.flip()
                ? try gathering.pin(id, by: .moderator) : try gathering.unpin(id, by: .moderator)
        case 8: return try gathering.publish(revision: gathering.board.revision, by: .moderator)
        case 9:
            return dice.flip()
                ? try gathering.cancel(id, by: .moderator) : try gathering.restore(id, by: .moderator)
        case 10: return try gathering.changeRoom(of: id, to: place().room, by: .moderator)
        case 11: return try gathering.lay(layout(), basedOn: gathering.board.revision, by: .moderator)
        default:
            let steps = gathering.undo.steps.map(\.number)
            return steps.isEmpty
                ? [] : try gathering.takeBack(step: dice.pick(steps), at: .at("9:00"), by: .moderator)
        }
    }

    private mutating func dayVerb() throws -> [Gathering.Change] {
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: return try gathering.enter(dice.pick(Phase.allCases.filter { $0 != .ended }), by: .moderator)
        case 1: return try gathering.setWindow(open: dice.flip(), by: .moderator)
        case 2: return try gathering.announce("Hallo.", by: .moderator)
        case 3: return try gathering.takeBack(Announcement.ID(number: 1), by: .moderator)
        case 4:
            return try gathering.shift(
                byMinutes: Int.random(in: -20...20, using: &dice), at: .at(time()), by: .moderator)
        case 5: return try gathering.countHeads(dice.pick([nil, 30]), by: .moderator)
        case 6: return try gathering.takeProposals(dice.flip(0.8), by: .moderator)
        case 7: return try gathering.join(.sample(dice.pick(["eva", "finn"])), by: .nobody)
        default:
            let guest: Participant.ID = dice.pick(["eva", "finn", "dora"])
            return dice.flip(0.9)
                ? try gathering.setProfile(.sample(of: guest, "new"), of: guest, by: .moderator)
                : try gathering.leave(guest, by: .moderator)
        }
    }

    private mutating func anyTopic() -> Proposal.ID {
        Proposal.ID(number: Int.random(in: 1...max(gathering.topics.all.count, 1), using: &dice))
    }

    private mutating func place() -> Place {
        Place(slot: dice.pick([1, 2, 3, 4]), room: dice.pick(["saal", "stube", "keller"]))
    }

    private mutating func time() -> MinuteOfDay { dice.pick(["9:00", "10:10", "11:50", "13:30"]) }

    private mutating func content() -> Proposal.Content {
        var content = Proposal.Content(title: dice.pick(["Radweg", "Leerstand", "Bäume"]))
        content.slotCount = dice.flip(0.2) ? 2 : 1
        content.needs = dice.flip(0.2) ? [.projector] : []
        content.until = dice.flip(0.1) ? "12:00" : nil
        return content
    }

    /// As it stands, with one more topic somewhere and the rest parked.
    private mutating func layout() -> Board.Layout {
        var placements = gathering.board.draft.placements
        let id = anyTopic()
        placements[id] = Placement(place: place(), slotCount: gathering.topics[id]?.content.slotCount ?? 1)
        let parked = gathering.topics.open.map(\.id).filter { placements[$0] == nil }
        return Board.Layout(
            placements: placements, parked: Dictionary(uniqueKeysWithValues: parked.map { ($0, .noRoomLeft) })
        )
    }
}

extension Gathering {
    /// What must never happen, whatever anybody does.
    var brokenRules: [String] {
        var broken: [String] = []
        let queue = topics.queue
        if Set(queue).count != queue.count { broken.append("somebody waits twice") }
        if queue.contains(where: { topics[$0]?.isOpen != true }) { broken.append("who is no more waits") }
        if let pitch = topics.pitch {
            if queue.contains(pitch.proposal) { broken.append("who is presenting waits") }
            if topics[pitch.proposal]?.isOpen != true { broken.append("who is no more presents") }
        }
        let unhosted = topics.open.filter { topic in
            !topic.hosts.contains { attendees[$0]?.isHere == true }
        }
        if !unhosted.isEmpty { broken.append("nobody hosts \(unhosted.map(\.id))") }
        let waiting = Set(queue + topics.pitched + [topics.pitch?.proposal].compactMap(\.self))
        let lost = topics.open.map(\.id).filter { !waiting.contains($0) }
        if !lost.isEmpty { broken.append("neither waits nor was presented: \(lost)") }

        var taken: [Place: Proposal.ID] = [:]
        for (id, placement) in board.draft.placements {
            if topics[id]?.isOpen != true { broken.append("\(id) is no more, and on the board") }
            if board.draft.parked[id] != nil { broken.append("\(id) is on the board and parked") }
            for slot in placement.slots(in: programme) {
                let place = Place(slot: slot.id, room: placement.place.room)
                if let other = taken.updateValue(id, forKey: place) {
                    broken.append("\(id) sits on \(other)")
                }
            }
        }
        return broken
    }
}
