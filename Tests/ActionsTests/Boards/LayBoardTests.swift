import Actions
import Domain
import TestSupport
import Testing

struct LayBoardTests {
    @Test func `every open topic gets a place while there is room, and no hard rule is broken`() async throws
    {
        let day = try await Self.wishedDay()

        let laid = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let gathering = try await day.gathering()
        #expect(laid.placedCount == 6)
        #expect(laid.parkedCount == 0)
        #expect(Set(gathering.board.draft.placements.keys) == Set(gathering.topics.open.map(\.id)))
        for (id, placement) in gathering.board.draft.placements {
            let proposal = try #require(gathering.topics[id])
            #expect(gathering.obstacle(proposal, at: placement.place, ignoring: [id]) == nil, "\(id)")
        }
    }

    @Test func `two topics that the same people want do not run at the same time`() async throws {
        let day = try await Self.wishedDay()

        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let placements = try await day.gathering().board.draft.placements
        let wanted = try #require(placements["1"]).place.slot
        #expect(try #require(placements["2"]).place.slot != wanted)
        #expect(try #require(placements["3"]).place.slot != wanted)
    }

    @Test func `what does not fit is parked with a reason`() async throws {
        let day = try await Self.wishedDay(topicCount: 8)

        let laid = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let draft = try await day.gathering().board.draft
        #expect(laid.placedCount == 6)
        #expect(draft.parked.values.sorted { "\($0)" < "\($1)" } == [.noRoomLeft, .noRoomLeft])
    }

    @Test func `a long topic that nothing would make way for says so, and nothing of pins`() async throws {
        var weighted = try Gathering.Draft.sample()
        weighted.facts.rules.wishWeightMax = 3
        let day = try await Day.begin(weighted)
        for person in 1...12 { try await day.join("phone-\(person)") }
        for topic in 1...6 { try await day.propose("Thema \(topic)", by: "phone-\(topic)") }
        let long = try await day.propose("Lang", by: "phone-7", slotCount: 2)
        try await day.enter(.weighing)
        for person in 1...12 {
            for topic in 1...6 where topic % 2 == person % 2 {
                try await day.wish(Proposal.ID(number: topic), by: "phone-\(person)", weight: 3)
            }
        }

        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let draft = try await day.gathering().board.draft
        #expect(draft.placements.count == 6)
        #expect(draft.parked[long] == .noFittingPlace(demands: [.length]))
    }

    @Test func `only the most wanted get in where the gathering says so`() async throws {
        let day = try await Self.wishedDay { $0.admission = .mostWanted(count: 3) }

        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let draft = try await day.gathering().board.draft
        #expect(Set(draft.placements.keys) == ["1", "2", "3"])
        #expect(draft.parked == ["4": .lessWanted, "5": .lessWanted, "6": .lessWanted])
    }

    @Test func `what the plenum has not taken in is parked`() async throws {
        let day = try await Self.wishedDay { $0.admission = .plenum }
        try await day.change("admit-four") { try $0.admit("4", true, by: $1) }

        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let draft = try await day.gathering().board.draft
        #expect(Set(draft.placements.keys) == ["4"])
        #expect(Set(draft.parked.values) == [.notTakenInByPlenum])
    }

    @Test func `a pinned session stays, and who must leave is placed before`() async throws {
        let day = try await Self.wishedDay()
        let early = try await day.propose(
            "Ich muss los", by: "phone-1", until: MinuteOfDay("11:45"))
        let pinned = Place(slot: "2", room: "2")
        try await day.change("place-four") { try $0.move("4", to: pinned, seen: nil, by: $1) }
        try await day.change("pin-four") { try $0.pin("4", by: $1) }

        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let draft = try await day.gathering().board.draft
        #expect(draft.placements["4"]?.place == pinned)
        #expect(draft.placements[early]?.place.slot == "1")
    }

