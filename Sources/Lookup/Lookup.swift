public import Domain
public import Journal
import GRDB
import Synchronization

/// What lists and search read: made of the journal alone, and always behind it by a moment.
///
/// It holds nothing that is sealed, and nothing that is not in the journal: deleted, it is made anew with the same
/// content.
public actor Lookup {
    private let journal: any Journal
    private nonisolated let isForgotten: @Sendable (Gathering.ID) -> Bool
    private nonisolated let file: LookupFile
    private nonisolated let shelves = ShelfList()
    private nonisolated let standing: Mutex<Standing>

    private let reader: JournalReader
    private var position: Position
    private var running: Task<Void, any Error>?
    private var hasLookedOver = false
    private var isUnclean: Bool

    private struct Standing {
        var isWhole: Bool
        var isDamaged = false
    }

    private static let entriesAtOnce = 1_000
    private static let touchedAtOnce = 2_000

    /// Opens what lies in the file, if it is of this journal and shape; anything else is deleted. Without a path it is
    /// in memory. `isForgotten`: whether a gathering was deleted as a whole, and its entries are read no more.
    public init(
        _ path: String?, journal: any Journal, isForgotten: @escaping @Sendable (Gathering.ID) -> Bool
    ) throws {
        self.journal = journal
        self.isForgotten = isForgotten
        file = try LookupFile(path, epoch: journal.epoch)
        let state = try file.state()
        reader = JournalReader(journal)
        position = state.position
        isUnclean = state.isUnclean
        standing = Mutex(Standing(isWhole: state.isWhole))
    }

    /// Whether it has been read to the journal's end since it was made; before, nobody can say what is missing.
    public nonisolated var isWhole: Bool { standing.withLock { $0.isWhole && !$0.isDamaged } }

    public func close() { file.close() }

    /// Reads all that the journal holds by now.
    public func catchUp() async throws {
        // One that began before may have passed what this caller waits for; the next one has not.
        var first: Task<Void, any Error>?
        while let running, running != first {
            let outcome = await running.result
            guard first == nil else { return try outcome.get() }
            first = running
        }
        let task = Task { try await readOn() }
        running = task
        defer { if running == task { running = nil } }
        try await task.value
    }

    /// Waits until all that the journal holds by now is read, but not longer than `limit`.
    public nonisolated func caughtUp(within limit: Duration) async -> Bool {
        await withCheckedContinuation { caller in
            let answer = FirstAnswer(caller)
            Task {
                let isDone: Void? = try? await catchUp()
                answer.give(isDone != nil)
            }
            Task {
                try? await Task.sleep(for: limit)
                answer.give(false)
            }
        }
    }

    /// Returns when the journal holds something that was not read yet.
    public func waitForNews() async throws {
        for try await _ in journal.follow(after: position) { return }
    }

    /// Overwrites what was taken out, when something was.
    public func clean() async throws {
        guard isUnclean else { return }
        // Before it begins: what is taken out while it runs asks for the next one.
        isUnclean = false
        do { try await file.clean() } catch {
            isUnclean = true
            throw error
        }
    }

    /// Looks for what `query` says among what the reader may find.
    public nonisolated func search(_ request: SearchRequest) async throws -> SearchResult {
        guard isWhole else { throw LookupFault.building }
        do {
            return try await file.read { [isForgotten, shelves] in
                try Searching($0, request, shelves, isForgotten).result()
            }
        } catch let error as DatabaseError where error.isDamage {
            standing.withLock { $0.isDamaged = true }
            throw LookupFault.building
        }
    }

    private func readOn() async throws {
        do {
            try await readAll()
        } catch let error as DatabaseError where error.isDamage {
            standing.withLock { $0.isDamaged = true }
            try await readAll()
        }
    }

    private func readAll() async throws {
        if standing.withLock({ $0.isDamaged }) { try makeAnew() }
        var touched = try await lookOver()
        var reached = position
        while true {
            try Task.checkCancellation()
            let entries = try await journal.entries(after: reached, limit: Self.entriesAtOnce)
            for entry in entries { touched.note(entry) }
            reached = entries.last?.position ?? reached
            let isLast = entries.count < Self.entriesAtOnce
            if isLast || touched.gatherings.count >= Self.touchedAtOnce {
                try await shelve(touched, upTo: reached, isWhole: isLast)
                touched = Touched()
            }
            if isLast { return }
        }
    }

    private func makeAnew() throws {
        try file.makeAnew()
        position = .start
        hasLookedOver = false
        isUnclean = false
        standing.withLock { $0 = Standing(isWhole: false) }
    }

    /// Once after opening: what was deleted as a whole while nobody followed, and whether the journal is the one that
    /// was read.
    private func lookOver() async throws -> Touched {
        var touched = Touched()
        guard !hasLookedOver else { return touched }
        if position > .start,
            try await journal.entries(after: .init(position.value - 1), limit: 1).isEmpty
        {
            try makeAnew()
        }
        for gathering in try await file.read({ try Shelving($0).gatherings() }) where isForgotten(gathering) {
            touched.note(gathering)
        }
        hasLookedOver = true
        return touched
    }

    private func shelve(_ touched: Touched, upTo reached: Position, isWhole: Bool) async throws {
        for gathering in touched.gatherings.sorted() {
            try await shelve(gathering, touched.records[gathering] ?? [])
        }
        let isNew = isWhole && !standing.withLock { $0.isWhole }
        guard reached > position || isNew else { return }
        try await file.write { db in
            try db.execute(
                sql: "UPDATE state SET position = ?, isWhole = max(isWhole, ?)",
                arguments: [reached.value, isWhole])
        }
        position = reached
        if isNew { standing.withLock { $0.isWhole = true } }
    }

    private func shelve(_ id: Gathering.ID, _ records: Set<Proposal.ID>) async throws {
        guard !isForgotten(id) else {
            await reader.forget(id)
            return try await put(nil, [], of: id)
        }
        let gathering = try await reader.gathering(id)
        let old = try await file.read { try Shelving($0).holdings(of: id) }
        var holdings: [Holding] = []
        for proposal in gathering.archived {
            if let known = old[proposal.id], !records.contains(proposal.id) {
                holdings += known.compactMap { gathering.kept($0, proposal) }
            } else {
                let release = try await reader.released(proposal.id, in: id)
                holdings += gathering.holdings(proposal, release)
            }
        }
        try await put(Shelf(gathering), holdings, of: id)
    }

    private func put(_ shelf: Shelf?, _ holdings: [Holding], of id: Gathering.ID) async throws {
        let leavesBytes = try await file.write { db in
            try Shelving(db).put(shelf, holdings, of: id)
            return try State(db).isUnclean
        }
        if leavesBytes { isUnclean = true }
    }
}

/// Whoever answers first is heard.
private final class FirstAnswer: Sendable {
    private let caller: Mutex<CheckedContinuation<Bool, Never>?>

    init(_ caller: CheckedContinuation<Bool, Never>) {
        self.caller = Mutex(caller)
    }

    func give(_ isDone: Bool) {
        let caller = caller.withLock { caller in
            defer { caller = nil }
            return caller
        }
        caller?.resume(returning: isDone)
    }
}
