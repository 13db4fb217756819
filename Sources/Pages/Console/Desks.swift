/// How many heads are in the room.
public struct HeadCount: Sendable, Equatable {
    public var joined: Int
    /// What the moderator counted; nil: as many as have joined.
    public var counted: Int?
    public var typed: Typed?

    public init(joined: Int, counted: Int? = nil, typed: Typed? = nil) {
        self.joined = joined
        self.counted = counted
        self.typed = typed
    }

    var count: Int { counted ?? joined }
}

struct HeadsPart: Part {
    let heads: HeadCount
    let voterCount: Int
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "tooManyVoters":
            .maybe(
                voterCount > heads.count
                    ? words("console.tooManyVoters", count: voterCount, ["heads": "\(heads.count)"]) : nil
            )
        case "headCount": .number(heads.count)
        case "headText": .text(words("console.headsInRoom", count: heads.count))
        case "headNote":
            .text(
                heads.counted == nil
                    ? words["console.headsJoined"] : words("console.headsCounted", count: heads.joined)
            )
        case "headsAct": .part(frame.act(words["console.headsSave"], .heads))
        case "headsField":
            .part(
                FormKit("heads", heads.typed).input(
                    "count",
                    words["console.headsLabel"],
                    heads.counted.map(String.init) ?? "",
                    kind: .number,
                    lengthMax: 4
                )
            )
        default: nil
        }
    }
}

/// A topic that waits for its minute.
public struct QueueItem: Sendable, Equatable {
    public let id: String
    /// "Miriam, Soest"; empty when nobody gave a name.
    public var host: String
    public var title: String

    public init(id: String, host: String, title: String) {
        self.id = id
        self.host = host
        self.title = title
    }
}

struct QueuePart: Part {
    let item: QueueItem
    let index: Int
    let count: Int
    /// Whose minute it is now.
    let pitched: String?
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(item.id)
        case "host": .text(item.host)
        case "title": .text(item.title)
        case "number": .number(index + 1)
        case "up": .maybe(index > 0 ? turn(index - 1, words["console.up"]) : nil)
        case "down": .maybe(index + 1 < count ? turn(index + 1, words["console.down"]) : nil)
        case "begin":
            .part(
                frame.act(words["console.beginPitch"], .pitch, ["proposal": item.id, "after": pitched ?? ""]))
        case "hide": .part(frame.act(words["desk.hide"], .hiding(item.id)))
        case "withdraw": .part(frame.act(words["desk.withdraw"], .proposalWithdrawal(item.id)))
        default: nil
        }
    }

    private func turn(_ to: Int, _ label: String) -> Act {
        frame.act("\(label): \(item.title)", .turn(item.id), ["index": "\(to)"])
    }
}

/// Whether wishes are taken just now.
public struct WindowDesk: Sendable, Equatable {
    public var isOpen: Bool
    public var wasOpen: Bool
    public var isBlind: Bool
    public var voterCount: Int
    public var topicCount: Int
    /// `10:25`
    public var since: String?
    /// `10:40`
    public var closedAt: String?

    public init(
        isOpen: Bool = false,
        wasOpen: Bool = false,
        isBlind: Bool = false,
        voterCount: Int = 0,
        topicCount: Int = 0,
        since: String? = nil
    ) {
        self.isOpen = isOpen
        self.wasOpen = wasOpen
        self.isBlind = isBlind
        self.voterCount = voterCount
        self.topicCount = topicCount
        self.since = since
    }
}

struct WindowPart: Part {
    let desk: WindowDesk
    let heads: HeadCount
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "isOpen": .flag(desk.isOpen)
        case "windowState": .text(state(words))
        case "voterCount": .number(desk.voterCount)
        case "voterText": .text(words("console.voters", count: desk.voterCount, ["all": "\(heads.count)"]))
        case "voterRow":
            .markup(
                Seats(
                    taken: min(desk.voterCount, heads.count),
                    free: max(0, heads.count - desk.voterCount),
                    size: .now,
                    perLine: perLine,
                    step: Seats.step(forLargest: heads.count)
                ).markup
            )
        case "blindNote": .maybe(desk.isBlind ? words["console.blind"] : nil)
        case "turnWindow":
            .part(
                desk.isOpen
                    ? frame.act(words["console.closeWindow"], .window, ["open": "0"])
                    : frame.act(words["console.openWindow"], .window, ["open": "1"])
            )
        case "countAddress": .text(frame.address(.topics))
        default: nil
        }
    }

    /// Lines of one length, so that no seat stands alone.
    private var perLine: Int {
        let step = Seats.step(forLargest: heads.count)
        let dots = max(1, (heads.count + step - 1) / step)
        let lines = (dots + 29) / 30
        return (dots + lines - 1) / lines
    }

    private func state(_ words: Phrases) -> String {
        if desk.isOpen {
            return desk.since.map { words("console.windowSince", ["time": $0]) }
                ?? words["console.windowOpen"]
        }
        guard desk.wasOpen else { return words["console.windowNotYet"] }
        return desk.closedAt.map { words("console.windowClosedSince", ["time": $0]) }
            ?? words["console.windowClosed"]
    }
}

struct BoardStatePart: Part {
    let state: BoardState
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "boardState": .text(sentence(words))
        case "boardHref": .text(frame.address(.board))
        case "layAgain": .maybe(state == .none ? nil : frame.act(words["grid.layAgain"], .layBoard))
        default: nil
        }
    }

    private func sentence(_ words: Phrases) -> String {
        switch state {
        case .none: words["console.boardNone"]
        case .draft(let placed, let parked, _, _):
            words("console.boardDraft", count: placed) + " " + words("console.boardParked", count: parked)
        case .published(let time, let placed, let parked):
            words("console.boardPublished", count: placed, ["time": time]) + " "
                + words("console.boardParked", count: parked)
        }
    }
}
