internal import Domain
internal import Journal

/// What became of a round.
struct Settlement<A: Aggregate> {
    typealias Case = Round<A>.Case
    typealias Answer = Result<Kept<A>, any Error>

    var answers: [(Case, Answer)] = []
    /// Without an answer so far: refused, changed nothing, or others were faster.
    var open: [Case] = []
    /// To be decided once more.
    private(set) var again: [Waiting<A>] = []
    var hasRepeated = false
    var hasConflict = false

    /// Whether all that was decided is kept, so that what was refused was refused rightly.
    var isClean: Bool { !hasRepeated && !hasConflict }

    /// A refusal may come from having done it already; and one repeated act seldom comes alone: an outbox is
    /// sent whole.
    var keysToLookUp: [ActKey] {
        isClean || hasRepeated ? open.compactMap(\.key) : []
    }

    /// Answers what is open or has it decided again.
    mutating func close(with found: [ActKey: Answer], at standing: Standing<A>, roundsMax: Int) {
        for one in open {
            if let answer = one.key.flatMap({ found[$0] }) {
                answers.append((one, answer))
            } else if isClean, let answer = Self.answer(one.verdict, at: standing) {
                answers.append((one, answer))
            } else {
                decideAgain(one, roundsMax: roundsMax)
            }
        }
        open = []
    }

    mutating func fail(_ fault: DeskFault) {
        answers += open.map { ($0, .failure(fault)) }
        open = []
    }

    private mutating func decideAgain(_ one: Case, roundsMax: Int) {
        for var waiting in one.waiting {
            waiting.roundCount += 1
            if waiting.roundCount < roundsMax {
                again.append(waiting)
            } else {
                answers.append(
                    (Case(waiting: [waiting], verdict: one.verdict), .failure(DeskFault.contended)))
            }
        }
    }

    private static func answer(_ verdict: Round<A>.Verdict, at standing: Standing<A>) -> Answer? {
        switch verdict {
        case .writes: nil
        case .refused(let error): .failure(error)
        case .nothing:
            .success(
                Kept(
                    changes: [], position: standing.position, version: standing.version, isRepeated: false,
                    entries: []))
        }
    }
}
