internal import Domain

/// A holding's number in the lookup: gathering, session, kind and line, so that the number alone tells all of them.
struct HoldingKey: Hashable, Comparable {
    static let sessionsMax = 1 << 14
    static let linesMax = 1 << 12
    private static let kinds = Holding.Kind.allCases

    let number: Int64

    /// Nil for what no gathering has: a session without a number, or a line beyond the longest text.
    init?(gathering: Int64, _ holding: Holding) {
        guard let session = holding.session.number, (0..<Self.sessionsMax).contains(session),
            (0..<Self.linesMax).contains(holding.line),
            let kind = Holding.Kind.allCases.firstIndex(of: holding.kind)
        else { return nil }
        number = gathering << 28 | Int64(session) << 14 | Int64(kind) << 12 | Int64(holding.line)
    }

    init(_ number: Int64) { self.number = number }

    var gathering: Int64 { number >> 28 }
    var session: Proposal.ID { Proposal.ID(number: Int(number >> 14) & (Self.sessionsMax - 1)) }
    var kind: Holding.Kind { Self.kinds[kindIndex] }
    var kindIndex: Int { Int(number >> 12) & 3 }
    var line: Int { Int(number) & (Self.linesMax - 1) }

    /// All keys of a gathering.
    static func range(of gathering: Int64) -> Range<Int64> { gathering << 28..<(gathering + 1) << 28 }

    static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// Gatherings come in stacks of 64: a row of the index is about one of them, so that a search reads few rows, and
    /// little is written anew when one record changes.
    var stack: Int64 { number >> Self.stackBits }
    var inStack: Int64 { number & (1 << Self.stackBits - 1) }

    static func stack(of gathering: Int64) -> Int64 { range(of: gathering).lowerBound >> stackBits }

    init(stack: Int64, _ inStack: Int64) { number = stack << Self.stackBits | inStack }

    private static let stackBits = 34

    /// The number within its gathering: session, kind and line.
    var inGathering: Int64 { number & 0xFFF_FFFF }
}
