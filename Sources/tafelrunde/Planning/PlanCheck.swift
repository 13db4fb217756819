/// Looks over a plan by the words of the file alone: nothing of the planner's own code is asked, so that a fault
/// in there cannot hide itself.
struct PlanCheck {
    /// One sentence for each hard rule that is broken.
    private(set) var broken: [String] = []
    private(set) var lost = 0
    private(set) var overflow = 0
    private(set) var moved = 0
    private(set) var inParallel = 0
    private(set) var withoutPause = 0
    private(set) var cost = 0

    private let file: ProblemFile
    private let slot: [Int?]
    private let room: [Int?]

    /// - Parameters:
    ///   - file: A problem that was checked.
    ///   - slot: Where each session begins, by its place in the list.
    ///   - room: The room of each, by its place in the list.
    ///   - board: The plan that was valid before.
    init(_ file: ProblemFile, slot: [Int?], room: [Int?], board: (slot: [Int?], room: [Int?])?) {
        self.file = file
        self.slot = slot
        self.room = room
        let history = file.sessions.indices.filter { session in
            guard let start = board?.slot[session] else { return false }
            return (start..<(start + file.sessions[session].length)).contains(
                where: file.frozenSlots.contains)
        }
        if let board { checkHistory(Set(history), board) }
        for session in file.sessions.indices where !history.contains(session) { checkOne(session) }
        checkPairs(history)
        checkPrecedences(history)
        countLost()
        countOverflow()
        if let board {
            moved = file.sessions.indices.count {
                board.slot[$0] != nil && (board.slot[$0] != slot[$0] || board.room[$0] != room[$0])
            }
        }
        cost =
            lost + file.overCapacityWeight * overflow + file.movePrice * moved
            + file.weights.sameTopicInParallel * inParallel + file.weights.hostSpread * withoutPause
    }

    private func name(_ session: Int) -> String { "session \(file.sessions[session].id ?? session)" }

    private func name(room: Int) -> String { "room \(file.rooms[room].id ?? room)" }

    private func time(_ session: Int) -> Range<Int>? {
        slot[session].map { $0..<($0 + file.sessions[session].length) }
    }

    private mutating func checkHistory(_ history: Set<Int>, _ board: (slot: [Int?], room: [Int?])) {
        for session in file.sessions.indices {
            if history.contains(session) {
                if board.slot[session] != slot[session] || board.room[session] != room[session] {
                    broken.append("\(name(session)) has begun, and was moved")
                }
            } else if let time = time(session), let frozen = file.frozenSlots.first(where: time.contains) {
                broken.append("\(name(session)) comes into slot \(frozen), which is frozen")
            }
        }
    }

    private mutating func checkOne(_ session: Int) {
        let wants = file.sessions[session]
        guard let time = time(session), let room = room[session] else {
            if wants.fixedSlot != nil || wants.mustPlace { broken.append("\(name(session)) has no place") }
            return
        }
        if time.upperBound > file.slots { broken.append("\(name(session)) runs past the last slot") }
        for need in wants.needs where !file.rooms[room].features.contains(need) {
            broken.append("\(name(session)) needs “\(need)”, which \(name(room: room)) does not have")
        }
        if let fixed = wants.fixedSlot, fixed != time.lowerBound {
            broken.append("\(name(session)) is not in slot \(fixed)")
        }
        if let fixed = wants.fixedRoom, fixed != file.rooms[room].id ?? room {
            broken.append("\(name(session)) is not in room \(fixed)")
        }
        for absence in file.hostUnavailable
        where wants.hosts.contains(absence[0]) && time.contains(absence[1]) {
            broken.append("\(name(session)) has host \(absence[0]), who is not there in slot \(absence[1])")
        }
        for item in file.fixedItems {
            guard let blocked = item[0], time.contains(blocked) else { continue }
            guard item[1] == nil || item[1] == file.rooms[room].id ?? room else { continue }
            broken.append("\(name(session)) is in \(name(room: room)) in slot \(blocked), which is taken")
        }
    }

    private mutating func checkPairs(_ history: [Int]) {
        for first in file.sessions.indices {
            guard let time = time(first) else { continue }
            for second in file.sessions.indices.dropFirst(first + 1) {
                guard let otherTime = self.time(second) else { continue }
                let isHistory = history.contains(first) && history.contains(second)
                if !isHistory { checkPair(first, time, second, otherTime) }
            }
        }
    }

    private mutating func checkPair(_ first: Int, _ time: Range<Int>, _ second: Int, _ otherTime: Range<Int>)
    {
        let (one, other) = (file.sessions[first], file.sessions[second])
        let host = one.hosts.first { other.hosts.contains($0) }
        if time.overlaps(otherTime) {
            if room[first] == room[second] {
                broken.append("\(name(first)) and \(name(second)) are in the same place")
            }
            if let host { broken.append("host \(host) has \(name(first)) and \(name(second)) at once") }
            if one.topic != nil && one.topic == other.topic { inParallel += 1 }
        } else if host != nil,
            time.upperBound == otherTime.lowerBound || otherTime.upperBound == time.lowerBound
        {
            withoutPause += 1
        }
    }

    private mutating func checkPrecedences(_ history: [Int]) {
        for pair in file.precedences {
            guard let before = file.sessions.place(of: pair[0]), let after = file.sessions.place(of: pair[1]),
                let first = time(before), let second = time(after), second.lowerBound < first.upperBound,
                !(history.contains(before) && history.contains(after))
            else { continue }
            broken.append("\(name(after)) does not come after \(name(before))")
        }
    }

    /// In each slot the most wanted session comes true; a long one weighs once in each of its slots.
    private mutating func countLost() {
        let places = Dictionary(
            file.sessions.enumerated().map { ($0.element.id ?? $0.offset, $0.offset) }
        ) { $1 }
        var best = [Int: [Int: Int]]()
        for interest in file.interests {
            guard let session = places[interest[1]] else { continue }
            lost += interest[2] * file.sessions[session].length
            for slot in time(session) ?? 0..<0 where slot < file.slots {
                best[interest[0], default: [:]][slot] = max(
                    best[interest[0]]?[slot] ?? 0, interest[2])
            }
        }
        for attained in best.values { lost -= attained.values.reduce(0, +) }
    }

    private mutating func countOverflow() {
        var people: [Int: Int] = [:]
        for interest in file.interests { people[interest[1], default: 0] += 1 }
        for (session, room) in room.enumerated() {
            guard let room else { continue }
            let count = people[file.sessions[session].id ?? session] ?? 0
            overflow += max(0, count - file.rooms[room].capacity)
        }
    }
}

extension [ProblemFile.Session] {
    /// Where in the list the session with an id stands.
    func place(of id: Int) -> Int? {
        enumerated().first { ($0.element.id ?? $0.offset) == id }?.offset
    }
}
