public import Domain
public import Journal

/// Where all acts on one aggregate are decided.
///
/// It drains the acts that wait, decides them one after another, makes one append of them and answers each
/// after the commit. Two instances of the aggregate are kept, and nothing is copied for an act: `working` has
/// what is decided, `committed` what the journal holds. Readers see `committed` only.
public actor Desk<A: Aggregate>: Line {
    public nonisolated let id: Identifier<A.Name>
    nonisolated let stream: StreamID

    private let journal: any Journal
    private let switchboard: Switchboard
    private let limits: DeskLimits
    private let codec = ChangeCodec()

    private var working: Standing<A>
    private var committed: Standing<A>
    /// Whether `working` may hold what the journal does not.
    private var isDiverged = false
    /// Whether the journal may hold what `committed` does not.
    private var isBehind = true
    private var isLoaded = false
    private var isClosed = false
    private var isDraining = false
    /// An entry of this stream is said to stand here.
    private var heard = Position.start
    private var snapshotVersion = Version.start

    private var waiting: [Waiting<A>] = []
    private var catching: [CheckedContinuation<Void, any Error>] = []
    private var closing: [CheckedContinuation<Void, Never>] = []
    private var readers: [Int: AsyncStream<Position>.Continuation] = [:]
    private var readerCount = 0

    init(_ id: Identifier<A.Name>, journal: any Journal, switchboard: Switchboard, limits: DeskLimits) {
        self.id = id
        self.journal = journal
        self.switchboard = switchboard
        self.limits = limits
        stream = StreamID(of: A.self, id)
        working = Standing(id)
        committed = Standing(id)
    }

    /// Where the newest entry of the aggregate stands.
    public var position: Position { committed.position }

    /// How many entries the aggregate has.
    public var version: Version { committed.version }

    /// Acts that are not being decided yet.
    package var waitingCount: Int { waiting.count }

    /// What `body` finds in the committed state.
    public func read<T: Sendable>(_ body: @Sendable (A) throws -> T) rethrows -> T {
        try body(committed.state)
    }

    /// The same with the version that it is of.
    public func readVersion<T: Sendable>(_ body: @Sendable (A, Version) throws -> T) rethrows -> T {
        try body(committed.state, committed.version)
    }

    /// The newest position now and after each change; who reads slowly gets the last one only.
    ///
    /// It ends when the desk closes.
    public func follow() -> AsyncStream<Position> {
        let (stream, reader) = AsyncStream.makeStream(of: Position.self, bufferingPolicy: .bufferingNewest(1))
        guard !isClosed else {
            reader.finish()
            return stream
        }
        readerCount += 1
        let number = readerCount
        readers[number] = reader
        reader.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.leave(number) }
        }
        reader.yield(committed.position)
        return stream
    }

    /// Decides and keeps an act, and answers when it is committed and every desk it touched has it.
    ///
    /// - Throws: what `decide` refuses, or a `DeskFault`.
    @discardableResult
    public func change(
        _ key: ActKey, at moment: Instant, decide: @escaping Decide<A>
    ) async throws -> Kept<A> {
        guard !isClosed else { throw DeskFault.closed }
        guard waiting.count < limits.waitingMax else { throw DeskFault.busy }

        let kept = try await withCheckedThrowingContinuation { answer in
            waiting.append(Waiting(key: key, moment: moment, decide: decide, answer: answer))
            drainSoon()
        }
        // Not while draining: two desks would wait for each other.
        await switchboard.reach(kept.entries, besides: stream)
        return kept
    }

    /// Returns when the desk has the entry of its stream that stands at `position`.
    func catchUp(to position: Position) async throws {
        guard position > committed.position, !isClosed else { return }
        heard = max(heard, position)
        try await caughtUp()
    }

    /// Notes that the stream has an entry at `position`; the desk gets it soon.
    func hear(of position: Position) {
        guard position > committed.position, !isClosed else { return }
        heard = max(heard, position)
        drainSoon()
    }

    /// Reads the snapshot and the entries after it, once.
    func load() async throws {
        if isLoaded && !isBehind { return }
        try await caughtUp()
    }

    /// Takes no more acts when nobody waits for anything and nobody follows.
    ///
    /// - Returns: whether this call closed it.
    func closeIfIdle() -> Bool {
        guard !isClosed, !isDraining, readers.isEmpty else { return false }
        isClosed = true
        return true
    }

    /// Takes no more acts, answers those that wait, and keeps a snapshot.
    func close(keepingSnapshot keepsSnapshot: Bool = true) async {
        isClosed = true
        if isDraining { await withCheckedContinuation { closing.append($0) } }
        for reader in readers.values { reader.finish() }
        readers = [:]
        if keepsSnapshot, committed.version > snapshotVersion { await keepSnapshot() }
    }

    private func leave(_ number: Int) {
        readers[number] = nil
    }

    private func caughtUp() async throws {
        try await withCheckedThrowingContinuation { answer in
            catching.append(answer)
            drainSoon()
        }
    }
}

