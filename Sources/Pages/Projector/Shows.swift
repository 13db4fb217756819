/// Who has come: a count, the districts, and the map inside its ring as the caller drew it.
public struct ArrivalShow: Part {
    public var count: Int
    /// How many towns the region has; nil without a list: then people are counted.
    public var townCount: Int?
    public var districts: [DistrictCount]
    public var map: Markup?
    /// How many people have come, where towns are counted.
    public var peopleCount = 0
    /// Who named something else than a town of the list.
    public var elsewhereCount = 0
    /// The newest three: "Olpe", "Balve".
    public var newest: [String]

    public init(
        count: Int,
        townCount: Int? = nil,
        districts: [DistrictCount] = [],
        map: Markup? = nil,
        newest: [String] = []
    ) {
        self.count = count
        self.townCount = townCount
        self.districts = districts
        self.map = map
        self.newest = newest
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "count": .number(count)
        case "countText": .text(countText(words))
        case "peopleText": .maybe(townCount == nil || peopleCount == 0 ? nil : peopleText(words))
        case "hasDistricts": .flag(!districts.isEmpty)
        case "districts": .parts(districts)
        case "map": .maybe(map)
        case "newest":
            .maybe(newest.isEmpty ? nil : words("stage.newest", ["names": newest.joined(separator: ", ")]))
        default: nil
        }
    }

    /// "38 Menschen, 4 davon von anderswo"
    private func peopleText(_ words: Phrases) -> String {
        let people = words("stage.peopleCount", count: peopleCount)
        guard elsewhereCount > 0 else { return people }
        return people + ", " + words("stage.elsewhere", count: elsewhereCount)
    }

    private func countText(_ words: Phrases) -> String {
        townCount.map { words("stage.ofTowns", count: $0) } ?? words("stage.peopleHere", count: count)
    }
}

public struct DistrictCount: Part, Equatable {
    public var name: String
    public var hereCount: Int
    public var allCount: Int

    public init(name: String, hereCount: Int, allCount: Int) {
        self.name = name
        self.hereCount = hereCount
        self.allCount = allCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "district": .text(self.name)
        case "districtText": .text(words("stage.districtOf", count: hereCount, ["all": "\(allCount)"]))
        case "row":
            .markup(
                Seats(
                    taken: hereCount,
                    free: max(0, allCount - hereCount),
                    size: .now,
                    perLine: 24,
                    step: Seats.step(forLargest: allCount)
                ).markup
            )
        default: nil
        }
    }
}

/// A fixed item: a greeting, a break, lunch.
public struct ItemShow: Part {
    public var title: String
    /// "bis 10:15"
    public var until: String?
    public var room: String?
    public var countdown: Countdown?
    /// What comes after it: "10:15", "Vorstellen".
    public var nextTime: String?
    public var nextTitle: String?

    public init(
        title: String,
        until: String? = nil,
        room: String? = nil,
        countdown: Countdown? = nil,
        nextTime: String? = nil,
        nextTitle: String? = nil
    ) {
        self.title = title
        self.until = until
        self.room = room
        self.countdown = countdown
        self.nextTime = nextTime
        self.nextTitle = nextTitle
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "size": .text(titleSize(title))
        case "until": .maybe(until.map { words("time.until", ["time": $0]) })
        case "room": .maybe(room)
        case "countdown": .maybe(countdown)
        case "nextTitle": .maybe(nextTitle)
        case "nextTime": .maybe(nextTime)
        default: nil
        }
    }
}

/// As large as title, host and one line of text fit above the wishes: two lines, three, four.
func titleSize(_ title: String) -> String {
    switch title.count {
    case ...42: "large"
    case ...60: "middle"
    case ...100: "small"
    default: "tiny"
    }
}

/// A row of seats for the hall: at most 40 side by side, two equal lines for more.
struct HallRow {
    let seats: Seats
    let isDouble: Bool

    init(taken: Int, of all: Int) {
        let step = Seats.step(forLargest: max(all, taken))
        let dots = (max(all, taken) + step - 1) / step
        isDouble = dots > 40
        seats = Seats(
            taken: taken,
            free: max(0, all - taken),
            size: .pitch,
            perLine: isDouble ? (dots + 1) / 2 : max(dots, 1),
            step: step
        )
    }
}

/// The topic that is being presented.
public struct PitchShow: Part {
    public let proposal: String
    public var number: Int
    public var topicCount: Int
    public var title: String
    /// "Bernd" and "Balve"; either may be missing.
    public var hostName: String?
    public var hostTown: String?
    public var sentence: String
    public var countdown: Countdown
    public var isPaused: Bool
    /// Nil while wishes are blind.
    public var wishCount: Int?
    public var headCount: Int
    /// Before wishes can come, and while no hands are counted, a nought beside the speaker would be a verdict.
    public var isCounting = true
    /// The next three.
    public var queue: [QueueShowItem]
    public var queueRest: Int

