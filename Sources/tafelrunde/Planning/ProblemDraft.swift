import Planning

/// A checked problem, and what its sessions and rooms are called in the file.
struct NamedProblem {
    let problem: Problem
    let sessionIDs: [Int]
    let roomIDs: [Int]
    private let fields: ProblemFields

    /// Checks what stands in a file, and says which field is wrong.
    ///
    /// - Parameters:
    ///   - file: As it was read.
    ///   - path: Where it lies, for the sentence.
    ///   - board: A plan to start from in the place of the file's own.
    ///   - admission: Who gets in where there are more sessions than places.
    /// - Throws: `FileFault`, naming the first field that is wrong.
    init(
        _ file: ProblemFile, _ path: String, board: (plan: PlanFile, path: String)? = nil,
        admission: Admission = .bestBoard
    ) throws(FileFault) {
        sessionIDs = try Self.ids(file.sessions.map(\.id), of: "sessions", path)
        roomIDs = try Self.ids(file.rooms.map(\.id), of: "rooms", path)
        var fields = ProblemFields(file, path, sessionIDs, roomIDs)
        try fields.fill()
        fields.draft.admission = admission
        if let own = file.board { fields.draft.board = try fields.plan(own, path, "board.") }
        if let board { fields.draft.board = try fields.plan(board.plan, board.path, "") }
        self.fields = fields
        do {
            problem = try Problem(fields.draft)
        } catch {
            throw FileFault(path, .file, error.words)
        }
    }

    /// A plan as a file, rooms by their ids.
    func file(_ plan: Plan) -> PlanFile {
        PlanFile(slot: plan.cells.map { $0?.slot }, room: plan.cells.map { $0.map { roomIDs[$0.room] } })
    }

    /// A plan from a file; whether it keeps any rule is not asked.
    func plan(_ plan: PlanFile, _ path: String) throws(FileFault) -> Plan { try fields.plan(plan, path, "") }

    private static func ids(_ given: [Int?], of list: String, _ path: String) throws(FileFault) -> [Int] {
        let ids = given.enumerated().map { $0.element ?? $0.offset }
        var seen: [Int: Int] = [:]
        for (index, id) in ids.enumerated() {
            if let first = seen.updateValue(index, forKey: id) {
                throw FileFault(
                    path, .field("\(list)[\(index)].id"), "\(list)[\(first)] has the id \(id) already")
            }
        }
        return ids
    }
}

/// Goes through a file field by field.
private struct ProblemFields {
    let file: ProblemFile
    let path: String
    let sessions: [Int: Int]
    let rooms: [Int: Int]
    var draft: Problem.Draft

    init(_ file: ProblemFile, _ path: String, _ sessionIDs: [Int], _ roomIDs: [Int]) {
        self.file = file
        self.path = path
        sessions = Dictionary(sessionIDs.enumerated().map { ($1, $0) }) { $1 }
        rooms = Dictionary(roomIDs.enumerated().map { ($1, $0) }) { $1 }
        draft = Problem.Draft(slotCount: file.slots, participantCount: file.participants)
    }

    mutating func fill() throws(FileFault) {
        try fillSizes()
        try fillSessions()
        for (index, pair) in file.hostUnavailable.enumerated() {
            let field = "hostUnavailable[\(index)]"
            try count(pair.count, 2, "a host and a slot", field)
            draft.absences.append(
                .init(host: try participant(pair[0], field), slot: try slot(pair[1], field)))
        }
        for (index, pair) in file.precedences.enumerated() {
            let field = "precedences[\(index)]"
            try count(pair.count, 2, "the session before and the session after", field)
            let (before, after) = (try session(pair[0], field), try session(pair[1], field))
            guard before != after else { throw fault(field, "session \(pair[0]) cannot come before itself") }
            draft.precedences.append(.init(before: before, after: after))
        }
        for (index, item) in file.fixedItems.enumerated() {
            let field = "fixedItems[\(index)]"
            try count(item.count, 2, "a slot, and a room or null for all", field)
            guard let itemSlot = item[0] else { throw fault(field, "there is no slot") }
            var itemRoom: Int?
            if let id = item[1] { itemRoom = try room(id, field) }
            draft.fixedItems.append(.init(slot: try slot(itemSlot, field), room: itemRoom))
        }
        for (index, frozen) in file.frozenSlots.enumerated() {
            draft.frozenSlots.insert(try slot(frozen, "frozenSlots[\(index)]"))
        }
        try fillInterests()
    }

    private mutating func fillSizes() throws(FileFault) {
        typealias Limit = Problem.Limit
        try range(file.slots, 0...Limit.slotsMax, "slots")
        try range(file.participants, 0...Limit.participantsMax, "participants")
        try range(file.rooms.count, 0...Limit.roomsMax, "rooms", counting: true)
        try range(file.sessions.count, 0...Limit.sessionsMax, "sessions", counting: true)
        try range(file.overCapacityWeight, Limit.prices, "overCapacityWeight")
        try range(file.movePrice, Limit.prices, "movePrice")
        try range(file.weights.sameTopicInParallel, Limit.prices, "weights.sameTopicInParallel")
        try range(file.weights.hostSpread, Limit.prices, "weights.hostSpread")
        draft.overCapacityWeight = file.overCapacityWeight
        draft.movePrice = file.movePrice
        draft.sameTopicWeight = file.weights.sameTopicInParallel
        draft.hostSpreadWeight = file.weights.hostSpread
        for (index, room) in file.rooms.enumerated() {
            try range(room.capacity, 0...Limit.capacityPeopleMax, "rooms[\(index)].capacity")
            draft.rooms.append(.init(capacityPeople: room.capacity, features: Set(room.features)))
        }
    }

