import Journal
import JournalSQLite
import Lookup
import Synchronization
import TestSupport

@testable import Domain

/// A journal that is written to without asking any verb, and what the lookup makes of it.
final class Chronicle: Sendable {
    let journal: SQLiteJournal
    private let count = Mutex(0)
    private let forgotten = Mutex<Set<Gathering.ID>>([])

    init(epoch: Epoch = .sample) throws {
        journal = try SQLiteJournal(inMemory: epoch)
    }

    var isForgotten: @Sendable (Gathering.ID) -> Bool {
        { [self] id in forgotten.withLock { $0.contains(id) } }
    }

    /// In a file, or in memory.
    func lookup(_ path: String? = nil) throws -> Lookup {
        try Lookup(path, journal: journal, isForgotten: isForgotten)
    }

    /// Read to the end.
    func filled(_ path: String? = nil) async throws -> Lookup {
        let lookup = try lookup(path)
        try await lookup.catchUp()
        return lookup
    }

    func append(_ writes: [Write]) async throws {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let key = ActKey(actor: "chronicle", act: .certain("act-number-\(number)"))
        _ = try await journal.append([Act(key: key, moment: .sample, writes: writes)])
    }

    func change(_ id: Gathering.ID, _ changes: Gathering.Change...) async throws {
        try await append([Write(of: Gathering.self, id, changes: changes)])
    }

    func forget(_ id: Gathering.ID) async throws {
        _ = forgotten.withLock { $0.insert(id) }
        try await append([Write(of: House.self, House.theOne, changes: [.gatheringForgotten(id: id)])])
    }

    /// Only the list says so: as after a crash, or with a restored backup.
    func forgetSilently(_ id: Gathering.ID) { _ = forgotten.withLock { $0.insert(id) } }

    func hold(
        _ id: Gathering.ID, _ title: String = "Runder Tisch", isPublic: Bool? = true,
        date: String = "2026-11-26",
        series: String? = nil, town: TownKey? = nil
    ) async throws {
        var facts = Facts(
            title: try Title(title), form: .barcamp, date: LocalDate(date) ?? .sample, venue: .none, tone: .du
        )
        facts.isInArchive = isPublic
        facts.series = try series.map { try SeriesName($0) }
        facts.hostTown = town
        try await change(id, .programme(change: .factsSet(facts: facts)))
    }

    func propose(_ title: String, _ sentence: String = "", as session: Proposal.ID, in id: Gathering.ID)
        async throws
    {
        let content = Proposal.Content(title: try Title(title), sentence: try Sentence(sentence))
        try await change(
            id, .topics(change: .proposed(id: session, hosts: ["anna"], content: content, queueIndex: 0)))
    }

    func edit(_ session: Proposal.ID, _ title: String, in id: Gathering.ID) async throws {
        let content = Proposal.Content(title: try Title(title))
        try await change(id, .topics(change: .edited(id: session, content: content)))
    }

    /// Puts the sessions, and no others, into the published programme.
    func publish(
        _ sessions: [Proposal.ID], number: Int = 1, in id: Gathering.ID, taking out: [Proposal.ID] = []
    )
        async throws
    {
        let steps =
            sessions.map { Board.Setting($0, placement: Placement(place: Place(slot: "1", room: "1"))) }
            + out.map { Board.Setting($0, parked: .byModerator) }
        try await change(
            id, .board(change: .draftChanged(steps: steps, how: .laid)),
            .board(change: .published(number: number)))
    }

    func write(_ texts: [Record.Field: String], of session: Proposal.ID, in id: Gathering.ID) async throws {
        guard let record = Record.ID(of: session, in: id) else { return }
        let edits = texts.sorted { $0.key < $1.key }.map {
            Record.Edit(field: $0.key, at: 0, removed: "", inserted: $0.value)
        }
        try await append([
            Write(
                of: Record.self, record,
                changes: [.written(by: "anna", edits: edits, clashes: nil, restored: nil)])
        ])
    }

    func change(_ session: Proposal.ID, in id: Gathering.ID, _ change: Record.Change) async throws {
        guard let record = Record.ID(of: session, in: id) else { return }
        try await append([Write(of: Record.self, record, changes: [change])])
    }

    /// A gathering with one session, whose record was released.
    func releasing(
        _ title: String, _ texts: [Record.Field: String], in id: Gathering.ID = "altena",
        isPublic: Bool? = true,
        date: String = "2026-11-26"
    ) async throws {
        try await hold(id, isPublic: isPublic, date: date)
        try await propose(title, as: "1", in: id)
        try await publish(["1"], in: id)
        try await write(texts, of: "1", in: id)
        try await change("1", in: id, .released(revision: 1, by: nil, namesConfirmed: 0))
    }
}

extension Lookup {
    func result(_ typed: String, _ filter: Filter = Filter(), own: Set<Gathering.ID> = [], page: Int = 1)
        async throws -> SearchResult
    {
        try await search(SearchRequest(Query(typed), filter: filter, own: own, page: page))
    }

    /// What is found, best first: `solution 2: Leerstand`.
    func found(_ typed: String, _ filter: Filter = Filter(), own: Set<Gathering.ID> = []) async throws
        -> [String]
    {
        try await result(typed, filter, own: own).hits.map { hit in
            "\(hit.kind.rawValue)\(hit.line > 0 ? " \(hit.line)" : ""): \(hit.title.text)"
        }
    }
}
