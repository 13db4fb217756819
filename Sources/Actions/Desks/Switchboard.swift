public import Journal
internal import Synchronization

/// Tells the live desks of this process what was appended beside them.
public final class Switchboard: Sendable {
    private let lines = Mutex<[StreamID: [any Line]]>([:])
    private let heard = Mutex(Position.start)

    public init() {}

    /// How far `follow` came: from here it may be started again after a fault.
    public var position: Position { heard.withLock { $0 } }

    /// Tells live desks of every entry that comes into the journal, from this process or another.
    ///
    /// It runs until its task ends or the journal fails. `note` hears of every entry too, after the desks.
    public func follow(
        _ journal: any Journal, after position: Position,
        note: @Sendable (Entry) async -> Void = { _ in }
    ) async throws {
        heard.withLock { $0 = position }
        for try await entry in journal.follow(after: position) {
            for line in lines(of: entry.stream) { await line.hear(of: entry.position) }
            heard.withLock { $0 = entry.position }
            await note(entry)
        }
    }

    /// Returns when the live desks of the entries' streams have them.
    ///
    /// A desk that cannot read them now does so before it decides anything, so nothing is lost here.
    func reach(_ entries: [Entry], besides stream: StreamID) async {
        for entry in entries where entry.stream != stream {
            for line in lines(of: entry.stream) { try? await line.catchUp(to: entry.position) }
        }
    }

    func connect(_ line: any Line) {
        lines.withLock { $0[line.stream, default: []].append(line) }
    }

    func disconnect(_ line: any Line) {
        lines.withLock { lines in
            let others = lines[line.stream, default: []].filter { $0 !== line }
            lines[line.stream] = others.isEmpty ? nil : others
        }
    }

    private func lines(of stream: StreamID) -> [any Line] {
        lines.withLock { $0[stream] ?? [] }
    }
}

/// A desk, whatever it is the desk of.
protocol Line: Actor {
    nonisolated var stream: StreamID { get }

    func catchUp(to position: Position) async throws
    func hear(of position: Position)
}
