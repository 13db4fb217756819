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

    struct Answer: Sendable {
        let found: Found
        /// Wishes came in since it was searched for: worth another look in a moment.
        let isOfEarlierWishes: Bool
    }

    private struct Search {
        let number: Int
        let question: Question
        let task: Task<Found, any Error>
        let began: ContinuousClock.Instant
        var waitingCount = 0
        /// Nil while it searches.
        var found: Found?
    }

    private struct Shelf {
        var searches: [Gathering.ID: Search] = [:]
        var count = 0
    }

    private let shelf = Mutex(Shelf())

    /// While wishes come in, a page that is looked at all the time searches no more often.
    private let freshness: Duration
    private static var countMax: Int { 100 }

    init(freshness: Duration = .seconds(2)) {
        self.freshness = freshness
    }

    /// - Throws: what the search throws; it is searched for anew when somebody asks again.
    func found(_ question: Question, search: @escaping @Sendable () async throws -> Found) async throws
        -> Answer
    {
        let begun = begun(question, isWaitedFor: true, search)
        defer { wait(for: begun, by: -1) }
        let found = try await begun.task.value
        return Answer(found: found, isOfEarlierWishes: begun.question.interest != question.interest)
    }

    /// What is known without waiting; nil while it is searched for, and when wishes came in since.
    func soon(_ question: Question, search: @escaping @Sendable () async throws -> Found) -> Found? {
        let begun = begun(question, isWaitedFor: false, search)
        return begun.question.interest == question.interest ? begun.found : nil
    }

    func forget(_ gathering: Gathering.ID) {
        shelf.withLock { $0.searches.removeValue(forKey: gathering)?.task.cancel() }
    }

    /// The search that answers the question: the last one, or a new one, which ends that for another board before
    /// if nobody waits for it any more. One that runs is never ended for new wishes, or none would come to its end.
    private func begun(
        _ question: Question, isWaitedFor: Bool, _ search: @escaping @Sendable () async throws -> Found
    ) -> Search {
        shelf.withLock { shelf in
            let id = question.gathering
            if let last = shelf.searches[id], answers(last, question) {
                if isWaitedFor { shelf.searches[id]?.waitingCount += 1 }
                return last
            }
            if shelf.searches.count >= Self.countMax, shelf.searches[id] == nil {
                shelf.searches = shelf.searches.filter { $0.value.found == nil }
            }
            shelf.count += 1
            let number = shelf.count
            let task = Task {
                do {
                    let found = try await search()
                    change(number, in: id) { $0?.found = found }
                    return found
                } catch {
                    change(number, in: id) { $0 = nil }
                    throw error
                }
            }
            let begun = Search(
                number: number, question: question, task: task, began: .now, waitingCount: isWaitedFor ? 1 : 0
            )
            if let last = shelf.searches.updateValue(begun, forKey: id), last.waitingCount == 0 {
                last.task.cancel()
            }
            return begun
        }
    }

    private func answers(_ last: Search, _ question: Question) -> Bool {
        guard last.question.basis == question.basis else { return false }
        let isFresh = last.found == nil || ContinuousClock.now - last.began < freshness
        return last.question.interest == question.interest || isFresh
    }

    private func wait(for search: Search, by count: Int) {
        change(search.number, in: search.question.gathering) { $0?.waitingCount += count }
    }

    /// Only while it is still the last one.
    private func change(_ number: Int, in gathering: Gathering.ID, _ change: (inout Search?) -> Void) {
        shelf.withLock { shelf in
            if shelf.searches[gathering]?.number == number { change(&shelf.searches[gathering]) }
        }
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
