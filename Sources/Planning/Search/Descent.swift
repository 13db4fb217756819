/// Takes every single move and swap that makes the board better until there is none left, so that every
/// other place of a session costs at least as much: what the board says of itself when asked why.
///
/// It comes after the search, so a clock has run out by then: it may take an eighth of the time besides.
struct Descent {
    let space: SearchSpace
    let deadline: Deadline

    static let overrunEighths = 1

    func run(_ layout: inout Layout) {
        var isImproving = true
        while isImproving {
            isImproving = false
            for session in space.sessions {
                for cell in space.targets {
                    guard !deadline.look() else { return }
                    guard let change = layout.change(moving: session, to: cell) else { continue }
                    if layout.rank(after: change) < layout.rank {
                        layout.move(session, to: cell, changing: change)
                        isImproving = true
                    }
                }
            }
        }
    }
}
