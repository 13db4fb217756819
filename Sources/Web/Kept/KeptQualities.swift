internal import Actions
internal import Domain
internal import Journal
internal import Synchronization

/// How good draft and published board are, as last counted: the planner looks at a board at most four times a second.
final class KeptQualities: Sendable {
    /// Which of a gathering's boards.
    enum Edition: Hashable, Sendable {
        case draft, published
    }

    private static let countMax = 200

    private struct Key: Hashable {
        let gathering: Gathering.ID
        let edition: Edition
    }

    private struct Kept {
        let quality: BoardQuality?
        let stamp: Stamp
        let moment: ContinuousClock.Instant
    }

    private let kept = Mutex<[Key: Kept]>([:])

    func quality(
        of edition: Edition, in id: Gathering.ID, at stamp: Stamp, count: () async throws -> BoardQuality?
    ) async throws -> BoardQuality? {
        let key = Key(gathering: id, edition: edition)
        if let found = kept.withLock({ $0[key] }), found.stamp.gathering == stamp.gathering {
            let isSame = found.stamp.interest == stamp.interest
            if isSame || ContinuousClock.now - found.moment < KeptPages.freshness { return found.quality }
        }
        let quality = try await count()
        kept.withLock { kept in
            if kept.count >= Self.countMax, kept[key] == nil { kept.removeAll(keepingCapacity: true) }
            kept[key] = Kept(quality: quality, stamp: stamp, moment: .now)
        }
        return quality
    }

    func forget(_ gathering: Gathering.ID) {
        kept.withLock { kept in kept = kept.filter { $0.key.gathering != gathering } }
    }
}
