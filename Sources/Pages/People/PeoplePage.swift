/// Who is here: towns, names as far as they were told, and what people want to talk about.
public struct PeoplePage: Page {
    public static let template = "people/people"

    public var frame: PhoneFrame
    /// Ordered by the caller, towns as a dictionary orders them.
    public var towns: [Town]
    public var peopleCount: Int
    public var townCount: Int
    /// All towns of the region that could come; nil where nobody counts them.
    public var townCountMax: Int?
    /// People who told nothing about themselves.
    public var silentCount: Int

    public init(
        _ frame: PhoneFrame,
        towns: [Town],
        peopleCount: Int,
        townCount: Int,
        townCountMax: Int? = nil,
        silentCount: Int = 0
    ) {
        self.frame = frame
        self.towns = towns
        self.peopleCount = peopleCount
        self.townCount = townCount
        self.townCountMax = townCountMax
        self.silentCount = silentCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["people.heading"] + " \u{B7} " + frame.name)
        case "sum": .text(words("people.count", count: peopleCount))
        case "townSum": .text(townSum(words))
        case "ring": .markup(ring.markup)
        case "ringNumber": .number(townCount)
        case "towns": .parts(towns)
        case "isEmpty": .flag(peopleCount == 0)
        case "silent": .maybe(silentCount > 0 ? words("people.silent", count: silentCount) : nil)
        case "showsProfile": .flag(frame.isParticipant)
        default: frame.answer(name, words)
        }
    }

    private func townSum(_ words: Phrases) -> String {
        guard let townCountMax else { return words("people.towns", count: townCount) }
        return words("people.townsOf", count: townCount, ["all": String(townCountMax)])
    }

    private var ring: Ring {
        Ring.people(townCount, of: max(townCountMax ?? townCount + 1, townCount))
    }
}

/// A town, or another organisation, with those who came from there.
public struct Town: Part {
    public let name: String
    public var people: [PersonLine]

    public init(name: String, people: [PersonLine]) {
        self.name = name
        self.people = people
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name)
        case "people": .parts(people)
        case "seats":
            .markup(
                Seats(taken: people.count, perLine: 20, step: Seats.step(forLargest: people.count)).markup
            )
        case "count": .number(people.count)
        case "countText": .text(words("people.count", count: people.count))
        default: nil
        }
    }
}

/// One person in the list.
public struct PersonLine: Part {
    /// Empty for somebody who gave no name, or was deleted.
    public let name: String
    public var hashtags: [String]
    public var isMe: Bool

    public init(name: String, hashtags: [String] = [], isMe: Bool = false) {
        self.name = name
        self.hashtags = hashtags
        self.isMe = isMe
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "personName": .text(self.name.isEmpty ? words["people.nameless"] : self.name)
        case "hashtags": .maybe(hashtags.isEmpty ? nil : hashtags.map { "#\($0)" }.joined(separator: " "))
        case "isMe": .flag(isMe)
        default: nil
        }
    }
}
