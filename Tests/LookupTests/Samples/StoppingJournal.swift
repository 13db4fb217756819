import Journal
import Synchronization
import TestSupport

/// A journal that reads so many streams and then no more, or lets readers wait.
final class StoppingJournal: WrappingJournal {
    struct Stopped: Error {}

    let inner: any Journal
    private let streamsLeft: Mutex<Int>
    private let gate = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((true, []))

    init(_ journal: any Journal, streams: Int, waits: Bool = false) {
        inner = journal
        streamsLeft = Mutex(waits ? .max : streams)
        gate.withLock { $0.isOpen = !waits }
    }

    func goOn() {
        let waiting = gate.withLock { gate in
            defer { gate = (true, []) }
            return gate.waiting
        }
        for waiting in waiting { waiting.resume() }
    }

    func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        let isLast = streamsLeft.withLock { left in
            left -= 1
            return left < 0
        }
        if isLast { throw Stopped() }
        return try await inner.entries(of: stream, after: version)
    }

    func entries(after position: Position, limit: Int) async throws -> [Entry] {
        await withCheckedContinuation { caller in
            let isOpen = gate.withLock { gate in
                if !gate.isOpen { gate.waiting.append(caller) }
                return gate.isOpen
            }
            if isOpen { caller.resume() }
        }
        return try await inner.entries(after: position, limit: limit)
    }
}
