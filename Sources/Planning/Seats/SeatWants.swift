/// What each participant wants in each slot, apart from hosts, who sit already.
struct SeatWants {
    /// One seat in one slot.
    struct Choice: Sendable, Equatable {
        let session: Int
        let slot: Int
        let weight: Int
    }

    /// One seat that somebody wants, and all that would do.
    struct Unit: Sendable, Equatable {
        let participant: Int
        var slots: [Int]
        var choices: [Choice]
    }

    private let seating: Seating
    private(set) var units: [Unit] = []
    /// For each participant and slot the own session.
    private var hosted: [[Int?]]
    /// For each session the seats that are left besides its hosts, in each slot of the day.
    private(set) var seatsLeft: [[Int]]

    init(_ seating: Seating) {
        self.seating = seating
        let problem = seating.problem
        hosted = Array(
            repeating: Array(repeating: nil, count: problem.slotCount), count: problem.participantCount)
        seatsLeft = seating.plan.cells.map { cell in
            Array(
                repeating: cell.map { problem.rooms[$0.room].capacityPeople } ?? 0, count: problem.slotCount)
        }
        seatHosts()
        collectUnits()
    }

    private mutating func seatHosts() {
        let problem = seating.problem
        for (session, cell) in seating.plan.cells.enumerated() {
            guard let cell else { continue }
            for host in Set(problem.sessions[session].hosts).sorted() {
                for slot in problem.slots(of: session, from: cell.slot)
                where hosted[host][slot] == nil && !problem.isAbsent[host].contains(slot) {
                    hosted[host][slot] = session
                    seatsLeft[session][slot] = max(0, seatsLeft[session][slot] - 1)
                }
            }
        }
    }

    private mutating func collectUnits() {
        let problem = seating.problem
        var choices = Array(
            repeating: Array(repeating: [Choice](), count: problem.slotCount), count: problem.participantCount
        )
        for wish in problem.wishes {
            guard let cell = seating.plan[wish.session], !offers(wish) else { continue }
            for slot in problem.slots(of: wish.session, from: cell.slot)
            where hosted[wish.participant][slot] == nil && !problem.isAbsent[wish.participant].contains(slot)
            {
                choices[wish.participant][slot].append(
                    Choice(session: wish.session, slot: slot, weight: wish.weight))
            }
        }
        for (participant, day) in choices.enumerated() {
            var unitOfContent: [Int: Int] = [:]
            for (slot, choices) in day.enumerated() where !choices.isEmpty {
                // Who wants nothing but one repeated session in several slots wants one seat in all of them.
                let contents = Set(choices.map { seating.contentOf[$0.session] })
                if contents.count == 1, let first = contents.first, let content = first {
                    if let unit = unitOfContent[content] {
                        units[unit].slots.append(slot)
                        units[unit].choices += choices
                        continue
                    }
                    unitOfContent[content] = units.count
                }
                let sorted = choices.sorted { $0.session < $1.session }
                units.append(Unit(participant: participant, slots: [slot], choices: sorted))
            }
        }
    }

    /// Whether the participant hosts what is wished, or the same content in another slot.
    private func offers(_ wish: Problem.Wish) -> Bool {
        guard let content = seating.contentOf[wish.session] else { return false }
        return hosted[wish.participant].contains { $0.flatMap { seating.contentOf[$0] } == content }
    }
}

extension SeatWants {
    /// Takes away wishes for repeated sessions that the same person visits in another slot.
    ///
    /// - Parameter chosen: For each unit the place of its choice, or nil.
    /// - Returns: Whether anything has to be solved again.
    mutating func settle(_ chosen: [Int?]) -> Bool {
        var kept: [VisitKey: Int] = [:]
        for (index, unit) in units.enumerated() {
            guard let choice = chosen[index], let content = seating.contentOf[unit.choices[choice].session]
            else {
                continue
            }
            let key = VisitKey(participant: unit.participant, content: content)
            // Rather kept where nothing else is wanted.
            let isOnly = unit.choices.allSatisfy { seating.contentOf[$0.session] == content }
            if kept[key] == nil || isOnly { kept[key] = index }
        }

        var hasChanged = false
        for (index, unit) in units.enumerated() {
            let open = unit.choices.filter { choice in
                guard let content = seating.contentOf[choice.session] else { return true }
                let visit = kept[VisitKey(participant: unit.participant, content: content)]
                return visit == nil || visit == index
            }
            let visitsTwice = chosen[index].map { !open.contains(unit.choices[$0]) } ?? false
            let losesNothing = chosen[index] == nil && open.isEmpty
            guard visitsTwice || losesNothing else { continue }
            units[index].choices = open
            hasChanged = true
        }
        units.removeAll(where: \.choices.isEmpty)
        return hasChanged
    }

    private struct VisitKey: Hashable {
        let participant: Int
        let content: Int
    }

    /// Tells the day.
    ///
    /// - Parameters:
    ///   - chosen: For each unit the place of its choice, or nil.
    ///   - isProvenOptimal: Whether nothing was decided one after another.
    /// - Returns: Who sits where, and who has no seat.
    func outcome(_ chosen: [Int?], isProvenOptimal: Bool) -> Seating.Outcome {
        var sessions = hosted
        var losses: [Seating.Loss] = []
        var (attained, wanted, lesserCount) = (0, 0, 0)
        var lossesOf: [Int: Int] = [:]
        for (index, unit) in units.enumerated() {
            let best = unit.choices.map(\.weight).max() ?? 0
            wanted += best
            guard let place = chosen[index] else {
                let sessions = Set(unit.choices.map(\.session)).sorted()
                losses.append(.init(participant: unit.participant, slots: unit.slots, wanted: sessions))
                lossesOf[unit.participant, default: 0] += 1
                continue
            }
            let choice = unit.choices[place]
            sessions[unit.participant][choice.slot] = choice.session
            attained += choice.weight
            if choice.weight < best { lesserCount += 1 }
            lossesOf[unit.participant, default: 0] += 0
        }
        var peopleByLosses = Array(repeating: 0, count: (lossesOf.values.max() ?? -1) + 1)
        for count in lossesOf.values { peopleByLosses[count] += 1 }
        return Seating.Outcome(
            sessions: sessions, losses: losses, attainedWeight: attained, wantedWeight: wanted,
            lesserSeatCount: lesserCount, peopleByLosses: peopleByLosses, isProvenOptimal: isProvenOptimal)
    }
}
