internal import Domain
internal import Planning

/// A gathering as the planner sees it: everything numbered from 0.
///
/// Beside those who wished it seats three sorts of people whom nobody counts in the quality: hosts without wishes,
/// a shadow for every topic with time limits, and one for every hand, which fills a room and loses nothing.
struct DenseBoard: Sendable {
    /// Which topics are planned, by their place in the problem.
    let sessions: [Proposal.ID]
    let problem: Problem
    /// The same board with the wishes of people only: what quality is counted on.
    let counted: Problem
    /// The draft as it stands, and without the sessions that may not stay on it.
    let plan: Plan
    /// Topics that the gathering's rule does not let in.
    let parked: [Proposal.ID: ParkReason]
    let handCount: Int
    /// Wishes for topics that the gathering's rule does not let in.
    let parkedWishCount: Int

    /// How long a session is that was placed before its host made it longer or shorter.
    enum Lengths {
        /// As the board says that is looked at.
        case asPlaced
        /// As the host wants it: what a new board is made for.
        case asWanted
    }

    private let wanted: [Int]
    private let slots: [Slot.ID]
    private let rooms: [Room.ID]

    /// What does not move, beside what is pinned.
    struct Fixed {
        /// Slots that have begun.
        var slots: Set<Slot.ID> = []
        var sessions: Set<Proposal.ID> = []
    }

    /// `ownVoices`: the voice of each host whose pair is not cut yet.
    /// `movePriceMin`: what a move costs while nothing is published.
    init(
        _ gathering: Gathering, _ interest: Interest, ownVoices: [Participant.ID: Voice.ID],
        fixed: Fixed = Fixed(), lengths: Lengths, movePriceMin: Int = 0
    ) throws(Problem.Refused) {
        let wishes = interest.counted(in: gathering.topics)
        let admission = Admission(gathering, wishes)
        let programme = gathering.programme
        sessions = admission.admitted
        parked = admission.parked
        slots = programme.slots.map(\.id)
        rooms = programme.rooms.map(\.id)
        handCount = sessions.reduce(0) { $0 + gathering.topics.handCount(of: $1) }

        let shutOut = admission.parked
        parkedWishCount = wishes.values.reduce(0) { $0 + $1.keys.count { shutOut[$0] != nil } }
        wanted = admission.admitted.map { id in
            wishes.values.count { $0[id] != nil } + gathering.topics.handCount(of: id)
        }

        let people = Crowd(gathering.pinning(fixed.sessions), sessions, wishes, ownVoices, lengths)
        var draft = people.draft(programme)
        draft.sessions = people.sessions
        draft.absences = people.absences
        draft.fixedItems = Self.fixedItems(programme)
        draft.slotsAfterBreak = Set(
            slots.indices.dropFirst().filter { !programme.isContinued(afterSlotAt: $0 - 1) })
        draft.frozenSlots = Set(
            programme.slots.indices.filter { fixed.slots.contains(programme.slots[$0].id) })
        let placements = gathering.board.draft.placements.filter { id, placement in
            lengths == .asPlaced || fixed.slots.contains(placement.place.slot)
                || placement.slotCount == gathering.topics[id]?.content.slotCount
        }
        plan = Self.plan(placements, sessions, slots, rooms)
        if !gathering.board.draft.placements.isEmpty { draft.board = plan }

        draft.wishes = people.wishes
        counted = try Problem(draft)
        draft.movePrice = gathering.board.current == nil ? movePriceMin : Self.movePrice
        draft.wishes = people.wishes + people.shadows
        problem = try Problem(draft)
    }

    /// How many lost wishes a move against the published board has to spare to be worth it.
    static let movePrice = 2

    func cell(of place: Place) -> Cell? {
        guard let slot = slots.firstIndex(of: place.slot), let room = rooms.firstIndex(of: place.room) else {
            return nil
        }
        return Cell(slot: slot, room: room)
    }

