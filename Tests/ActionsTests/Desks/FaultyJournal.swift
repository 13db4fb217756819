import Actions
import Domain
import Journal
import Synchronization
import TestSupport

/// A real journal whose appends can be counted, held, disturbed and made to fail.
final class FaultyJournal: WrappingJournal {
    /// What happens to one append.
    enum Course: Sendable {
        /// It waits at a gate.
        case held(Gate)
        /// Nothing is kept.
        case lost
        /// It is kept, but the answer is lost.
        case unanswered
        /// Somebody else was there before.
        case after(@Sendable (any Journal) async throws -> Void)
    }

    struct Counts: Sendable, Equatable {
        var appends = 0
        var lookups = 0
        var snapshotsRead = 0
        /// After which versions streams were read.
        var readsAfter: [Version] = []
    }

    static let fault = JournalFault(kind: .unavailable, description: "the cable is cut")

    let inner: any Journal
    private let courses = Mutex<[Course]>([])
    private let everyAppend = Mutex<Course?>(nil)
    private let readFaultCount = Mutex(0)
    private let counted = Mutex(Counts())

    init(_ engine: Engine = .memory) async throws {
        inner = try await engine.emptyJournal()
    }

    var counts: Counts { counted.withLock { $0 } }

    /// The next appends take these courses, one after the other.
    func next(_ courses: Course...) {
        self.courses.withLock { $0 += courses }
    }

    func always(_ course: Course) {
        everyAppend.withLock { $0 = course }
    }

    /// The next readings of a stream fail.
    func failReads(_ count: Int) {
        readFaultCount.withLock { $0 = count }
    }

    func append(_ acts: [Act]) async throws -> [Outcome] {
        counted.withLock { $0.appends += 1 }
        let first = courses.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        switch first ?? everyAppend.withLock({ $0 }) {
        case .held(let gate): await gate.pass()
        case .lost: throw Self.fault
        case .unanswered:
            _ = try await inner.append(acts)
            throw Self.fault
        case .after(let disturb): try await disturb(inner)
        case nil: break
        }
        return try await inner.append(acts)
    }

    func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] {
        counted.withLock { $0.lookups += 1 }
        return try await inner.kept(acts)
    }

    func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        counted.withLock { $0.readsAfter.append(version) }
        let fails = readFaultCount.withLock { count in
            defer { count = max(count - 1, 0) }
            return count > 0
        }
        if fails { throw Self.fault }
        return try await inner.entries(of: stream, after: version)
    }

    func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        counted.withLock { $0.snapshotsRead += 1 }
        return try await inner.snapshot(of: stream, fingerprint: fingerprint)
    }
}

/// Holds those who pass until it is opened, and tells when somebody stands before it.
actor Gate {
    private var isOpen = false
    private var isReached = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watching: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        isReached = true
        for watcher in watching { watcher.resume() }
        watching = []
        if !isOpen { await withCheckedContinuation { held.append($0) } }
    }

    func reached() async {
        if !isReached { await withCheckedContinuation { watching.append($0) } }
    }

    func open() {
        isOpen = true
        for one in held { one.resume() }
        held = []
    }
}

extension FaultyJournal {
    /// Desks whose first append, a vote of `filler`, stands at the gate: what comes now waits behind it.
    func held(at gate: Gate, _ limits: DeskLimits = DeskLimits()) async throws -> (
        Desks<Poll>, Task<Void, any Error>
    ) {
        let polls = Desks<Poll>(self, limits: limits)
        next(.held(gate))
        let filler = Task { _ = try await polls.vote("filler") }
        await gate.reached()
        return (polls, filler)
    }
}

extension Desks {
    init(
        _ journal: any Journal, _ switchboard: Switchboard = Switchboard(), limits: DeskLimits = DeskLimits()
    ) {
        self.init(journal: { _ in journal }, switchboard: switchboard, limits: limits)
    }

    /// Returns when so many acts wait to be decided.
    func isWaited(for count: Int, _ id: Identifier<A.Name>) async throws {
        let desk = try await desk(id)
        while await desk.waitingCount < count { await Task.yield() }
    }
}
