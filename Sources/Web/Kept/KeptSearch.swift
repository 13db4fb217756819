internal import Actions
internal import Domain
internal import Journal
internal import Synchronization

/// What the planner found about a gathering, for as long as all that it depends on is what it was. Whoever asks while
/// it is searched for waits for the same search.
final class KeptSearch<Basis: Equatable & Sendable, Found: Sendable>: Sendable {
    /// What somebody asks about.
    struct Question: Sendable {
        let gathering: Gathering.ID
        /// All that the answer depends on, apart from the wishes.
        let basis: Basis
        let interest: Position
    }

    private struct Search {
        let question: Question
        let task: Task<Found, any Error>
        let began: ContinuousClock.Instant
        /// Nil while it searches.
        var found: Found?
    }

    private let searches = Mutex<[Gathering.ID: Search]>([:])

    /// While wishes come in, a page that is looked at all the time searches no more often.
    private let freshness: Duration
    private static var countMax: Int { 100 }

    init(freshness: Duration = .seconds(2)) {
        self.freshness = freshness
    }

    /// - Throws: what the search throws; it is searched for anew when somebody asks again.
    func found(_ question: Question, search: @escaping @Sendable () async throws -> Found) async throws
        -> Found
    {
        let task = begun(question, search).task
        return try await task.value
    }

    /// What is known without waiting; nil while it is searched for.
    func soon(_ question: Question, search: @escaping @Sendable () async throws -> Found) -> Found? {
        begun(question, search).found
    }

    func forget(_ gathering: Gathering.ID) {
        searches.withLock { $0.removeValue(forKey: gathering)?.task.cancel() }
    }

    /// The search that answers the question: the last one, or a new one, which ends the one before.
    private func begun(_ question: Question, _ search: @escaping @Sendable () async throws -> Found) -> Search
    {
        searches.withLock { searches in
            let id = question.gathering
            if let last = searches[id], last.question.basis == question.basis {
                let isSame = last.question.interest == question.interest
                if isSame || ContinuousClock.now - last.began < freshness { return last }
            }
            if searches.count >= Self.countMax, searches[id] == nil { Self.makeRoom(in: &searches) }
            let task = Task {
                do {
                    let found = try await search()
                    keep(found, question)
                    return found
                } catch {
                    drop(question)
                    throw error
                }
            }
            let begun = Search(question: question, task: task, began: .now)
            searches.updateValue(begun, forKey: id)?.task.cancel()
            return begun
        }
    }

    private func keep(_ found: Found, _ question: Question) {
        searches.withLock { searches in
            guard searches[question.gathering]?.question == question else { return }
            searches[question.gathering]?.found = found
        }
    }

    private func drop(_ question: Question) {
        searches.withLock { searches in
            guard searches[question.gathering]?.question == question else { return }
            searches[question.gathering] = nil
        }
    }

    private static func makeRoom(in searches: inout [Gathering.ID: Search]) {
        for (id, search) in searches where search.found != nil { searches[id] = nil }
    }
}

extension KeptSearch.Question: Equatable {}

/// What a board depends on that is laid out or looked at.
struct BoardBasis: Equatable, Sendable {
    let draft: Board.Layout
    let published: Int?
    let day: DayBasis
    let settled: Set<Slot.ID>

    init(_ scene: Scene) {
        draft = scene.gathering.board.draft
        published = scene.gathering.board.current?.number
        day = DayBasis(scene)
        settled = scene.gathering.settledSlots(at: scene.now)
    }
}

/// What every board of a day depends on, wherever its sessions lie: people who come and go are not in it.
struct DayBasis: Equatable, Sendable {
    let cancelled: Set<Proposal.ID>
    let parkedByHand: Set<Proposal.ID>
    let pinned: Set<Proposal.ID>
    let programme: Programme
    let topics: Topics

    init(_ scene: Scene) {
        let board = scene.gathering.board
        cancelled = board.current?.cancelled ?? []
        parkedByHand = Set(board.draft.parked.filter { $0.value == .byModerator }.keys)
        pinned = Set(board.draft.placements.filter(\.value.isPinned).keys)
        programme = scene.gathering.programme
        topics = scene.gathering.topics
    }
}

extension KeptSearch.Question where Basis == BoardBasis {
    init(_ scene: Scene) {
        self.init(gathering: scene.gathering.id, basis: BoardBasis(scene), interest: scene.stamp.interest)
    }
}

extension KeptSearch.Question where Basis == DayBasis {
    init(_ scene: Scene) {
        self.init(gathering: scene.gathering.id, basis: DayBasis(scene), interest: scene.stamp.interest)
    }
}
