internal import Actions
internal import Domain
internal import Journal
internal import Pages
internal import Synchronization

/// Where a gathering's streams stand: what was rendered at one stamp is right until the next.
struct Stamp: Sendable, Hashable {
    let gathering: Position
    let interest: Position
    let attendance: Position
    let feedback: Position
    /// How many have answered: they leave no entry.
    let answers: Int
    /// The minute of the hall's clock, for what changes with time alone.
    let minute: Int64
    /// Names were forgotten since, also without an entry.
    var destructions = 0
    /// What is released of the records, for what shows them.
    var releases = 0

    var newest: Position { max(gathering, interest, attendance, feedback) }
}

/// The last rendering of each page and fragment that is the same for everyone.
final class KeptPages: Sendable {
    /// What is rendered for whom.
    struct Key: Hashable, Sendable {
        let gathering: Gathering.ID
        let name: String
        let language: Language
        /// Whether names are in it.
        let isInside: Bool
    }

    /// Wishes and heads move pages on at most so often; everything else at once.
    static let freshness = Duration.milliseconds(250)
    /// So long nobody asks the desk again where the gathering stands: a hall that opens the board at once is served
    /// without waiting for it. An act on this server ends it at once.
    static let trust = Duration.milliseconds(5)
    /// More gatherings than run on one day; the rest is rendered again when somebody comes.
    private static let countMax = 400

    let rows = KeptValues<RowKey, RowState, Stencil>(countMax: 20_000)
    let lists = KeptValues<ListKey, ListState, Stencil>(countMax: 2_000)
    let openTopics = KeptValues<OpenTopicsKey, Position, [Proposal]>(countMax: 400)
    let qualities = KeptQualities()
    let nearest = KeptSearch<BoardBasis, [NearChange]>()
    let better = KeptSearch<BoardBasis, FindBetter.Found?>()
    let bounds = KeptSearch<DayBasis, WishBound?>()
    private let shelf = Mutex(Shelf())

    private struct Shelf {
        var kept: [Key: Kept] = [:]
        var rendering: [Key: (stamp: Stamp, task: Task<Rendering, any Error>)] = [:]
    }

    private struct Kept {
        let rendering: Rendering
        let stamp: Stamp
        /// When the whole stamp was looked at, and when the gathering's own position was.
        var checkedAt: ContinuousClock.Instant
        var trustedAt: ContinuousClock.Instant?
    }

    /// The kept rendering, when somebody looked a few milliseconds ago and nothing was done here since.
    func trusted(_ key: Key) -> Rendering? {
        shelf.withLock { shelf in
            guard let found = shelf.kept[key], let trustedAt = found.trustedAt else { return nil }
            let now = ContinuousClock.now
            return now - trustedAt < Self.trust && now - found.checkedAt < Self.freshness
                ? found.rendering : nil
        }
    }

    /// Something was done in a gathering: the next reader asks its desk.
    func look(at gathering: Gathering.ID) {
        shelf.withLock { shelf in
            for key in shelf.kept.keys where key.gathering == gathering { shelf.kept[key]?.trustedAt = nil }
        }
    }

    /// The kept rendering, when the gathering stands where it stood and somebody looked at the rest a moment ago.
    func fresh(_ key: Key, at gathering: Position, destructions: Int = 0) -> Rendering? {
        shelf.withLock { shelf in
            guard let found = shelf.kept[key], found.stamp.gathering == gathering,
                found.stamp.destructions == destructions,
                ContinuousClock.now - found.checkedAt < Self.freshness
            else { return nil }
            shelf.kept[key]?.trustedAt = .now
            return found.rendering
        }
    }

    /// Renders once for each stamp: who comes meanwhile waits for the same rendering.
    func rendering(
        _ key: Key, at stamp: Stamp, render: @escaping @Sendable () async throws -> Rendering
    ) async throws -> Rendering {
        let task = shelf.withLock { shelf -> Task<Rendering, any Error> in
            if shelf.kept[key]?.stamp == stamp, let found = shelf.kept[key] {
                shelf.kept[key]?.checkedAt = .now
                shelf.kept[key]?.trustedAt = .now
                return Task { found.rendering }
            }
            if let running = shelf.rendering[key], running.stamp == stamp { return running.task }
            let task = Task { try await render() }
            shelf.rendering[key] = (stamp, task)
            return task
        }
        do {
            let rendering = try await task.value
            keep(rendering, as: key, at: stamp)
            return rendering
        } catch {
            shelf.withLock { shelf in if shelf.rendering[key]?.stamp == stamp { shelf.rendering[key] = nil } }
            throw error
        }
    }

    /// Somebody was forgotten, or all of it: nothing rendered before may be shown again.
    func forget(_ gathering: Gathering.ID) {
        shelf.withLock { shelf in
            shelf.kept = shelf.kept.filter { $0.key.gathering != gathering }
            shelf.rendering = shelf.rendering.filter { $0.key.gathering != gathering }
        }
        rows.forget(gathering)
        lists.forget(gathering)
        openTopics.forget(gathering)
        qualities.forget(gathering)
        nearest.forget(gathering)
        better.forget(gathering)
        bounds.forget(gathering)
    }

    /// Kept only while it is still the rendering that was asked for: one that was forgotten meanwhile is not.
    private func keep(_ rendering: Rendering, as key: Key, at stamp: Stamp) {
        shelf.withLock { shelf in
            guard shelf.rendering[key]?.stamp == stamp else { return }
            shelf.rendering[key] = nil
            if shelf.kept.count >= Self.countMax, shelf.kept[key] == nil {
                shelf.kept.removeAll(keepingCapacity: true)
            }
            shelf.kept[key] = Kept(rendering: rendering, stamp: stamp, checkedAt: .now)
        }
    }
}

/// A whole page as bytes, or a fragment for frames and pages.
enum Rendering: Sendable {
    case page(KeptBytes)
    case fragment(Markup)
}
