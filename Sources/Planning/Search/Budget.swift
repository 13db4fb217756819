/// How long a search goes on. The same number of moves gives the same plan on every machine; a clock does not.
public enum Budget: Sendable {
    case moves(Int)
    /// What part of the time is spent, by a clock that the caller reads: 1 when all of it is, and on beyond.
    case clock(@Sendable () -> Double)

    /// All of it, as `spent` counts.
    static let whole = 1 << 16

    /// What part is spent, of `whole`.
    func spent(_ movesMade: Int) -> Int {
        switch self {
        case .moves(let moves):
            movesMade >= moves ? Self.whole : Int((UInt64(movesMade) << 16) / UInt64(moves))
        case .clock(let part): Int(max(0, min(1, part())) * Double(Self.whole))
        }
    }

    /// Whether the time is over, and so many eighths of it besides. Moves are never over without a search.
    func isOverrun(byEighths eighths: Int) -> Bool {
        if case .clock(let part) = self { part() >= 1 + Double(eighths) / 8 } else { false }
    }

    func movesLeft(_ movesMade: Int, atMost most: Int) -> Int {
        if case .moves(let moves) = self { min(most, moves - movesMade) } else { most }
    }
}
