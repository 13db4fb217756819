/// One thing that somebody asks for and that could be left out. What a gathering has, as its rooms, its hours
/// and what has begun, is no demand.
public enum Demand: Hashable, Sendable {
    /// The session takes place; a pin to a slot says so too.
    case place(session: Int)
    case fixedSlot(session: Int)
    case fixedRoom(session: Int)
    case feature(String, session: Int)
    case absence(Problem.Absence)
    case precedence(Problem.Precedence)
    case fixedItem(Problem.FixedItem)
    case breakBefore(slot: Int)

    /// The rule without which it asks for nothing.
    public var rule: Rule.Name {
        switch self {
        case .place: .mustBePlaced
        case .fixedSlot: .fixedSlot
        case .fixedRoom: .fixedRoom
        case .feature: .equipment
        case .absence: .hostPresent
        case .precedence: .precedence
        case .fixedItem: .blockedCells
        case .breakBefore: .fitsTheDay
        }
    }
}

extension Problem {
    /// All that is asked for some sessions, and of the day in which they run, but that they take place.
    func demands(on sessions: [Int]) -> [Demand] {
        var demands: [Demand] = fixedItems.map { .fixedItem($0) }
        demands += slotsAfterBreak.sorted().map { .breakBefore(slot: $0) }
        let open = sessions.filter { !isSettled($0) }
        for host in Set(open.flatMap { self.sessions[$0].hosts }).sorted() {
            demands += isAbsent[host].sorted().map { .absence(Absence(host: host, slot: $0)) }
        }
        for session in sessions {
            let followers = followers[session].intersection(sessions).sorted()
            demands += followers.map { .precedence(Precedence(before: session, after: $0)) }
        }
        for session in open {
            let wants = self.sessions[session]
            demands += wants.needs.sorted().map { .feature($0, session: session) }
            if wants.fixedRoom != nil { demands.append(.fixedRoom(session: session)) }
            if wants.fixedSlot != nil { demands.append(.fixedSlot(session: session)) }
        }
        return demands
    }

    /// The same problem without one demand. Whoever is no longer pinned still has to take place.
    func leavingOut(_ demand: Demand) -> Problem {
        var problem = self
        switch demand {
        case .place(let session):
            problem.sessions[session].mustBePlaced = false
            problem.sessions[session].fixedSlot = nil
        case .fixedSlot(let session):
            problem.sessions[session].mustBePlaced = true
            problem.sessions[session].fixedSlot = nil
        case .fixedRoom(let session): problem.sessions[session].fixedRoom = nil
        case .feature(let feature, let session): problem.sessions[session].needs.remove(feature)
        case .absence(let absence): problem.isAbsent[absence.host].remove(absence.slot)
        case .precedence(let precedence):
            problem.followers[precedence.before].remove(precedence.after)
        case .fixedItem(let item):
            problem.fixedItems.removeAll { $0 == item }
            problem.isBlocked = Draft.blockedCells(
                problem.fixedItems, slotCount: slotCount, roomCount: rooms.count)
        case .breakBefore(let slot): problem.slotsAfterBreak.remove(slot)
        }
        return problem
    }
}
