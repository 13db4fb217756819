extension UndoLog {
    /// How a change is taken back, seen from the state before it; nil when it cannot be.
    static func step(for change: Gathering.Change, in gathering: Gathering) -> Draft? {
        switch change {
        case .board(let change): step(for: change, in: gathering)
        case .topics(let change): step(for: change, in: gathering)
        case .programme(.shifted(let minutes, _)): step(forShift: minutes, in: gathering.programme)
        case .day(.phaseEntered(let phase)): step(forPhase: phase, in: gathering.day)
        case .day(.projected(let picture)):
            Draft(
                act: .projected(picture), touched: [.wall],
                inverse: [.day(change: .projected(picture: gathering.picture))], isLater: true)
        default: nil
        }
    }

    private static func step(for change: Board.Change, in gathering: Gathering) -> Draft? {
        let board = gathering.board
        switch change {
        case .draftChanged(let steps, let how): return step(forBoard: steps, how: how, in: board)
        case .cancelled(let id):
            return Draft(
                act: .cancelled(id: id), touched: [.placement(id: id)],
                inverse: [.board(change: .restored(id: id))])
        case .restored(let id):
            return Draft(
                act: .restored(id: id), touched: [.placement(id: id)],
                inverse: [.board(change: .cancelled(id: id))], isLater: true)
        case .published(let number):
            // Before the first version there was none, and a change of room publishes by itself.
            guard let before = board.current?.number, !isRoomChange(gathering) else { return nil }
            return Draft(
                act: .published(number: number, before: before), touched: [.publication],
                inverse: [.board(change: .publishedAgain(number: number + 1, as: before))], isLater: true)
        case .publishedAgain: return nil
        }
    }

    /// Whether the draft's newest change was a room for everybody, of which this is the publication.
    private static func isRoomChange(_ gathering: Gathering) -> Bool {
        guard case .roomChanged(let id) = gathering.undo.newest?.act else { return false }
        return gathering.board.draft.placements[id]?.revision == gathering.board.revision
    }

    /// Each thing goes back to its own time, so that what was added since stays where it is.
    private static func step(forShift minutes: Int, in programme: Programme) -> Draft {
        let slots = programme.slots.map { Gathering.Change.programme(change: .slotSet(slot: $0)) }
        let items = programme.items.map { Gathering.Change.programme(change: .itemSet(item: $0)) }
        return Draft(
            act: .shifted(minutes: minutes), touched: [.times], inverse: slots + items, isLater: true)
    }

    private static func step(forPhase phase: Phase, in day: Day) -> Draft? {
        // After the end nothing is taken back: who ended too early goes to a station again.
        guard phase != .ended, day.phase != .ended else { return nil }
        var inverse = [Gathering.Change.day(change: .phaseEntered(phase: day.phase))]
        if phase == .weighing, !day.window.isOpen {
            inverse.append(.day(change: day.window == .notYetOpen ? .windowPutOff : .windowClosed))
        }
        if phase > .weighing, day.window.isOpen { inverse.append(.day(change: .windowOpened)) }
        if let picture = day.picture { inverse.append(.day(change: .projected(picture: picture))) }
        return Draft(act: .entered(phase), touched: [.phase], inverse: inverse, isLater: true)
    }

    private static func step(forBoard steps: [Board.Setting], how: Board.How, in board: Board) -> Draft? {
        guard let first = steps.first else { return nil }

        let act: UndoableAct
        switch how {
        case .laid:
            let parkedCount = steps.count { $0.parked != nil }
            act = .laid(
                count: steps.count { $0.placement != nil }, parked: parkedCount == 0 ? nil : parkedCount)
        case .moved: act = .moved(id: first.id)
        case .swapped: act = .swapped(id: first.id, with: steps.last?.id ?? first.id)
        case .pinned: act = .pinned(id: first.id)
        case .unpinned: act = .unpinned(id: first.id)
        case .parked: act = .parked(id: first.id)
        case .roomChanged: return step(forRoomOf: first.id, steps, in: board)
        case .undone, .withdrawn: return nil
        }
        let back = steps.map { board.setting(of: $0.id) }
        return Draft(
            act: act, touched: Set(steps.map { .placement(id: $0.id) }),
            inverse: [.board(change: .draftChanged(steps: back, how: .undone))])
    }

    /// Another one is among the steps when the two changed rooms.
    private static func step(forRoomOf id: Proposal.ID, _ steps: [Board.Setting], in board: Board) -> Draft {
        let number = board.current?.number ?? 0
        let back = steps.map { board.setting(of: $0.id) }
        return Draft(
            act: .roomChanged(id: id), touched: Set(steps.map { .placement(id: $0.id) } + [.publication]),
            inverse: [
                .board(change: .draftChanged(steps: back, how: .undone)),
                .board(change: .publishedAgain(number: number + 2, as: number)),
            ], isLater: true)
    }

    /// A topic closed by a moderator comes back with its turn and its place.
    private static func reopening(_ id: Proposal.ID, _ gathering: Gathering) -> [Gathering.Change] {
        let topics = gathering.topics
        let queue = topics.pitch?.proposal == id ? [id] + topics.queue : topics.queue
        let changes: [Gathering.Change] = [
            .topics(change: .reopened(id: id)), .topics(change: .queueSet(queue: queue)),
        ]
        let setting = gathering.board.setting(of: id)
        guard setting != Board.Setting(id, parked: nil) else { return changes }
        return changes + [.board(change: .draftChanged(steps: [setting], how: .undone))]
    }

    private static func parting(_ id: Proposal.ID, from into: Proposal.ID, _ gathering: Gathering)
        -> [Gathering.Change]
    {
        let topics = gathering.topics
        // Who was just presenting is the next one to do so.
        let queue = topics.pitch?.proposal == id ? [id] + topics.queue : topics.queue
        let changes: [Gathering.Change] = [
            .topics(change: .parted(id: id)),
            .topics(change: .hostsSet(id: into, hosts: topics[into]?.hosts ?? [])),
            .topics(change: .handsCounted(id: into, count: topics.hands[into])),
            .topics(change: .queueSet(queue: queue)),
        ]
        let setting = gathering.board.setting(of: id)
        guard setting != Board.Setting(id, parked: nil) else { return changes }
        return changes + [.board(change: .draftChanged(steps: [setting], how: .undone))]
    }

    private static func step(for change: Topics.Change, in gathering: Gathering) -> Draft? {
        let topics = gathering.topics
        switch change {
        case .merged(let id, let into):
            return Draft(
                act: .merged(id: id, into: into),
                touched: [
                    .topic(id: id), .topic(id: into), .placement(id: id), .hands(id: id), .hands(id: into),
                ],
                inverse: parting(id, from: into, gathering))
        case .hidden(let id, _, _):
            return Draft(
                act: .hidden(id: id), touched: [.topic(id: id)], inverse: [.topics(change: .shown(id: id))])
        case .shown(let id):
            let old = topics[id]?.hiding
            return Draft(
                act: .shown(id: id), touched: [.topic(id: id)],
                inverse: [.topics(change: .hidden(id: id, by: old?.by, reason: old?.reason))], isLater: true)
        case .withdrawn(let id, byModerator: true?):
            return Draft(
                act: .withdrawn(id: id), touched: [.topic(id: id), .placement(id: id)],
                inverse: reopening(id, gathering), isLater: true)
        case .edited(let id, _, byModerator: true?):
            guard let old = topics[id] else { return nil }
            return Draft(
                act: .edited(id: id, revision: old.revision + 1), touched: [.topic(id: id)],
                inverse: [
                    .topics(change: .edited(id: id, content: old.content)),
                    .topics(change: .hostsSet(id: id, hosts: old.hosts)),
                ], isLater: true)
        case .queueSet:
            return Draft(
                act: .queued, touched: [.queue], inverse: [.topics(change: .queueSet(queue: topics.queue))])
        case .handsCounted(let id, let count):
            return Draft(
                act: .counted(id: id, hands: count ?? 0), touched: [.hands(id: id)],
                inverse: [.topics(change: .handsCounted(id: id, count: topics.hands[id]))])
        case .admitted(let id, let isIn):
            return Draft(
                act: .admitted(id: id, isIn: isIn ?? false), touched: [.admission(id: id)],
                inverse: [.topics(change: .admitted(id: id, isIn: topics[id]?.isAdmitted))])
        default: return nil
        }
    }
}