    func place(of cell: Cell) -> Place { Place(slot: slots[cell.slot], room: rooms[cell.room]) }

    /// Placed sessions that more people want than there are seats.
    func overflows(_ gathering: Gathering) -> [BoardQuality.Overflow] { overflows(on: plan, gathering) }

    func overflows(on plan: Plan, _ gathering: Gathering) -> [BoardQuality.Overflow] {
        sessions.indices.compactMap { index in
            guard let cell = plan[index], let room = gathering.programme.room(rooms[cell.room]),
                wanted[index] > room.seats
            else { return nil }
            return BoardQuality.Overflow(session: sessions[index], people: wanted[index], seats: room.seats)
        }
    }

    func index(of proposal: Proposal.ID) -> Int? { sessions.firstIndex(of: proposal) }

    private static func plan(
        _ placements: [Proposal.ID: Placement], _ sessions: [Proposal.ID], _ slots: [Slot.ID],
        _ rooms: [Room.ID]
    ) -> Plan {
        Plan(
            sessions.map { id in
                guard let place = placements[id]?.place, let slot = slots.firstIndex(of: place.slot),
                    let room = rooms.firstIndex(of: place.room)
                else { return nil }
                return Cell(slot: slot, room: room)
            })
    }

    private static func fixedItems(_ programme: Programme) -> [Problem.FixedItem] {
        programme.slots.indices.flatMap { slot in
            programme.rooms.indices.compactMap { room in
                let isBlocked =
                    programme.item(blocking: programme.rooms[room].id, in: programme.slots[slot]) != nil
                return isBlocked ? Problem.FixedItem(slot: slot, room: room) : nil
            }
        }
    }
}

/// Who gets onto the board by the gathering's own rule, before anything is laid out.
private struct Admission {
    let admitted: [Proposal.ID]
    let parked: [Proposal.ID: ParkReason]

    init(_ gathering: Gathering, _ wishes: [Voice.ID: [Proposal.ID: Int]]) {
        let open = gathering.topics.open
        let isParkedByHand = Set(gathering.board.draft.parked.filter { $0.value == .byModerator }.keys)
        var parked: [Proposal.ID: ParkReason] = [:]
        for proposal in open where isParkedByHand.contains(proposal.id) { parked[proposal.id] = .byModerator }

        let candidates = open.filter { parked[$0.id] == nil }
        let pinned = Set(gathering.board.draft.placements.filter { $0.value.isPinned }.keys)
        switch gathering.programme.facts?.rules.admission ?? .allWhileRoom {
        case .allWhileRoom: break
        case .plenum:
            for proposal in candidates where proposal.isAdmitted != true {
                parked[proposal.id] = .notTakenInByPlenum
            }
        case .mostWanted(let count):
            let wanted = Self.ranked(candidates, gathering, wishes, pinned)
            for id in wanted.dropFirst(count) { parked[id] = .lessWanted }
        }
        admitted = candidates.map(\.id).filter { parked[$0] == nil }
        self.parked = parked
    }

    /// By voices and hands, pinned ones first, the earlier proposal first among equals.
    private static func ranked(
        _ candidates: [Proposal], _ gathering: Gathering, _ wishes: [Voice.ID: [Proposal.ID: Int]],
        _ pinned: Set<Proposal.ID>
    ) -> [Proposal.ID] {
        var count: [Proposal.ID: Int] = [:]
        for own in wishes.values {
            for (proposal, weight) in own { count[proposal, default: 0] += weight }
        }
        return candidates.map(\.id).sorted { left, right in
            let wanted = { (id: Proposal.ID) in
                (count[id] ?? 0) + gathering.topics.handCount(of: id) + (pinned.contains(id) ? 1_000_000 : 0)
            }
            return (wanted(right), left) < (wanted(left), right)
        }
    }
}

