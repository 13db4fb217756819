internal import Domain
internal import Pages

/// Topics as pages show them.
extension Scene {
    var wishWindow: WishWindow {
        let state: WishWindow.State =
            switch gathering.day.window {
            case .notYetOpen: .notYet
            case .open: .open(until: nil, countdown: nil)
            case .closed: .closed
            }
        var window = WishWindow(
            state, isBlind: facts.rules.isBlind && gathering.isBlindNow, voterCount: tally.voterCount,
            isWeighted: facts.rules.wishWeightMax > 1)
        window.late = tally.late
        return window
    }

    /// Until when latecomers count, for those who may not be late any more.
    var latecomers: LatecomerNote {
        let end = gathering.graceEnd.flatMap { now.instant <= $0 ? $0 : nil }
        return LatecomerNote(until: end.map(clock), late: tally.late)
    }

    /// Topics in an order that is each voice's own: position buys no wishes.
    func inOwnOrder(_ topics: [Proposal]) -> [Proposal] {
        guard let voice = own.voice else { return topics }
        // By their places: to sort the topics themselves would move each many times.
        return topics.indices.map { (draw: Self.draw(topics[$0].id, voice), place: $0) }
            .sorted { $0.draw < $1.draw }.map { topics[$0.place] }
    }

    /// The reader's wish for each topic.
    var marks: (Proposal.ID) -> WishMark {
        let isOpen = gathering.day.window.isOpen && caller.may(.wish)
        let isWeighted = facts.rules.wishWeightMax > 1
        return { id in
            let weight = own.wishes[id] ?? 0
            guard isOpen else { return .closed(isMine: weight > 0, isLate: own.late.contains(id)) }
            return isWeighted ? .weighted(weight) : .simple(isMine: weight > 0)
        }
    }

    func row(_ proposal: Proposal, mark: WishMark, act: String) -> TopicRow {
        TopicRow(
            gathering: id, id: proposal.id.text, title: title(of: proposal.id), host: hosts(of: proposal),
            kind: proposal.isHidden ? nil : ProposalKind(proposal.content.form),
            wishCount: wishCount(of: proposal.id),
            handCount: gathering.isBlindNow ? 0 : gathering.topics.handCount(of: proposal.id), mark: mark,
            dotStep: dotStep, act: act)
    }

    /// One list, one step, so that rows compare. While wishes are blind it would tell how large the largest is.
    var dotStep: Int { Seats.step(forLargest: gathering.isBlindNow ? 0 : tally.voices.values.max() ?? 0) }

    func proposalPage(_ proposal: Proposal, act: String) -> ProposalPage {
        let isHost = caller.participant.map(proposal.hosts.contains) ?? false
        var page = ProposalPage(
            frame(.beside), row: row(proposal, mark: marks(proposal.id), act: act),
            sentence: proposal.isHidden ? "" : proposal.content.sentence.text)
        page.coHosts = namesHosts(of: proposal) ? proposal.hosts.dropFirst().map(labels.label) : []
        page.needs = proposal.content.needs.sorted().map(words.equipmentName)
        page.mustLeaveAt = proposal.content.until.map(time)
        if gathering.absence(of: proposal.id) == nil {
            page.placement = layout?.placements[proposal.id].map { name(of: $0.place) }
        }
        page.notPlaced = notPlaced(proposal)
        page.mayEdit = proposal.isOpen && (isHost || caller.may(.proposeForOthers))
        page.withdrawalAct = page.mayEdit ? act + "-w" : nil
        page.hasRecord = gathering.hasRecord(proposal.id)
        page.affectedCount = wishCount(of: proposal.id)
        return page
    }

    /// Why a topic has no place, in a sentence.
    func notPlaced(_ proposal: Proposal) -> String? {
        switch proposal.state {
        case .withdrawn: words["topic.withdrawn"]
        case .removed: words["topic.removed"]
        case .merged(let other): words("topic.merged", ["title": title(of: other)])
        case .open:
            if gathering.absence(of: proposal.id) == .cancelled {
                words["topic.cancelled"]
            } else {
                layout.flatMap { layout in
                    gathering.parked(in: layout).first { $0.id == proposal.id }.map {
                        $0.reason.text(
                            words, isWantedMore: isWantedMore(proposal.id, in: layout),
                            isUndecided: proposal.isAdmitted == nil)
                    }
                }
            }
        }
    }

    /// More than something that has a place, as far as wishes may be seen.
    func isWantedMore(_ parked: Proposal.ID, in layout: Board.Layout) -> Bool {
        guard let wanted = wishCount(of: parked) else { return false }
        let least = layout.placements.keys.compactMap { wishCount(of: $0) }.min() ?? .max
        return wanted > least
    }

    /// FNV-1a of both names: another order for each voice, always the same for one.
    private static func draw(_ proposal: Proposal.ID, _ voice: Voice.ID) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for bytes in [voice.text.utf8, proposal.text.utf8] {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return hash ^ hash >> 29
    }
}

extension ProposalKind {
    init(_ form: Proposal.Form) {
        switch form {
        case .question: self = .question
        case .experience: self = .experience
        case .input: self = .input
        case .helpWanted: self = .help
        }
    }

    var form: Proposal.Form {
        switch self {
        case .question: .question
        case .experience: .experience
        case .input: .input
        case .help: .helpWanted
        }
    }
}
