internal import Actions
internal import Domain
internal import Journal
internal import Synchronization

/// What the planner found about a draft, for as long as that draft, the day and the wishes are what they were: people
/// who come and go do not make it search again.
final class KeptSearch<Found: Sendable>: Sendable {
    /// All that the answer depends on.
    private struct Basis: Equatable {
        let draft: Board.Layout
        let published: Int?
        let cancelled: Set<Proposal.ID>
        let programme: Programme
        let topics: Topics
        let begunCount: Int

        init(_ scene: Scene) {
            let gathering = scene.gathering
            draft = gathering.board.draft
            published = gathering.board.current?.number
            cancelled = gathering.board.current?.cancelled ?? []
            programme = gathering.programme
            topics = gathering.topics
            begunCount = scene.isToday ? programme.slots.count { $0.start <= scene.now.time } : 0
        }
    }

    private struct Kept {
        let basis: Basis
        let interest: Position
        let found: Found
        let moment: ContinuousClock.Instant
    }

    private let kept = Mutex<[Gathering.ID: Kept]>([:])

    /// While wishes come in, a page that is looked at all the time searches no more often.
    private static var freshness: Duration { .seconds(2) }
    private static var countMax: Int { 100 }

    func found(in scene: Scene, search: () async throws -> Found) async throws -> Found {
        let id = scene.gathering.id
        let basis = Basis(scene)
        if let last = kept.withLock({ $0[id] }), last.basis == basis {
            let isSame = last.interest == scene.stamp.interest
            if isSame || ContinuousClock.now - last.moment < Self.freshness { return last.found }
        }
        let found = try await search()
        let fresh = Kept(basis: basis, interest: scene.stamp.interest, found: found, moment: .now)
        kept.withLock { kept in
            if kept.count >= Self.countMax, kept[id] == nil { kept.removeAll(keepingCapacity: true) }
            kept[id] = fresh
        }
        return found
    }

    func forget(_ gathering: Gathering.ID) {
        kept.withLock { $0[gathering] = nil }
    }
}