    public init(
        proposal: String,
        number: Int,
        topicCount: Int,
        title: String,
        hostName: String?,
        hostTown: String?,
        sentence: String = "",
        countdown: Countdown,
        isPaused: Bool = false,
        wishCount: Int?,
        headCount: Int,
        queue: [QueueShowItem] = [],
        queueRest: Int = 0
    ) {
        self.proposal = proposal
        self.number = number
        self.topicCount = topicCount
        self.title = title
        self.hostName = hostName
        self.hostTown = hostTown
        self.sentence = sentence
        self.countdown = countdown
        self.isPaused = isPaused
        self.wishCount = wishCount
        self.headCount = headCount
        self.queue = queue
        self.queueRest = queueRest
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(proposal)
        case "note":
            .markup(words.markup("stage.topicOf", ["number": "\(number)", "all": "\(topicCount)"]))
        case "title": .text(title)
        case "size": .text(titleSize(title))
        case "hostName": .maybe(hostName)
        case "hostTown": .maybe(hostTown)
        case "hasBoth": .flag(hostName != nil && hostTown != nil)
        case "sentence": .maybe(sentence.isEmpty ? nil : sentence)
        case "countdown": .part(countdown)
        case "isPaused": .flag(isPaused)
        case "wishes": .maybe(wishCount)
        case "wishText": .text(wishText(words))
        case "blindText":
            .maybe(isCounting && wishCount == nil ? words("stage.inHall", count: headCount) : nil)
        case "seats": .maybe(row?.seats.markup)
        case "seatStep": .number(row?.seats.step ?? 1)
        case "isDouble": .flag(row?.isDouble ?? false)
        default: queue(name, words)
        }
    }

    private func queue(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "hasQueue": .flag(!queue.isEmpty)
        case "queue": .parts(queue)
        case "queueRest": .maybe(queueRest > 0 ? words("stage.queueRest", count: queueRest) : nil)
        default: nil
        }
    }

    private var row: HallRow? { isCounting ? wishCount.map { HallRow(taken: $0, of: headCount) } : nil }

    private func wishText(_ words: Phrases) -> String {
        let heads = ["heads": words("stage.inHall", count: headCount)]
        let text = words("stage.wantToGo", count: wishCount ?? 0, heads)
        let step = row?.seats.step ?? 1
        return step > 1 ? text + ". " + words("grid.dotStep", count: step) : text
    }
}

/// Who comes next, in the projector's queue.
public struct QueueShowItem: Part, Equatable {
    public var hostName: String?
    public var hostTown: String?
    public var title: String

    public init(hostName: String?, hostTown: String?, title: String) {
        self.hostName = hostName
        self.hostTown = hostTown
        self.title = title
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "queueName": .maybe(hostName)
        case "queueTown": .maybe(hostTown)
        case "queueBoth": .flag(hostName != nil && hostTown != nil)
        case "queueTitle": .text(title)
        default: nil
        }
    }
}

/// Between two pitches, and before the first.
public struct WaitingShow: Part {
    public var topicCount: Int
    public var pitchedCount: Int
    public var queue: [QueueShowItem]
    public var queueRest: Int

    public init(topicCount: Int, pitchedCount: Int, queue: [QueueShowItem], queueRest: Int = 0) {
        self.topicCount = topicCount
        self.pitchedCount = pitchedCount
        self.queue = queue
        self.queueRest = queueRest
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "heading":
            .text(
                queue.isEmpty
                    ? (topicCount == 0 ? words["stage.noTopic"] : words["stage.allPitched"])
                    : (pitchedCount == 0 ? words["stage.startsWith"] : words["stage.goesOnWith"])
            )
        case "topicCount": .text(words("topics.count", count: topicCount))
        case "isEmpty": .flag(queue.isEmpty)
        case "hint": .text(topicCount == 0 ? words["stage.noTopicNext"] : words["stage.allPitchedNext"])
        case "first": .maybe(queue.first)
        case "firstSize": .text(titleSize(queue.first?.title ?? ""))
        case "hasQueue": .flag(queue.count > 1)
        case "queue": .parts(Array(queue.dropFirst().prefix(3)))
        case "queueRest": .maybe(queueRest > 0 ? words("stage.queueRest", count: queueRest) : nil)
        default: nil
        }
    }
}
