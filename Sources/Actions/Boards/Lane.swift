internal import Dispatch
internal import Synchronization

/// Who waits behind whom for the processors, apart from the pool that serves requests.
enum Lane: Sendable {
    /// What a page or an act needs at once.
    case answers
    /// Searches that somebody waits for. Each takes all processors, so the next one begins when one has ended.
    case searches
    /// Proofs that nobody waits for, one after the other, and behind everything else.
    case proofs

    private static let searching = DispatchQueue(label: "searches", qos: .userInitiated)
    private static let proving = DispatchQueue(label: "proofs", qos: .utility)

    fileprivate var queue: DispatchQueue {
        switch self {
        case .answers: DispatchQueue.global(qos: .userInitiated)
        case .searches: Self.searching
        case .proofs: Self.proving
        }
    }
}

/// Runs work that takes long on a thread of its own, so that the pool goes on serving.
func offThePool<T: Sendable>(_ lane: Lane = .answers, _ work: @escaping @Sendable () -> T) async -> T {
    await offThePool(lane) { _ in work() }
}

/// The same for work that can be ended: it asks whether its task was cancelled.
func offThePool<T: Sendable>(
    _ lane: Lane, _ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> T
) async -> T {
    let ending = Ending()
    return await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
            lane.queue.async { continuation.resume(returning: work { ending.isAsked }) }
        }
    } onCancel: {
        ending.ask()
    }
}

private final class Ending: Sendable {
    private let flag = Atomic(false)

    var isAsked: Bool { flag.load(ordering: .relaxed) }
    func ask() { flag.store(true, ordering: .relaxed) }
}