/// The people of the dense problem, as they are numbered.
private struct Crowd {
    private(set) var sessions: [Problem.Session] = []
    private(set) var absences: [Problem.Absence] = []
    private(set) var wishes: [Problem.Wish] = []
    private(set) var shadows: [Problem.Wish] = []
    private let lengths: DenseBoard.Lengths
    private var count = 0
    private var number: [Voice.ID: Int] = [:]
    private var hostNumber: [Participant.ID: Int] = [:]

    /// The wish of a host for the own session weighs most: nobody proposes what they do not want to attend.
    private static let hostWeight = 4

    init(
        _ gathering: Gathering, _ ids: [Proposal.ID], _ all: [Voice.ID: [Proposal.ID: Int]],
        _ ownVoices: [Participant.ID: Voice.ID], _ lengths: DenseBoard.Lengths
    ) {
        self.lengths = lengths
        let index = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        for (voice, own) in all.sorted(by: { $0.key < $1.key }) {
            number[voice] = count
            for (proposal, weight) in own.sorted(by: { $0.key < $1.key }) {
                guard let session = index[proposal] else { continue }
                wishes.append(Problem.Wish(participant: count, session: session, weight: weight))
            }
            count += 1
        }
        for id in ids { add(gathering.topics[id], gathering, ownVoices) }
    }

    func draft(_ programme: Programme) -> Problem.Draft {
        var draft = Problem.Draft(slotCount: programme.slots.count, participantCount: count)
        draft.rooms = programme.rooms.map {
            Problem.Room(capacityPeople: $0.seats, features: Set($0.features.map(\.rawValue)))
        }
        return draft
    }

    private mutating func add(
        _ proposal: Proposal?, _ gathering: Gathering, _ ownVoices: [Participant.ID: Voice.ID]
    ) {
        guard let proposal else { return }
        let session = sessions.count
        var hosts = proposal.hosts.map { host(_: $0, ownVoices[$0]) }
        for host in hosts where !wishes.contains(where: { $0.participant == host && $0.session == session }) {
            shadows.append(Problem.Wish(participant: host, session: session, weight: Self.hostWeight))
        }
        if let shadow = absentShadow(of: proposal, gathering) { hosts.append(shadow) }
        for _ in 0..<gathering.topics.handCount(of: proposal.id) {
            shadows.append(Problem.Wish(participant: newcomer(), session: session, weight: 1))
        }
        sessions.append(self.session(proposal, hosts, gathering))
    }

    /// Somebody who hosts only this topic and is away whenever its time limits say so.
    private mutating func absentShadow(of proposal: Proposal, _ gathering: Gathering) -> Int? {
        let away = gathering.programme.slots.indices.filter {
            gathering.isAway(proposal, during: [gathering.programme.slots[$0]])
        }
        guard !away.isEmpty else { return nil }
        let shadow = newcomer()
        absences += away.map { Problem.Absence(host: shadow, slot: $0) }
        return shadow
    }

    private mutating func host(_ id: Participant.ID, _ voice: Voice.ID?) -> Int {
        if let voice, let known = number[voice] { return known }
        if let known = hostNumber[id] { return known }
        let new = newcomer()
        hostNumber[id] = new
        return new
    }

    private mutating func newcomer() -> Int {
        defer { count += 1 }
        return count
    }

    private func session(_ proposal: Proposal, _ hosts: [Int], _ gathering: Gathering)
        -> Problem.Session
    {
        var session = Problem.Session(hosts: hosts, needs: Set(proposal.content.needs.map(\.rawValue)))
        let placement = gathering.board.draft.placements[proposal.id]
        let placedCount = lengths == .asPlaced ? placement?.slotCount : nil
        session.lengthSlots = max(1, placedCount ?? proposal.content.slotCount)
        guard let placement, placement.isPinned else { return session }
        session.fixedSlot = gathering.programme.index(of: placement.place.slot)
        session.fixedRoom = gathering.programme.rooms.firstIndex { $0.id == placement.place.room }
        session.mustBePlaced = true
        return session
    }
}
