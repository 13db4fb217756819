extension Mixing {
    /// The same mixing once some rounds have happened and somebody left, never came or came late.
    ///
    /// Rounds done stay as they are, and count only for those who were there; the others are planned anew.
    /// New people have the next numbers and are guests.
    ///
    /// - Parameters:
    ///   - schedule: What was planned, or what happened if that differs.
    ///   - roundsDone: How many rounds have happened.
    ///   - leaving: Who is away in all rounds from now on.
    ///   - neverCame: Who was listed in rounds done too, and met nobody.
    ///   - arrivingCount: How many new people there are from now on.
    ///   - movePrice: What each person costs in each open round at another table than planned, in repeats.
    /// - Returns: A mixing for `Mixer.mix`.
    /// - Throws: `Refused`, such as for people who are not known.
    public func continued(
        _ schedule: Schedule,
        after roundsDone: Int,
        leaving: [Int] = [],
        neverCame: [Int] = [],
        arrivingCount: Int = 0,
        movePrice: Int = 0
    ) throws(Refused) -> Mixing {
        guard (0...roundCount).contains(roundsDone) else { throw .outOfRange(.roundsDone, roundsDone) }
        guard (0...Limit.people.upperBound).contains(arrivingCount) else {
            throw .outOfRange(.people, arrivingCount)
        }
        var draft = Draft(
            personCount: personCount + arrivingCount, tableCount: tableCount, roundCount: roundCount)
        draft.hosts = hosts
        draft.apart = apart
        draft.together = together
        draft.earlier = schedule
        draft.roundsDone = roundsDone
        draft.movePrice = movePrice
        draft.absences = absences
        draft.absences += leaving.map { Absence(person: $0, rounds: roundsDone..<roundCount) }
        draft.absences += neverCame.map { Absence(person: $0, rounds: 0..<roundCount) }
        draft.absences += (personCount..<draft.personCount).map {
            Absence(person: $0, rounds: 0..<roundsDone)
        }
        return try Mixing(draft)
    }
}
