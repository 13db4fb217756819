internal import Domain
internal import Journal
internal import Pages
internal import Synchronization

extension KeptPages {
    /// A topic's row for every reader with the same mark, with a gap where the reader's act goes.
    func row(_ proposal: Proposal, mark: WishMark, in scene: Scene, _ renderer: Renderer) -> Stencil {
        let key = RowKey(
            gathering: scene.gathering.id, proposal: proposal.id, mark: mark, language: scene.language,
            isInside: scene.isInside)
        let state = RowState(
            gathering: scene.stamp.gathering, destructions: scene.stamp.destructions,
            wishCount: scene.wishCount(of: proposal.id), dotStep: scene.dotStep)
        return rows.value(key, in: state) {
            Stencil(
                renderer.markup(
                    scene.row(proposal, mark: mark, act: Stencil.Gap.act.text), in: scene.language))
        }
    }

    /// Topics that can be wished for, by number.
    func openTopics(in scene: Scene) -> [Proposal] {
        openTopics.value(OpenTopicsKey(gathering: scene.gathering.id), in: scene.stamp.gathering) {
            scene.gathering.topics.open
        }
    }

    /// The list of topics for every reader who may do the same, with gaps for the rows and the position.
    func topicsPage(in scene: Scene, _ renderer: Renderer) -> Stencil {
        let key = ListKey(
            gathering: scene.gathering.id, language: scene.language, isInside: scene.isInside,
            mayPropose: scene.caller.may(.propose) && scene.gathering.topics.isTakingProposals,
            ownWishCount: scene.caller.participant == nil ? nil : scene.own.wishes.count,
            ownLate: scene.own.lateCounts)
        let state = ListState(
            gathering: scene.stamp.gathering, minute: scene.stamp.minute, voterCount: scene.tally.voterCount,
            late: scene.tally.late)
        return lists.value(key, in: state) {
            var frame = scene.frame(.topics)
            frame.position = Stencil.Gap.position.text
            var page = TopicsPage(
                frame, window: scene.wishWindow, rows: Stencil.Gap.rows.markup,
                topicCount: openTopics(in: scene).count, ownWishCount: key.ownWishCount,
                mayPropose: key.mayPropose)
            page.ownLate = key.ownLate
            page.hasPrevious = scene.gathering.programme.previous != nil
            return Stencil(renderer.bytes(page, in: scene.language))
        }
    }
}

/// What is kept belongs to a gathering.
protocol GatheringKey: Hashable, Sendable {
    var gathering: Gathering.ID { get }
}

struct OpenTopicsKey: GatheringKey {
    let gathering: Gathering.ID
}

struct RowKey: GatheringKey {
    let gathering: Gathering.ID
    let proposal: Proposal.ID
    let mark: WishMark
    let language: Language
    let isInside: Bool
}

/// All that a row depends on beside its key.
struct RowState: Hashable, Sendable {
    let gathering: Position
    let destructions: Int
    let wishCount: Int?
    let dotStep: Int
}

struct ListKey: GatheringKey {
    let gathering: Gathering.ID
    let language: Language
    let isInside: Bool
    let mayPropose: Bool
    /// Nil for who only looks.
    let ownWishCount: Int?
    let ownLate: LateWishes
}

/// All that the list's frame depends on beside its key.
struct ListState: Hashable, Sendable {
    let gathering: Position
    let minute: Int64
    let voterCount: Int
    let late: LateWishes
}

/// What was made last for each key, and what it was made from.
final class KeptValues<Key: GatheringKey, State: Hashable & Sendable, Value: Sendable>: Sendable {
    private let countMax: Int
    private let kept = Mutex<[Key: (state: State, value: Value)]>([:])

    init(countMax: Int) {
        self.countMax = countMax
    }

    /// The kept value, made anew when it was made from something else.
    func value(_ key: Key, in state: State, make: () -> Value) -> Value {
        if let found = kept.withLock({ $0[key] }), found.state == state { return found.value }
        let value = make()
        kept.withLock { kept in
            if kept.count >= countMax, kept[key] == nil { kept.removeAll(keepingCapacity: true) }
            kept[key] = (state, value)
        }
        return value
    }

    func forget(_ gathering: Gathering.ID) {
        kept.withLock { kept in kept = kept.filter { $0.key.gathering != gathering } }
    }
}
