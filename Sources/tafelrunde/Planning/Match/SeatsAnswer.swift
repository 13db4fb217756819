import Planning

/// Who has a seat in which session, and who has none.
struct SeatsAnswer: MatchAnswer {
    /// A session in one of its slots.
    struct Sitting: Encodable {
        let slot: Int
        let session: Int
        let room: Int
        let seats: Int
        /// People who sit there, hosts among them.
        let seated: [Int]
        /// People who want it and sit in another session, or visit a repeated one at another time.
        let elsewhere: [Int]
        /// People who want it and have no seat in anything that they want in this slot.
        let without: [Int]

        var wantedBy: Int { seated.count + elsewhere.count + without.count }
        var isTooFull: Bool { wantedBy > seats }
    }

    struct Loss: Encodable {
        let person: Int
        let slots: [Int]
        let wanted: [Int]
    }

    let sittings: [Sitting]
    /// For each person and slot the session, or null.
    let people: [[Int?]]
    let losses: [Loss]
    let peopleByLosses: [Int]
    let attainedWeight: Int
    let wantedWeight: Int
    let lesserSeats: Int
    let provenOptimal: Bool
    /// Hard rules that the plan does not keep.
    let broken: [String]

    init(
        _ file: ProblemFile, _ named: NamedProblem, _ plan: Plan, _ outcome: Seating.Outcome, broken: [String]
    ) {
        let places = SeatPlaces(file, named, plan, outcome)
        sittings = places.sittings
        people = outcome.sessions.map { $0.map { $0.map { named.sessionIDs[$0] } } }
        losses = outcome.losses.map { loss in
            Loss(
                person: loss.participant, slots: loss.slots, wanted: loss.wanted.map { named.sessionIDs[$0] })
        }
        peopleByLosses = outcome.peopleByLosses
        attainedWeight = outcome.attainedWeight
        wantedWeight = outcome.wantedWeight
        lesserSeats = outcome.lesserSeatCount
        provenOptimal = outcome.isProvenOptimal
        self.broken = broken
    }

    var lines: [String] {
        let tooFull = sittings.filter(\.isTooFull)
        var lines = broken.map { Columns.wrapped($0, after: "broken: ") }
        if !tooFull.isEmpty {
            let table = Columns.table(
                ["slot", "session", "room", "seats", "want it", "taken", "elsewhere", "without"],
                tooFull.map { sitting in
                    [
                        sitting.slot, sitting.session, sitting.room, sitting.seats, sitting.wantedBy,
                        sitting.seated.count, sitting.elsewhere.count, sitting.without.count,
                    ].map { "\($0)" }
                })
            lines.append(table[0])
            for (row, sitting) in zip(table.dropFirst(), tooFull) {
                let names = sitting.without.map { "\($0)" }.joined(separator: ", ")
                lines.append(names.isEmpty ? row : Columns.wrapped(names, after: row + ": "))
            }
            lines.append("")
        }
        return lines + totals(tooFull.count)
    }

    private func totals(_ tooFull: Int) -> [String] {
        var lines = [
            Columns.line(
                "sessions", "\(tooFull) of \(sittings.count) have fewer seats than people who want them")
        ]
        let counts = peopleByLosses.enumerated().dropFirst().filter { $0.element > 0 }.map { losses, people in
            "\(Counted.text(people, "person loses", "people lose")) \(Self.times(losses))"
        }
        let unharmed = Counted.text(peopleByLosses.first ?? 0, "person loses", "people lose")
        lines.append(Columns.line("losses", ([unharmed + " nothing"] + counts).listing))
        lines.append(
            Columns.line(
                "weight", "\(attainedWeight) of the \(wantedWeight) that seats for everybody would bring"))
        let lesser = Counted.text(lesserSeats, "seat is", "seats are")
        lines.append(Columns.line("second best", "\(lesser) in a session that is wanted less than another"))
        let proof =
            provenOptimal
            ? "nothing better exists"
            : "which visit of a repeated session counts was decided one after another"
        lines.append(Columns.line("proof", proof))
        return lines
    }

    private static func times(_ count: Int) -> String {
        count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
    }
}

/// Goes through a seating slot by slot.
private struct SeatPlaces {
    private(set) var sittings: [SeatsAnswer.Sitting] = []

    init(_ file: ProblemFile, _ named: NamedProblem, _ plan: Plan, _ outcome: Seating.Outcome) {
        let problem = named.problem
        var wanting = Array(repeating: [Int](), count: problem.sessions.count)
        for wish in problem.wishes { wanting[wish.session].append(wish.participant) }
        var absent: Set<[Int]> = []
        for absence in file.hostUnavailable { absent.insert(absence) }
        var losers = Array(repeating: [Int: Set<Int>](), count: problem.slotCount)
        for loss in outcome.losses {
            for slot in loss.slots {
                for session in loss.wanted { losers[slot][session, default: []].insert(loss.participant) }
            }
        }
        var seated = Array(repeating: [Int: [Int]](), count: problem.slotCount)
        for (person, day) in outcome.sessions.enumerated() {
            for (slot, session) in day.enumerated() {
                if let session { seated[slot][session, default: []].append(person) }
            }
        }

        for slot in 0..<problem.slotCount {
            for (session, cell) in plan.cells.enumerated() {
                guard let cell, cell.slot <= slot, slot < cell.slot + problem.sessions[session].lengthSlots
                else { continue }
                let here = seated[slot][session] ?? []
                let without = losers[slot][session] ?? []
                let others = Set(wanting[session]).subtracting(here).subtracting(without)
                sittings.append(
                    SeatsAnswer.Sitting(
                        slot: slot, session: named.sessionIDs[session], room: named.roomIDs[cell.room],
                        seats: problem.rooms[cell.room].capacityPeople, seated: here,
                        elsewhere: others.filter { !absent.contains([$0, slot]) }.sorted(),
                        without: without.sorted()))
            }
        }
    }
}
