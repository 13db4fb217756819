/// One run of the mixer: what is tried in which order, and the best so far.
struct MixingRun {
    private let mixing: Mixing
    private let seed: UInt64
    private let moves: Int
    private let isCancelled: () -> Bool
    private let progress: (Mixer.Progress) -> Void
    private let costBound: Int
    private let repeatsBound: Int
    private var movesMade = 0
    private var best: (schedule: Mixing.Schedule, score: Mixing.Score, method: Mixer.Method)

    init(
        _ mixing: Mixing,
        seed: UInt64,
        moves: Int,
        isCancelled: @escaping () -> Bool,
        progress: @escaping (Mixer.Progress) -> Void
    ) {
        self.mixing = mixing
        self.seed = seed
        self.moves = moves
        self.isCancelled = isCancelled
        self.progress = progress
        let bound = MixingBound(mixing)
        repeatsBound = bound.repeats
        costBound = bound.repeats + bound.rulePrices
        var generator = SeededGenerator(seed: seed)
        let start = MixingStart(mixing: mixing).schedule(using: &generator)
        best = (start, Mixing.Score(mixing, start), .search)
    }

    mutating func outcome() -> Mixer.Outcome {
        if !isDone, let schedule = ClosedForm.schedule(for: mixing) { keep(schedule, .closedForm) }
        // What a short walk solves needs no symmetry, and a schedule with one has no better chance otherwise.
        if !isDone { anneal(moves: moves / 8) }
        if !isDone && repeatsBound == 0 { searchSymmetric(moves: moves / 2) }
        if !isDone { anneal(moves: max(0, moves - movesMade)) }
        return Mixer.Outcome(
            schedule: best.schedule,
            score: best.score,
            costBound: costBound,
            repeatsBound: repeatsBound,
            method: best.method,
            movesMade: movesMade,
            wasCancelled: isCancelled())
    }

    private var isDone: Bool { best.score.cost <= costBound || isCancelled() }

    private mutating func anneal(moves: Int) {
        var layout = MixingLayout(mixing, best.schedule)
        let start = movesMade
        let report = progress
        var annealing = MixingAnnealing(
            from: layout,
            target: costBound,
            seed: seed &+ UInt64(truncatingIfNeeded: start),
            isCancelled: isCancelled,
            progress: { report(Mixer.Progress(movesMade: start + $0, bestCost: $1)) })
        annealing.run(&layout, moves: moves)
        movesMade += annealing.movesMade
        let done = best.schedule.rounds.prefix(mixing.roundsDone)
        keep(Mixing.Schedule(rounds: done + annealing.bestTables), .search)
    }

    private mutating func searchSymmetric(moves: Int) {
        if let columns = MixingColumns(mixing) {
            var shifted = ShiftedColumns(columns, seed: seed)
            if shifted.isPossible {
                let found = shifted.schedule(moves: moves / 8, isCancelled: isCancelled)
                movesMade += shifted.movesMade
                if let found { keep(found, .symmetricSearch) }
            }
        }
        // The fewer rounds are turned, the fewer seats have to fit, and the less is possible.
        for (starterCount, further) in [(1, 0), (2, 0), (1, 1), (1, 2), (3, 0), (2, 1)] where !isDone {
            let step = (mixing.roundCount + starterCount - 1) / starterCount + further
            guard var turning = TurningRound(mixing, step: step, starterCount: starterCount, seed: seed)
            else { continue }
            let found = turning.schedule(moves: moves / 4, isCancelled: isCancelled)
            movesMade += turning.movesMade
            if let found { keep(found, .symmetricSearch) }
        }
    }

    private mutating func keep(_ schedule: Mixing.Schedule, _ method: Mixer.Method) {
        let score = Mixing.Score(mixing, schedule)
        guard score.cost < best.score.cost else { return }
        best = (schedule, score, method)
    }
}
