internal import Actions
internal import Domain
internal import Pages

/// What does not go together, on its way from the act to the page that says it.
extension LayBoard.Laid.Contradiction {
    /// `3.7-sameHost.pinned`: the topics and the demands.
    var address: String {
        topics.map(\.text).joined(separator: ".") + "-" + demands.map(\.rawValue).joined(separator: ".")
    }
}

extension Scene {
    /// `3.7-sameHost.pinned_4-equipment`: each contradiction, as the address carries them.
    func contradictions(_ text: String?) -> [BoardContradiction] {
        (text ?? "").split(separator: "_").prefix(20).compactMap { group in
            let halves = group.split(separator: "-", maxSplits: 1)
            let topics = (halves.first ?? "").split(separator: ".").prefix(20).compactMap {
                Proposal.ID(String($0)).flatMap { gathering.topics[$0] }
            }
            guard !topics.isEmpty else { return nil }
            let demands = (halves.dropFirst().first ?? "").split(separator: ".").prefix(20).compactMap {
                LayBoard.Laid.Demand(rawValue: String($0))
            }
            return BoardContradiction(
                titles: topics.map { title(of: $0.id) }, reasons: demands.flatMap { reasons($0, topics) })
        }
    }

    private func reasons(_ demand: LayBoard.Laid.Demand, _ topics: [Proposal]) -> [BoardContradiction.Reason]
    {
        let slotCount = gathering.programme.slots.count
        return switch demand {
        case .sameHost:
            [
                .sameHost(
                    slotCount: topics.reduce(0) { $0 + $1.content.slotCount } > slotCount ? slotCount : nil)
            ]
        case .hostAway: topics.compactMap { limits(of: $0, isAlone: topics.count == 1) }
        case .equipment: [equipment(topics)]
        case .pinned: [.pinned]
        case .programme: [.programme]
        case .length: [.length(slotCount: topics.map(\.content.slotCount).max() ?? 1)]
        case .begun: [.begun]
        case .onePerPlace: [.onePerPlace]
        }
    }

    private func limits(of topic: Proposal, isAlone: Bool) -> BoardContradiction.Reason? {
        let content = topic.content
        guard content.from != nil || content.until != nil else { return nil }
        return .hostAway(
            title: isAlone ? nil : title(of: topic.id), from: content.from.map(time),
            until: content.until.map(time))
    }

    private func equipment(_ topics: [Proposal]) -> BoardContradiction.Reason {
        let needs = topics.map(\.content.needs).first { !$0.isEmpty } ?? []
        let rooms = gathering.programme.rooms.filter { needs.isSubset(of: $0.features) }
        return rooms.isEmpty ? .noRoomHas(needs.sorted()) : .onlyIn(rooms.map(\.name.text))
    }
}
