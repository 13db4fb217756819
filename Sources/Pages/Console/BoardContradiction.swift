public import Domain

/// Topics that cannot all have a place, and what stands against it.
public struct BoardContradiction: Sendable, Equatable {
    /// First the one that was left out for the others.
    public let titles: [String]
    public let reasons: [Reason]

    public init(titles: [String], reasons: [Reason]) {
        self.titles = titles
        self.reasons = reasons
    }

    /// One of the demands that stand against each other, with what it is about.
    public enum Reason: Sendable, Equatable {
        /// `slotCount`: so many times there are, when that is too few.
        case sameHost(slotCount: Int?)
        /// `title`: of which topic; nil when there is only one.
        case hostAway(title: String?, from: String?, until: String?)
        case noRoomHas([Equipment])
        case onlyIn([String])
        case pinned
        case programme
        case length(slotCount: Int)
        case begun
        case onePerPlace
    }

    func text(_ words: Phrases) -> String {
        let quoted = titles.map { words("grid.quoted", ["title": $0]) }
        let why = reasons.map { $0.text(words) }.joined(separator: ", ")
        guard quoted.count > 1 else {
            let title = ["title": titles.first ?? ""]
            return why.isEmpty
                ? words("clash.aloneOnly", title) : words("clash.alone", title.merging(["why": why]) { $1 })
        }
        let gaps = ["titles": words.list(quoted), "parked": quoted[0], "why": why]
        return why.isEmpty ? words("clash.togetherOnly", gaps) : words("clash.together", gaps)
    }
}

extension BoardContradiction.Reason {
    fileprivate func text(_ words: Phrases) -> String {
        switch self {
        case .sameHost(nil): words["clash.sameHost"]
        case .sameHost(let count?): words("clash.sameHostTimes", count: count)
        case .hostAway(let title, let from, let until): away(title, from, until, words)
        case .noRoomHas(let needs): missing(needs, words)
        case .onlyIn(let rooms):
            words("clash.onlyIn", ["rooms": words.list(rooms.map { words("grid.quoted", ["title": $0]) })])
        case .pinned: words["clash.pinned"]
        case .programme: words["clash.programme"]
        case .length(let count): words("clash.length", count: count)
        case .begun: words["clash.begun"]
        case .onePerPlace: words["clash.onePerPlace"]
        }
    }

    private func away(_ title: String?, _ from: String?, _ until: String?, _ words: Phrases) -> String {
        let who = title.map { words("clash.whoOf", ["title": $0]) } ?? words["clash.who"]
        return switch (from, until) {
        case (let from?, let until?): words("clash.fromUntil", ["who": who, "from": from, "until": until])
        case (let from?, nil): words("clash.from", ["who": who, "from": from])
        case (nil, let until): words("clash.until", ["who": who, "until": until ?? ""])
        }
    }

    private func missing(_ needs: [Equipment], _ words: Phrases) -> String {
        guard needs.count == 1, let need = needs.first else {
            return words("clash.noRoomHasAll", ["things": words.list(needs.map { $0.name(words) })])
        }
        return switch need {
        case .projector: words["clash.noProjector"]
        case .whiteboard: words["clash.noWhiteboard"]
        case .flipchart: words["clash.noFlipchart"]
        case .videoCall: words["clash.noVideoCall"]
        case .accessible: words["clash.notAccessible"]
        }
    }
}