    private mutating func fillSessions() throws(FileFault) {
        for (index, session) in file.sessions.enumerated() {
            let field = "sessions[\(index)]"
            var wanted = Problem.Session(needs: Set(session.needs))
            for (place, host) in session.hosts.enumerated() {
                wanted.hosts.append(try participant(host, "\(field).hosts[\(place)]"))
            }
            if let fixed = session.fixedSlot { wanted.fixedSlot = try slot(fixed, "\(field).fixedSlot") }
            if let fixed = session.fixedRoom { wanted.fixedRoom = try room(fixed, "\(field).fixedRoom") }
            try range(session.length, 1...Problem.Limit.slotsMax, "\(field).length")
            wanted.lengthSlots = session.length
            wanted.topic = session.topic
            wanted.mustBePlaced = session.mustPlace
            draft.sessions.append(wanted)
        }
    }

    private mutating func fillInterests() throws(FileFault) {
        draft.wishes.reserveCapacity(file.interests.count)
        var seen: Set<Int> = []
        for (index, interest) in file.interests.enumerated() {
            guard interest.count == 3 else {
                throw fault("interests[\(index)]", "expected a participant, a session and a weight")
            }
            let (person, wanted, weight) = (interest[0], interest[1], interest[2])
            guard let session = sessions[wanted], (0..<file.participants).contains(person),
                Problem.Limit.weights.contains(weight)
            else { throw try interestFault(interest, "interests[\(index)]") }
            guard seen.insert(person * file.sessions.count + session).inserted else {
                throw fault("interests[\(index)]", "participant \(person) wants session \(wanted) twice")
            }
            draft.wishes.append(.init(participant: person, session: session, weight: weight))
        }
    }

    private func interestFault(_ interest: [Int], _ field: String) throws(FileFault) -> FileFault {
        _ = try participant(interest[0], field)
        _ = try session(interest[1], field)
        return fault(field, "the weight \(interest[2]) is not one of 1, 2, 3 and 4")
    }

    /// `prefix`: names the fields of a plan that lies in the problem.
    func plan(_ board: PlanFile, _ path: String, _ prefix: String) throws(FileFault) -> Plan {
        guard board.slot.count == file.sessions.count else {
            throw FileFault(
                path, .field("\(prefix)slot"),
                "it has \(Counted.text(board.slot.count, "session", "sessions")), and the problem "
                    + "\(file.sessions.count)")
        }
        var cells: [Cell?] = []
        for (index, place) in zip(board.slot, board.room).enumerated() {
            guard let placeSlot = place.0, let id = place.1 else {
                cells.append(nil)
                continue
            }
            guard (0..<file.slots).contains(placeSlot) else {
                throw FileFault(path, .field("\(prefix)slot[\(index)]"), noSlot(placeSlot))
            }
            guard let placeRoom = rooms[id] else {
                throw FileFault(path, .field("\(prefix)room[\(index)]"), "there is no room \(id)")
            }
            cells.append(Cell(slot: placeSlot, room: placeRoom))
        }
        return Plan(cells)
    }

    private func fault(_ field: String, _ words: String) -> FileFault {
        FileFault(path, .field(field), words)
    }

    private func range(
        _ value: Int, _ range: ClosedRange<Int>, _ field: String, counting: Bool = false
    ) throws(FileFault) {
        guard !range.contains(value) else { return }
        let words = counting ? "there are \(value)" : "\(value) is out of range"
        throw fault(field, "\(words); \(range.lowerBound) to \(range.upperBound) can be planned")
    }

    private func count(_ found: Int, _ wanted: Int, _ words: String, _ field: String) throws(FileFault) {
        guard found == wanted else { throw fault(field, "expected \(words)") }
    }

    private func participant(_ id: Int, _ field: String) throws(FileFault) -> Int {
        guard (0..<file.participants).contains(id) else {
            throw fault(field, "there is no participant \(id); \(counting(to: file.participants))")
        }
        return id
    }

    private func session(_ id: Int, _ field: String) throws(FileFault) -> Int {
        guard let session = sessions[id] else { throw fault(field, "there is no session \(id)") }
        return session
    }

    private func room(_ id: Int, _ field: String) throws(FileFault) -> Int {
        guard let room = rooms[id] else { throw fault(field, "there is no room \(id)") }
        return room
    }

    private func slot(_ slot: Int, _ field: String) throws(FileFault) -> Int {
        guard (0..<file.slots).contains(slot) else { throw fault(field, noSlot(slot)) }
        return slot
    }

    private func noSlot(_ slot: Int) -> String {
        "there is no slot \(slot); \(counting(to: file.slots))"
    }

    private func counting(to end: Int) -> String {
        end > 0 ? "they count from 0 to \(end - 1)" : "there is none at all"
    }
}

extension Problem.Refused {
    /// What is left to refuse when every field by itself is right.
    fileprivate var words: String {
        switch self {
        case .outOfRange(.cells, let count):
            "slots times rooms are \(count) places; \(Problem.Limit.cellsMax) can be planned"
        case .boardSharesCell(let cell, let first, let second):
            "on the board sessions[\(first)] and sessions[\(second)] both stand in slot \(cell.slot), "
                + "rooms[\(cell.room)]"
        default: "it cannot be planned: \(self)"
        }
    }
}
