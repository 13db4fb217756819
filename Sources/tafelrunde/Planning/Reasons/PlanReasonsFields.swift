import Planning

extension PlanReasons {
    /// All of it, for programs.
    var fields: Fields {
        Fields(
            placements: plan.cells.indices.map { placement(of: $0) },
            losses: losses.people.map { person in
                Person(
                    person: person.participant, weight: person.weight,
                    lost: person.lost.map { lost in
                        Lost(session: id(lost.session), weight: lost.weight, instead: lost.to.map(id))
                    })
            },
            lostSessions: losses.sessions.enumerated().filter { $0.element.lostBy > 0 }.map {
                index, session in
                LostSession(
                    session: id(index), wantedBy: session.wantedBy, lostBy: session.lostBy,
                    weight: session.weight,
                    instead: session.instead.map { Instead(session: id($0.session), people: $0.people) })
            },
            peopleByLosses: losses.peopleByLosses,
            nearestChanges: nearest.map { elsewhere($0, session: id($0.session)) })
    }

    struct Fields: Encodable {
        let placements: [Placement]
        let losses: [Person]
        let lostSessions: [LostSession]
        let peopleByLosses: [Int]
        let nearestChanges: [Elsewhere]
    }

    struct Placement: Encodable {
        let session: Int
        /// Both are left out while it is parked.
        let slot: Int?
        let room: Int?
        let elsewhere: [Elsewhere]
    }

    /// Another place, and what it would do: one of `costs` and `breaks`.
    struct Elsewhere: Encodable {
        let session: Int?
        let slot: Int?
        let room: Int?
        let swappedWith: Int?
        let costs: Int?
        let breaks: [Broken]?
    }

    struct Broken: Encodable {
        let rule: String
        let words: String
    }

    struct Person: Encodable {
        let person: Int
        let weight: Int
        let lost: [Lost]
    }

    struct Lost: Encodable {
        let session: Int
        let weight: Int
        let instead: [Int]
    }

    struct LostSession: Encodable {
        let session: Int
        let wantedBy: Int
        let lostBy: Int
        let weight: Int
        let instead: [Instead]
    }

    struct Instead: Encodable {
        let session: Int
        let people: Int
    }

    private func id(_ session: Int) -> Int { named.sessionIDs[session] }

    private func placement(of session: Int) -> Placement {
        Placement(
            session: id(session), slot: plan[session]?.slot,
            room: plan[session].map { named.roomIDs[$0.room] },
            elsewhere: alternatives[session].map { elsewhere($0, session: nil) })
    }

    private func elsewhere(_ alternative: Alternative, session: Int?) -> Elsewhere {
        var broken: [Broken]?
        if case .breaks(let findings) = alternative.effect {
            broken = findings.map { Broken(rule: $0.rule.rawValue, words: $0.words(named)) }
        }
        return Elsewhere(
            session: session, slot: alternative.cell?.slot,
            room: alternative.cell.map { named.roomIDs[$0.room] },
            swappedWith: alternative.swappedWith.map(id),
            costs: alternative.cost, breaks: broken)
    }
}
