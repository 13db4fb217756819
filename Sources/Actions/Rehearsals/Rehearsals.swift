internal import Domain
internal import Journal
internal import Synchronization

/// The rehearsals that go on, each with a journal and keys of its own in memory: where one ends they are let go as a
/// whole, and nothing of it is left.
public final class Rehearsals: Sendable {
    private let make: @Sendable () async throws -> Stores.Store
    private let stages = Mutex<[Stage]>([])

    private struct Stage {
        let id: Gathering.ID
        let store: Stores.Store
        let cast: Cast
    }

    /// Who plays, and whose device lets them in who have no phone.
    struct Cast: Sendable {
        let crowd: PretendCrowd
        let device: Device.ID
    }

    /// `make`: a store in memory, another each time.
    public init(make: @escaping @Sendable () async throws -> Stores.Store) {
        self.make = make
    }

    /// In the order they began.
    var order: [Gathering.ID] { stages.withLock { $0.map(\.id) } }

    /// Nil for one that never began, and for one that is over.
    func store(of rehearsal: Gathering.ID) -> Stores.Store? {
        stages.withLock { stages in stages.first { $0.id == rehearsal }?.store }
    }

    func cast(of rehearsal: Gathering.ID) -> Cast? {
        stages.withLock { stages in stages.first { $0.id == rehearsal }?.cast }
    }

    /// - Returns: Whether this call began it; false when it goes on already.
    func begin(_ rehearsal: Gathering.ID, with cast: Cast) async throws -> Bool {
        guard store(of: rehearsal) == nil else { return false }
        let stage = Stage(id: rehearsal, store: try await make(), cast: cast)
        return stages.withLock { stages in
            guard !stages.contains(where: { $0.id == rehearsal }) else { return false }
            stages.append(stage)
            return true
        }
    }

    func end(_ rehearsal: Gathering.ID) {
        stages.withLock { stages in stages.removeAll { $0.id == rehearsal } }
    }
}
