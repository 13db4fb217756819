import Planning

/// What is to be planned, as a file says it. Sessions and rooms are called by their ids, which are their places
/// in the list where they have none.
struct ProblemFile: Decodable {
    struct Room: Decodable {
        let id: Int?
        let capacity: Int
        let features: [String]

        enum CodingKeys: String, CodingKey, CaseIterable { case id, capacity, features }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            id = try fields.decodeIfPresent(Int.self, forKey: .id)
            capacity = try fields.decode(Int.self, forKey: .capacity)
            features = try fields.decodeIfPresent([String].self, forKey: .features) ?? []
        }
    }

    struct Session: Decodable {
        let id: Int?
        let hosts: [Int]
        let needs: [String]
        let fixedSlot: Int?
        let fixedRoom: Int?
        let length: Int
        let topic: String?
        let mustPlace: Bool

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, hosts, needs, fixedSlot, fixedRoom, length, topic, mustPlace
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            id = try fields.decodeIfPresent(Int.self, forKey: .id)
            hosts = try fields.decodeIfPresent([Int].self, forKey: .hosts) ?? []
            needs = try fields.decodeIfPresent([String].self, forKey: .needs) ?? []
            fixedSlot = try fields.decodeIfPresent(Int.self, forKey: .fixedSlot)
            fixedRoom = try fields.decodeIfPresent(Int.self, forKey: .fixedRoom)
            length = try fields.decodeIfPresent(Int.self, forKey: .length) ?? 1
            topic = try fields.decodeIfPresent(String.self, forKey: .topic)
            mustPlace = try fields.decodeIfPresent(Bool.self, forKey: .mustPlace) ?? false
        }
    }

    struct Weights: Decodable {
        var sameTopicInParallel = 0
        var hostSpread = 0

        enum CodingKeys: String, CodingKey, CaseIterable { case sameTopicInParallel, hostSpread }

        init() {}

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            sameTopicInParallel = try fields.decodeIfPresent(Int.self, forKey: .sameTopicInParallel) ?? 0
            hostSpread = try fields.decodeIfPresent(Int.self, forKey: .hostSpread) ?? 0
        }
    }

    let name: String?
    let slots: Int
    let participants: Int
    let rooms: [Room]
    let sessions: [Session]
    let hostUnavailable: [[Int]]
    let precedences: [[Int]]
    let interests: [[Int]]
    let overCapacityWeight: Int
    let fixedItems: [[Int?]]
    let frozenSlots: [Int]
    let board: PlanFile?
    let movePrice: Int
    let weights: Weights

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, slots, participants, rooms, sessions, hostUnavailable, precedences, interests
        case overCapacityWeight, fixedItems, frozenSlots, board, movePrice, weights
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try fields.decodeIfPresent(String.self, forKey: .name)
        slots = try fields.decode(Int.self, forKey: .slots)
        participants = try fields.decode(Int.self, forKey: .participants)
        rooms = try fields.decode([Room].self, forKey: .rooms)
        sessions = try fields.decode([Session].self, forKey: .sessions)
        hostUnavailable = try fields.decodeIfPresent([[Int]].self, forKey: .hostUnavailable) ?? []
        precedences = try fields.decodeIfPresent([[Int]].self, forKey: .precedences) ?? []
        interests = try fields.decode([[Int]].self, forKey: .interests)
        overCapacityWeight = try fields.decodeIfPresent(Int.self, forKey: .overCapacityWeight) ?? 1
        fixedItems = try fields.decodeIfPresent([[Int?]].self, forKey: .fixedItems) ?? []
        frozenSlots = try fields.decodeIfPresent([Int].self, forKey: .frozenSlots) ?? []
        board = try fields.decodeIfPresent(PlanFile.self, forKey: .board)
        movePrice = try fields.decodeIfPresent(Int.self, forKey: .movePrice) ?? 0
        weights = try fields.decodeIfPresent(Weights.self, forKey: .weights) ?? Weights()
    }
}

/// Where each session stands, by its place in the problem's list; null while it is parked.
struct PlanFile: Codable, Equatable {
    let slot: [Int?]
    let room: [Int?]

    enum CodingKeys: String, CodingKey, CaseIterable { case slot, room }

    init(slot: [Int?], room: [Int?]) {
        self.slot = slot
        self.room = room
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        slot = try fields.decode([Int?].self, forKey: .slot)
        room = try fields.decode([Int?].self, forKey: .room)
        guard slot.count == room.count else {
            throw FieldFault(
                codingPath: decoder.codingPath + [CodingKeys.room],
                fault: "it has \(Counted.text(room.count, "entry", "entries")), and slot has \(slot.count)")
        }
        for (index, place) in zip(slot, room).enumerated() where (place.0 == nil) != (place.1 == nil) {
            throw FieldFault(
                codingPath: decoder.codingPath + [CodingKeys.slot],
                fault: "session \(index) has a slot without a room, or a room without a slot")
        }
    }
}
