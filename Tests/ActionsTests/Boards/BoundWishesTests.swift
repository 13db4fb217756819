import Actions
import Domain
import TestSupport
import Testing

/// How many wishes can come true at most: never fewer than some board reaches.
struct BoundWishesTests {
    private static let quick = BoundWishes.Effort(boundSteps: 3_000_000, proofSteps: 3_000_000, moves: 3_000)

    /// Twelve people want three to five of six topics each, which have three times and two rooms.
    private func day(_ seed: Int, rules: (inout Rules) -> Void = { _ in }) async throws -> Day {
        let day = try await LayBoardTests.wishedDay(rules: rules)
        for person in 1...12 {
            for topic in 2...6 where (person * 7 + topic * (seed + 3)) % 3 != 0 {
                try await day.wish(
                    Proposal.ID(number: topic), by: "phone-\(person)", act: "more-\(person)-\(topic)")
            }
        }
        return day
    }

    private func bound(_ day: Day) async throws -> WishBound? {
        try await BoundWishes(day.instance, effort: Self.quick)(in: day.gathering())
    }

    /// What the best boards attain, by how many topics they park: every board that keeps the rules is looked at.
    private func attainedMax(_ day: Day) async throws -> [Int: Int] {
        let gathering = try await day.gathering()
        let interest = try await day.interest()
        let topics = gathering.topics.open
        let places = gathering.programme.slots.flatMap { slot in
            gathering.programme.rooms.map { Place(slot: slot.id, room: $0.id) }
        }
        let allowed = topics.map { topic in
            Set(places.filter { gathering.obstacle(topic, at: $0, ignoring: [topic.id]) == nil })
        }
        var best: [Int: Int] = [:]
        func place(_ index: Int, _ free: [Place], _ placements: [Proposal.ID: Placement]) {
            guard index < topics.count else {
                let attained = Tally(interest, Board.Layout(placements: placements)).attained
                best[topics.count - placements.count, default: 0] =
                    max(best[topics.count - placements.count] ?? 0, attained)
                return
            }
            place(index + 1, free, placements)
            for position in free.indices where allowed[index].contains(free[position]) {
                var rest = free
                let taken = rest.remove(at: position)
                place(index + 1, rest, placements.merging([topics[index].id: Placement(place: taken)]) { $1 })
            }
        }
        place(0, places, [:])
        return best
    }

    @Test(arguments: 0..<2)
    func `the best of all boards reaches what is proven, and none goes beyond`(_ seed: Int) async throws {
        let day = try await day(seed)

        let bound = try #require(try await bound(day))

        let best = try await attainedMax(day)
        #expect(try bound.attainedMax >= #require(best.values.max()))
        #expect(bound.attainedMax(parking: 0) == best[0])
        for (parkedCount, attained) in best { #expect(bound.attainedMax(parking: parkedCount) >= attained) }
        #expect(try await Tally(day.interest(), Board.Layout()).wished > #require(best[0]))
    }

    @Test func `where it pays to park more, the claim is only about boards that park no more`() async throws {
        let day = try await Day.begin()
        for person in 1...8 { try await day.join("phone-\(person)") }
        // The hosts of three must leave when the first time ends, which has two rooms.
        let end = try #require(try await day.gathering().programme.slots.first).end
        for topic in 1...3 { try await day.propose("Thema \(topic)", by: "phone-\(topic)", until: end) }
        for topic in 4...5 { try await day.propose("Thema \(topic)", by: "phone-\(topic)") }
        try await day.enter(.weighing)
        for person in 1...8 {
            for topic in [1, 4, 5] { try await day.wish(Proposal.ID(number: topic), by: "phone-\(person)") }
        }

        let bound = try #require(try await bound(day))

        for (parkedCount, attained) in try await attainedMax(day) {
            #expect(bound.attainedMax(parking: parkedCount) >= attained, "\(parkedCount)")
        }
    }

    @Test func `it is the same wherever sessions lie, pinned or not`() async throws {
        let day = try await day(1)
        let before = try await bound(day)
        for (topic, slot, room) in [("1", "1", "1"), ("2", "1", "2"), ("3", "2", "1")]
            as [(Proposal.ID, Slot.ID, Room.ID)]
        {
            try await day.change("place-topic-\(topic)") {
                try $0.move(topic, to: Place(slot: slot, room: room), seen: nil, by: $1)
            }
        }
        try await day.change("pin-one") { try $0.pin("1", by: $1) }

        #expect(try await bound(day) == before)
    }

    @Test func `wishes for a session that is cancelled cannot come true`() async throws {
        let day = try await day(2)
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))
        try await day.change("publish-it") { try $0.publish(revision: $0.board.revision, by: $1) }
        let before = try #require(try await bound(day))

        try await day.change("cancel-one") { try $0.cancel("1", by: $1) }

        let gathering = try await day.gathering()
        let after = try #require(try await bound(day))
        let quality = try #require(
            try await AssessBoard(day.instance).quality(of: gathering.board.draft, in: gathering))
        #expect(after.attainedMax < before.attainedMax)
        #expect(quality.cancelledWishCount == 12)
        #expect(quality.attainedCount <= after.attainedMax(parking: quality.parkedCount))
    }

    @Test func `a wish for a long session counts once`() async throws {
        let day = try await day(0)
        let long = try await day.propose("Lang", by: "phone-7", slotCount: 2)
        for person in 1...12 { try await day.wish(long, by: "phone-\(person)") }

        let bound = try #require(try await bound(day))

        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))
        let gathering = try await day.gathering()
        let quality = try #require(
            try await AssessBoard(day.instance).quality(of: gathering.board.draft, in: gathering))
        #expect(quality.attainedCount <= bound.attainedMax)
        #expect(bound.attainedMax < quality.wishCount)
    }

    @Test func `lengths that no small number is divided by are not proven anything about`() async throws {
        let day = try await day(0)
        _ = try await day.propose("Lang", by: "phone-7", slotCount: 2)
        _ = try await day.propose("Länger", by: "phone-8", slotCount: 3)

        #expect(try await bound(day) == nil)
    }

    @Test func `only what the gathering's rule lets in can come true`() async throws {
        let day = try await day(1) { $0.admission = .mostWanted(count: 2) }

        let bound = try #require(try await bound(day))
        let all = try #require(try await self.bound(try await self.day(1)))

        #expect(bound.attainedMax < all.attainedMax)
    }

    @Test func `while wishes are blind nothing is said`() async throws {
        #expect(try await bound(try await day(0) { $0.isBlind = true }) == nil)
    }

    @Test func `a proof that nobody needs any more ends without a word`() async throws {
        let day = try await day(0)
        let gathering = try await day.gathering()
        let instance = day.instance

        let proof = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await BoundWishes(instance)(in: gathering)
        }

        await #expect(throws: CancellationError.self) { try await proof.value }
    }
}