extension Desk {
    private func drainSoon() {
        guard !isDraining else { return }
        isDraining = true
        Task { await drain() }
    }

    private func drain() async {
        while !waiting.isEmpty || !catching.isEmpty || heard > committed.position {
            if await isCaughtUp() { await settle(nextBatch()) }
            keepSnapshotWhenDue()
        }
        isDraining = false
        for answer in closing { answer.resume() }
        closing = []
    }

    private func nextBatch() -> [Waiting<A>] {
        let batch = Array(waiting.prefix(limits.batchMax))
        waiting.removeFirst(batch.count)
        return batch
    }

    /// Decides a batch, appends it, and answers everybody in it or puts them back to be decided again.
    ///
    /// Nothing is awaited between the first answer and the end.
    private func settle(_ batch: [Waiting<A>]) async {
        guard !batch.isEmpty else { return }
        let round = Round(batch, on: &working, codec: codec)
        var settlement: Settlement<A>
        do {
            let outcomes = round.acts.isEmpty ? [] : try await journal.append(round.acts)
            settlement = commit(round, outcomes)
        } catch {
            isDiverged = true
            isBehind = true
            return fail(batch, DeskFault(error))
        }

        // What cannot be read now is read before the next decision; what is kept is kept.
        if isBehind { try? await replay() }
        let asked = settlement.keysToLookUp
        do {
            let found = asked.isEmpty ? [:] : try await journal.kept(asked)
            settlement.close(
                with: found.mapValues { repeated($0) }, at: committed, roundsMax: limits.roundsMax)
        } catch {
            settlement.fail(DeskFault(error))
        }
        for (one, answer) in settlement.answers {
            for waiting in one.waiting { waiting.answer.resume(with: answer) }
        }
        waiting.insert(contentsOf: settlement.again, at: 0)
    }

    /// Applies what was kept to `committed`, and sorts the cases by whether they have an answer.
    private func commit(_ round: Round<A>, _ outcomes: [Outcome]) -> Settlement<A> {
        let before = committed.position
        var settlement = Settlement<A>()
        var rest = outcomes[...]
        for one in round.cases {
            guard case .writes(let changes) = one.verdict, let outcome = rest.popFirst() else {
                settlement.open.append(one)
                continue
            }
            switch outcome {
            case .kept(let entries):
                if !take(changes, entries) { settlement.hasConflict = true }
                settlement.answers.append((one, .success(kept(changes, entries, isRepeated: false))))
            case .repeated(let entries):
                settlement.hasRepeated = true
                settlement.answers.append((one, repeated(entries)))
            case .conflict(stream, let version):
                settlement.hasConflict = true
                if version < committed.version { startOver() }
                settlement.open.append(one)
            case .conflict(let other, let version):
                settlement.hasConflict = true
                settlement.answers.append((one, .failure(DeskFault.elsewhere(other, at: version))))
            }
        }
        if !settlement.isClean {
            isDiverged = true
            isBehind = true
        }
        if committed.position > before { tellReaders() }
        return settlement
    }

