public import Domain

/// What pages say of wishes that came after the window was closed: a grace that nobody sees would not be fair.
public struct LatecomerNote: Sendable, Equatable {
    /// `10:52`; nil when nobody is waited for.
    public var until: String?
    public var late: LateWishes

    public init(until: String? = nil, late: LateWishes = LateWishes()) {
        self.until = until
        self.late = late
    }

    func sentences(_ words: Phrases) -> [String] {
        var sentences: [String] = []
        if let until { sentences.append(words("late.until", ["time": until])) }
        if late.count > 0 { sentences.append(words("late.wishes", count: late.count)) }
        if late.withdrawnCount > 0 {
            sentences.append(words("late.withdrawn", count: late.withdrawnCount))
        }
        return sentences
    }

    /// For a line of its own; nil when there is nothing to say.
    func text(_ words: Phrases) -> String? {
        let sentences = sentences(words)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// What the reader's own phone sent after the closing, behind what they wished in all.
    static func own(_ late: LateWishes, _ words: Phrases) -> Markup {
        var sentences: [Markup] = []
        if late.count > 0 { sentences.append(words.markup("late.own", ["count": "\(late.count)"])) }
        if late.withdrawnCount > 0 {
            sentences.append(words.markup("late.ownWithdrawn", ["count": "\(late.withdrawnCount)"]))
        }
        return Markup(sentences.map { Markup([Markup(escaping: ". "), $0]) })
    }
}
