/// How long a search goes on. The same number of moves gives the same plan on every machine; a clock does not.
public enum Budget: Sendable {
    case moves(Int)
    /// What part of the time is spent, from 0 to 1, by a clock that the caller reads.
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

    func movesLeft(_ movesMade: Int, atMost most: Int) -> Int {
        if case .moves(let moves) = self { min(most, moves - movesMade) } else { most }
    }
}
