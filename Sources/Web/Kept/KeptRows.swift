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
            gathering: scene.stamp.gathering, wishCount: scene.wishCount(of: proposal.id),
            dotStep: scene.dotStep)
        if let kept = rows.find(key, in: state) { return kept }
        let stencil = Stencil(
            renderer.markup(scene.row(proposal, mark: mark, act: Stencil.gap), in: scene.language))
        rows.keep(stencil, as: key, in: state)
        return stencil
    }
}

struct RowKey: Hashable, Sendable {
    let gathering: Gathering.ID
    let proposal: Proposal.ID
    let mark: WishMark
    let language: Language
    let isInside: Bool
}

/// All that a row depends on beside its key.
struct RowState: Hashable, Sendable {
    let gathering: Position
    let wishCount: Int?
    let dotStep: Int
}

/// The last rendering of each row.
final class KeptRows: Sendable {
    private static let countMax = 20_000

    private let kept = Mutex<[RowKey: (state: RowState, stencil: Stencil)]>([:])

    func find(_ key: RowKey, in state: RowState) -> Stencil? {
        kept.withLock { kept in
            guard let found = kept[key], found.state == state else { return nil }
            return found.stencil
        }
    }

    func keep(_ stencil: Stencil, as key: RowKey, in state: RowState) {
        kept.withLock { kept in
            if kept.count >= Self.countMax, kept[key] == nil { kept.removeAll(keepingCapacity: true) }
            kept[key] = (state, stencil)
        }
    }

    func forget(_ gathering: Gathering.ID) {
        kept.withLock { kept in kept = kept.filter { $0.key.gathering != gathering } }
    }
}