    @Test func `laying out again after publishing changes nothing when nothing changed`() async throws {
        let day = try await Self.wishedDay()
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))
        try await day.change("publish-1") { try $0.publish(revision: $0.board.revision, by: $1) }

        let laid = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-again"))

        #expect(laid.isUnchanged)
        #expect(try await day.gathering().board.unpublished == [])
    }

    @Test func `a participant may not lay out the board`() async throws {
        let day = try await Self.wishedDay()

        await #expect(throws: Gathering.Refused.notAllowed(.changeBoard)) {
            try await LayBoard(day.instance)(in: day.id, .sample("phone-1", "lay-board"))
        }
    }

    @Test func `the quality is what an independent count says`() async throws {
        let day = try await Self.wishedDay(topicCount: 8)
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))
        let gathering = try await day.gathering()
        let draft = gathering.board.draft

        let quality = try #require(try await AssessBoard(day.instance).quality(of: draft, in: gathering))

        let tally = try await Tally(day.interest(), draft)
        #expect(quality.wishCount == tally.wished)
        #expect(quality.attainedCount == tally.attained)
        #expect(quality.parkedWishCount == tally.parked)
        #expect(quality.wishCount == quality.attainedCount + quality.lostCount + quality.parkedWishCount)
    }

    @Test func `while wishes are blind nobody learns a price or the quality`() async throws {
        let day = try await Self.wishedDay { $0.isBlind = true }
        let open = try await day.gathering()

        #expect(try await AssessBoard(day.instance).quality(of: open.board.draft, in: open) == nil)
        #expect(try await AssessBoard(day.instance).prices(of: "1", in: open) == [])
    }

    @Test func `a placed topic that became longer breaks no board, and is laid anew`() async throws {
        let day = try await Self.wishedDay()
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))
        let before = try await day.gathering()
        let early = try #require(before.board.draft.placements.first { $0.value.place.slot == "1" }?.key)

        try await day.change("longer") { gathering, caller in
            var content = try #require(gathering.topics[early]).content
            content.slotCount = 2
            return try gathering.edit(early, to: content, revision: 1, by: caller)
        }
        let longer = try await day.gathering()
        let quality = try await AssessBoard(day.instance).quality(of: longer.board.draft, in: longer)
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-again"))

        let after = try await day.gathering()
        #expect(quality == (try await AssessBoard(day.instance).quality(of: before.board.draft, in: before)))
        for (id, placement) in after.board.draft.placements {
            let proposal = try #require(after.topics[id])
            #expect(placement.slotCount == proposal.content.slotCount)
            #expect(after.obstacle(proposal, at: placement.place, ignoring: [id]) == nil, "\(id)")
        }
    }

    /// Twelve people: everybody wants 1, half of them 2, half 3, and one each the others.
    static func wishedDay(
        topicCount: Int = 6, seats: Int? = nil, weight: Int = 1, rules: (inout Rules) -> Void = { _ in }
    ) async throws -> Day {
        var draft = try Gathering.Draft.sample()
        rules(&draft.facts.rules)
        if let seats {
            draft.rooms = draft.rooms.map {
                Room(id: $0.id, name: $0.name, seats: seats, equipment: $0.equipment)
            }
        }
        let day = try await Day.begin(draft)
        for person in 1...12 { try await day.join("phone-\(person)") }
        for topic in 1...topicCount { try await day.propose("Thema \(topic)", by: "phone-\(topic)") }
        try await day.enter(.weighing)
        for person in 1...12 {
            try await day.wish("1", by: "phone-\(person)", weight: weight)
            try await day.wish(person.isMultiple(of: 2) ? "2" : "3", by: "phone-\(person)", weight: weight)
        }
        for topic in 4...topicCount { try await day.wish(Proposal.ID(number: topic), by: "phone-\(topic)") }
        return day
    }
}

/// Counted by hand: in each slot a voice attains the best placed wish, once.
struct Tally {
    var wished = 0
    var attained = 0
    var parked = 0

    init(_ interest: Interest, _ layout: Board.Layout) {
        for own in interest.wishes.values {
            wished += own.count
            var best: [Slot.ID: Int] = [:]
            for (proposal, weight) in own {
                guard let place = layout.placements[proposal]?.place else {
                    parked += 1
                    continue
                }
                best[place.slot] = max(best[place.slot] ?? 0, weight)
            }
            attained += best.count
        }
    }
}
