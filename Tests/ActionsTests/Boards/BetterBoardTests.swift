import Actions
import Domain
import TestSupport
import Testing

/// What would be better than the board as it stands, and what would be nearly as good: said in wishes, and true.
struct BetterBoardTests {
    private static let small = PlanningEffort(starts: 2, moves: 3_000)

    /// 1 and 2, which half of all want together, lie at the same time; 3 comes later, 4 to 6 wherever there is room.
    private func badDay(published: Bool = false) async throws -> Day {
        let day = try await LayBoardTests.wishedDay()
        let places: [(Proposal.ID, Slot.ID, Room.ID)] = [
            ("1", "1", "1"), ("2", "1", "2"), ("3", "2", "1"), ("4", "2", "2"), ("5", "3", "1"),
            ("6", "3", "2"),
        ]
        for (id, slot, room) in places {
            try await day.change("place-topic-\(id)") {
                try $0.move(id, to: Place(slot: slot, room: room), seen: nil, by: $1)
            }
        }
        if published {
            try await day.change("publish-1") { try $0.publish(revision: $0.board.revision, by: $1) }
        }
        return day
    }

    private func found(_ day: Day) async throws -> FindBetter.Found? {
        try await FindBetter(day.instance, effort: Self.small)(in: day.gathering())
    }

    @Test(arguments: [false, true])
    func `each step brings exactly the wishes it promises, taken alone`(_ isPublished: Bool) async throws {
        let day = try await badDay(published: isPublished)
        let before = try await day.gathering()
        let now = try await Tally(day.interest(), before.board.draft).attained

        let found = try #require(try await found(day))

        #expect(!found.steps.isEmpty)
        #expect(found.steps.map(\.moves.count) == found.steps.map(\.moves.count).sorted())
        for step in found.steps + [found.whole].compactMap(\.self) {
            let changes = try before.rearrange(
                step.moves, basedOn: before.board.revision, by: Caller(roles: [.moderator]))
            var after = before
            for change in changes { after.apply(change, at: .sample) }
            let then = try await Tally(day.interest(), after.board.draft).attained
            #expect(then - now == step.wishesGained, "\(step)")
            #expect(step.wishesGained > 0)
        }
        #expect(try await day.gathering().board == before.board)
    }

    @Test func `on a published board a move has to bring more than it costs`() async throws {
        let draft = try await badDay()
        let published = try await badDay(published: true)

        let free = try #require(try await found(draft))
        let dear = try #require(try await found(published))

        for step in dear.steps { #expect(step.wishesGained > 2 * step.moves.count || step.seatsGained > 0) }
        #expect(dear.steps.count <= free.steps.count)
    }

    @Test func `from the best board nothing is better`() async throws {
        let day = try await LayBoardTests.wishedDay()
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))

        let found = try #require(try await found(day))
        #expect(found.steps == [] && found.whole == nil)
    }

    @Test func `what has begun, is pinned or does not take place is not moved`() async throws {
        let day = try await badDay(published: true)
        try await day.change("pin-1") { try $0.pin("1", by: $1) }
        try await day.change("cancel-2") { try $0.cancel("2", by: $1) }

        let found = try #require(try await found(day))
        let near = try await AssessBoard(day.instance).nearestChanges(in: day.gathering())

        let moved = found.steps.flatMap { $0.moves.map(\.id) }
        #expect(!moved.contains("1") && !moved.contains("2"))
        for change in near {
            #expect(change.session != "1" && change.session != "2")
            #expect(change.price.swappedWith != "1" && change.price.swappedWith != "2")
        }
    }

    @Test func `a small board that is the best is proven to be, a bad one never`() async throws {
        let day = try await badDay()
        #expect(try await found(day)?.isProvenBest == false)

        _ = try await LayBoard(day.instance, effort: Self.small)(
            in: day.id, .sample(Day.organiser, "lay-board"))

        #expect(
            try await found(day) == FindBetter.Found(steps: [], whole: nil, isProvenBest: true))
    }

    @Test(arguments: [(11, false), (10, true), (0, true), (-1, true)])
    func `what begins within ten minutes stays where it is`(_ minutes: Int, _ isSettled: Bool) async throws {
        let day = try await badDay(published: true)
        let gathering = try await day.gathering()
        let first = try #require(gathering.programme.slots.first)
        let time = try #require(MinuteOfDay(first.start.minutes - minutes))
        day.clock.go(to: time)

        let found = try #require(try await found(day))

        #expect(gathering.settledSlots(at: day.clock.now).contains(first.id) == isSettled)
        let moved = (found.steps + [found.whole].compactMap(\.self)).flatMap { $0.moves.map(\.id) }
        #expect((moved.contains("1") || moved.contains("2")) == !isSettled)
    }

    @Test func `while wishes are blind, or nothing is laid, there is nothing to be found`() async throws {
        let blind = try await LayBoardTests.wishedDay { $0.isBlind = true }
        try await blind.change("place-topic") {
            try $0.move("1", to: Place(slot: "1", room: "1"), seen: nil, by: $1)
        }
        let empty = try await LayBoardTests.wishedDay()

        #expect(try await found(blind) == nil)
        #expect(try await AssessBoard(blind.instance).nearestChanges(in: blind.gathering()) == [])
        #expect(try await found(empty) == nil)
    }

    @Test func `the nearest changes cost what their fields say, and go to another time`() async throws {
        let day = try await badDay()
        let gathering = try await day.gathering()
        let assess = AssessBoard(day.instance)

        let near = try await assess.nearestChanges(in: gathering)

        #expect(near.count == 3)
        for change in near {
            let prices = try await assess.prices(of: change.session, in: gathering)
            #expect(prices.contains(change.price), "\(change)")
            #expect(change.price.place.slot != gathering.board.draft.placements[change.session]?.place.slot)
        }
    }

    @Test func `many starts at once find the same board every time`() async throws {
        let first = try await LayBoardTests.wishedDay(topicCount: 8)
        let second = try await LayBoardTests.wishedDay(topicCount: 8)
        let effort = PlanningEffort(starts: 5, moves: 2_000)

        _ = try await LayBoard(first.instance, effort: effort)(
            in: first.id, .sample(Day.organiser, "lay-board"))
        _ = try await LayBoard(second.instance, effort: effort)(
            in: second.id, .sample(Day.organiser, "lay-board"))

        #expect(try await first.gathering().board.draft == second.gathering().board.draft)
    }
}
