import Synchronization

/// Tells followers that there may be something new.
///
/// What this journal appends wakes them at once. What another process appends to the same file is found by looking
/// at the newest position now and then, only while somebody follows.
final class Wakes: Sendable {
    private struct State {
        var sleepers: [UInt64: AsyncStream<Void>.Continuation] = [:]
        var lastNumber: UInt64 = 0
        var watch: Task<Void, Never>?
        var isClosed = false
    }

    /// How often to look for entries of others, and how.
    struct Watch: Sendable {
        let interval: Duration
        let newest: @Sendable () async throws -> Int64
    }

    private let state = Mutex(State())
    private let watch: Watch?

    /// Without a watch nobody else can append, as in memory.
    init(watch: Watch?) {
        self.watch = watch
    }

    /// A stream that keeps at most one wake-up, also one from before anybody waits for it.
    func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state -> UInt64? in
            guard !state.isClosed else { return nil }
            state.lastNumber += 1
            state.sleepers[state.lastNumber] = continuation
            if state.watch == nil, let watch { state.watch = start(watch) }
            return state.lastNumber
        }
        if let number {
            continuation.onTermination = { [weak self] _ in self?.forget(number) }
        } else {
            continuation.finish()
        }
        return stream
    }

    func wakeAll() {
        let sleepers = state.withLock { Array($0.sleepers.values) }
        for sleeper in sleepers { sleeper.yield() }
    }

    /// Ends every follower.
    func close() {
        let sleepers = state.withLock { state in
            state.isClosed = true
            state.watch?.cancel()
            state.watch = nil
            return Array(state.sleepers.values)
        }
        for sleeper in sleepers { sleeper.finish() }
    }

    private func forget(_ number: UInt64) {
        state.withLock { state in
            state.sleepers[number] = nil
            guard state.sleepers.isEmpty else { return }
            state.watch?.cancel()
            state.watch = nil
        }
    }

    private func start(_ watch: Watch) -> Task<Void, Never> {
        Task { [weak self] in
            // Nothing was seen yet: the first look wakes everybody, for an entry may have come before it.
            var seen: Int64?
            while !Task.isCancelled, self != nil {
                let newest = (try? await watch.newest()) ?? seen
                if newest != seen { self?.wakeAll() }
                seen = newest
                try? await Task.sleep(for: watch.interval)
            }
        }
    }
}