    /// Whether the entry came right after what is committed; else the desk has to catch up first.
    private func take(_ changes: [A.Change], _ entries: [Entry]) -> Bool {
        guard let own = entries.first(where: { $0.stream == stream }), own.version == committed.version.next
        else {
            return false
        }
        committed.apply(changes, of: own)
        working.position = own.position
        return true
    }

    /// The journal has fewer entries than the desk: it was put back to an earlier state.
    private func startOver() {
        committed = Standing(id)
        snapshotVersion = .start
    }

    private func kept(_ changes: [A.Change], _ entries: [Entry], isRepeated: Bool) -> Kept<A> {
        let own = entries.first { $0.stream == stream }
        return Kept(
            changes: changes, position: entries.map(\.position).max() ?? committed.position,
            version: own?.version ?? committed.version, isRepeated: isRepeated, entries: entries)
    }

    private func repeated(_ entries: [Entry]) -> Result<Kept<A>, any Error> {
        Result {
            let own = entries.first { $0.stream == stream }
            return kept(try own.map(changes(of:)) ?? [], entries, isRepeated: true)
        }
    }

    private func changes(of entry: Entry) throws(DeskFault) -> [A.Change] {
        do {
            return try codec.decode(A.Change.self, from: entry.body)
        } catch {
            throw .damaged(entry.stream, entry.version)
        }
    }

    private func fail(_ batch: [Waiting<A>], _ fault: DeskFault) {
        for waiting in batch { waiting.answer.resume(throwing: fault) }
    }

    private func tellReaders() {
        for reader in readers.values { reader.yield(committed.position) }
    }
}

extension Desk {
    /// Whether the desk has what the journal held when it was asked to catch up; else all who wait are told.
    private func isCaughtUp() async -> Bool {
        let served = catching
        catching = []
        do {
            if isBehind || heard > committed.position {
                heard = .start
                try await replay()
            }
        } catch {
            isBehind = true
            heard = .start
            let fault = DeskFault(error)
            for answer in served + catching { answer.resume(throwing: fault) }
            catching = []
            let batch = waiting
            waiting = []
            fail(batch, fault)
            return false
        }
        for answer in served { answer.resume() }
        return true
    }

    /// Applies the entries that the desk does not have yet, on what is committed.
    private func replay() async throws {
        if !isLoaded { try await loadSnapshot() }
        let entries = try await journal.entries(of: stream, after: committed.version)
        if isDiverged {
            working = committed
            isDiverged = false
        }
        for entry in entries {
            guard entry.version == committed.version.next else {
                throw DeskFault.damaged(stream, committed.version.next)
            }
            let changes = try changes(of: entry)
            working.apply(changes, of: entry)
            committed.apply(changes, of: entry)
        }
        isBehind = false
        if !entries.isEmpty { tellReaders() }
    }

    private func loadSnapshot() async throws {
        let found = try await journal.snapshot(of: stream, fingerprint: ChangeCodec.fingerprint(of: A.self))
        isLoaded = true
        guard let found, let state = try? codec.decode(state: A.self, from: found.body) else { return }
        committed = Standing(found, state)
        working = committed
        snapshotVersion = found.version
    }

    private func keepSnapshotWhenDue() {
        let entryCount = committed.version.value - snapshotVersion.value
        guard entryCount >= Int64(limits.snapshotEntriesMin), entryCount >= committed.version.value / 10
        else { return }
        snapshotVersion = committed.version
        Task { await keepSnapshot() }
    }

    /// A snapshot that fails is no harm: the next one is due soon enough.
    private func keepSnapshot() async {
        snapshotVersion = committed.version
        if let snapshot = await Self.snapshot(of: committed, stream, codec) {
            try? await journal.keep(snapshot)
        }
    }

    /// Beside the desk, which goes on deciding: a large state takes a while to write down.
    @concurrent private static func snapshot(
        of standing: Standing<A>, _ stream: StreamID, _ codec: ChangeCodec
    ) async -> Snapshot? {
        guard let body = try? codec.encode(state: standing.state) else { return nil }
        return Snapshot(
            stream: stream, version: standing.version, position: standing.position,
            fingerprint: ChangeCodec.fingerprint(of: A.self), body: body)
    }
}
