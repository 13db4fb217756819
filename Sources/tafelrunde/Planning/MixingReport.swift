import Planning

/// What came of mixing, for a moderator to read aloud and for other programs.
struct MixingReport {
    let mixing: Mixing
    let outcome: Mixer.Outcome
    let names: [String]

    /// So many pairs who meet again are listed; the file has all.
    static let pairsListedMax = 20

    /// Names, round by round and table by table.
    var tables: [[[String]]] {
        outcome.schedule.rounds.map { $0.map { $0.map { names[$0] } } }
    }

    var text: String {
        var lines = [sizes]
        for (round, tables) in outcome.schedule.rounds.enumerated() {
            lines += ["", "Round \(round + 1)\(round < mixing.roundsDone ? ", done" : "")"]
            lines += tables.indices.map { line(of: $0, tables[$0]) }
        }
        lines += ["", verdict] + rules + pairs
        return lines.joined(separator: "\n")
    }

    /// Repeats, and what is proven about them, in one or two sentences.
    var verdict: String {
        let score = outcome.score
        let proof =
            score.repeats == outcome.repeatsBound
            ? score.repeats == 0 ? "" : " Fewer are impossible."
            : " Whether fewer are possible is not known; fewer than \(outcome.repeatsBound) are not."
                + (outcome.wasCancelled ? " The search was ended early." : "")
        guard score.repeats > 0 else { return "Nobody meets anybody twice." + proof }
        let pairCount = Counted.text(score.meetingsAgain.count, "pair meets", "pairs meet")
        return "\(Counted.text(score.repeats, "repeat", "repeats")): \(pairCount) again." + proof
    }

    var result: MixingFile.Result {
        MixingFile.Result(
            repeats: outcome.score.repeats,
            repeatsBound: outcome.repeatsBound,
            cost: outcome.score.cost,
            costBound: outcome.costBound,
            isProvenOptimal: outcome.isProvenOptimal,
            method: outcome.method.words,
            meetingsAgain: outcome.score.meetingsAgain.map {
                .init(people: [names[$0.first], names[$0.second]], rounds: $0.rounds)
            })
    }

    private var sizes: String {
        let people = Counted.text(mixing.personCount, "person", "people")
        let tables = Counted.text(mixing.tableCount, "table", "tables")
        return "\(people) at \(tables) in \(Counted.text(mixing.roundCount, "round", "rounds"))"
    }

    private func line(of table: Int, _ people: [Int]) -> String {
        let hosts = people.filter { person in
            mixing.hosts.contains { $0.person == person && $0.table == table }
        }
        let guests = people.filter { !hosts.contains($0) }
        let named = hosts.map { "\(names[$0]) (host)" } + guests.map { names[$0] }
        return "  Table \(table + 1): " + (named.isEmpty ? "nobody" : named.joined(separator: ", "))
    }

    private var rules: [String] {
        let score = outcome.score
        var lines: [String] = []
        if !mixing.apart.isEmpty {
            lines.append("People to keep apart: they share a table \(Self.times(score.meetingsOfApart)).")
        }
        if !mixing.together.isEmpty {
            lines.append("People to keep together: they are parted \(Self.times(score.partingsOfTogether)).")
        }
        if mixing.earlier != nil {
            let places = Counted.text(score.moves, "place", "places")
            lines.append("\(places) in the rounds to come differ from the earlier seating.")
        }
        return lines
    }

    private var pairs: [String] {
        let all = outcome.score.meetingsAgain.sorted {
            ($1.rounds, $0.first, $0.second) < ($0.rounds, $1.first, $1.second)
        }
        let listed = all.prefix(Self.pairsListedMax)
        let lines = listed.map { "  \(names[$0.first]) and \(names[$0.second]): \($0.rounds) rounds" }
        let rest = all.count - listed.count
        return lines + (rest > 0 ? ["  and \(Counted.text(rest, "pair", "pairs")) more"] : [])
    }

    private static func times(_ count: Int) -> String {
        count == 0 ? "never" : count == 1 ? "once" : "\(count) times"
    }
}

extension Mixer.Method {
    /// For other programs.
    var words: String {
        switch self {
        case .closedForm: "closed form"
        case .symmetricSearch: "symmetric search"
        case .search: "search"
        }
    }
}
