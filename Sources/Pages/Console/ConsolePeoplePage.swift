/// Everybody who has a seat; people without a phone are added here.
public struct ConsolePeoplePage: Page {
    public static let template = "console/people"

    public var frame: ConsoleFrame
    public var people: [ConsolePerson]
    /// How many there are, also when only some were found.
    public var allCount: Int
    public var search: String
    /// The person whose acts are unfolded.
    public var chosen: String?
    /// The question before somebody is taken out.
    public var removal: PersonRemoval?
    /// A code that was just made, to be read out.
    public var shownCode: ShownCode?
    /// Names of towns to choose from while typing.
    public var towns: [String]
    public var typed: Typed?

    public init(
        _ frame: ConsoleFrame,
        people: [ConsolePerson],
        allCount: Int,
        search: String = "",
        chosen: String? = nil,
        removal: PersonRemoval? = nil,
        shownCode: ShownCode? = nil,
        towns: [String] = [],
        typed: Typed? = nil
    ) {
        self.frame = frame
        self.people = people
        self.allCount = allCount
        self.search = search
        self.chosen = chosen
        self.removal = removal
        self.shownCode = shownCode
        self.towns = towns
        self.typed = typed
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        let kit = FormKit("person", typed)
        return switch name {
        case "peopleTitle": .text(words("attendees.count", count: allCount))
        case "search": .text(search)
        case "isSearch": .flag(!search.isEmpty)
        case "foundNote": .maybe(search.isEmpty ? nil : words("attendees.found", count: people.count))
        case "peopleHref": .text(frame.address(.people))
        case "hasNobody": .flag(people.isEmpty && search.isEmpty)
        case "people": .parts(people.map { PersonPart(person: $0, page: self) })
        case "removal": .maybe(removal.map { RemovalPart(removal: $0, frame: frame) })
        case "shownCode": .maybe(shownCode)
        case "addAct": .part(frame.act(words["attendees.add"], .people))
        case "nameField":
            .part(
                kit.input(
                    "firstName",
                    words["attendees.firstName"],
                    hint: words["prepare.optional"],
                    lengthMax: 40
                )
            )
        case "organisationField":
            .part(
                kit.input(
                    "organisation",
                    words["attendees.organisation"],
                    hint: words["prepare.optional"],
                    lengthMax: 80
                )
            )
        case "hashtagsField":
            .part(
                kit.input(
                    "hashtags",
                    words["attendees.hashtags"],
                    hint: words["prepare.optional"],
                    lengthMax: 95
                )
            )
        case "hasTowns": .flag(!towns.isEmpty)
        case "towns": .texts(towns)
        default: frame.answer(name, words)
        }
    }
}

/// Somebody in the list.
public struct ConsolePerson: Sendable {
    public let id: String
    /// Nil when nobody gave one.
    public var name: String?
    public var organisation: String?
    public var hashtags: [String]
    public var hasPhone: Bool
    public var topicCount: Int
    /// `9:41`
    public var joinedAt: String

    public init(
        id: String,
        name: String?,
        organisation: String?,
        hashtags: [String] = [],
        hasPhone: Bool = true,
        topicCount: Int = 0,
        joinedAt: String
    ) {
        self.id = id
        self.name = name
        self.organisation = organisation
        self.hashtags = hashtags
        self.hasPhone = hasPhone
        self.topicCount = topicCount
        self.joinedAt = joinedAt
    }
}

/// Who would be taken out, and what goes with them.
public struct PersonRemoval: Sendable {
    public let id: String
    public var name: String?
    public var topics: [String]

    public init(id: String, name: String?, topics: [String] = []) {
        self.id = id
        self.name = name
        self.topics = topics
    }
}

/// A personal code, shown once, large.
public struct ShownCode: Part {
    public var name: String?
    public var code: String
    /// Leads to the page where the code is typed in.
    public var qr: Markup?

    public init(name: String?, code: String, qr: Markup? = nil) {
        self.name = name
        self.code = code
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "codeFor": .text(words("attendees.codeFor", ["name": self.name ?? words["attendees.nobody"]]))
        case "code": .text(code)
        case "qr": .maybe(qr)
        default: nil
        }
    }
}

private struct PersonPart: Part {
    let person: ConsolePerson
    let page: ConsolePeoplePage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(person.id)
        case "name": .text(label(words))
        case "organisation": .maybe(person.organisation)
        case "hashtags":
            .maybe(person.hashtags.isEmpty ? nil : person.hashtags.map { "#\($0)" }.joined(separator: " "))
        case "noPhone": .flag(!person.hasPhone)
        case "topics": .maybe(person.topicCount > 0 ? words("topics.count", count: person.topicCount) : nil)
        case "joinedAt": .text(person.joinedAt)
        case "isChosen": .flag(page.chosen == person.id)
        case "moreHref": .text(address([("person", person.id)]) + "#person-\(person.id)")
        case "lessHref": .text(address([]) + "#person-\(person.id)")
        case "newCode": .part(page.frame.act(words["attendees.newCode"], .personCode(person.id)))
        case "removeHref": .text(page.frame.address(.people, [("remove", person.id)]))
        default: nil
        }
    }

    private func label(_ words: Phrases) -> String { person.name ?? words["attendees.nobody"] }

    private func address(_ query: [(String, String)]) -> String {
        query.isEmpty ? page.frame.address(.people) : page.frame.address(.people, query)
    }
}

private struct RemovalPart: Part {
    let removal: PersonRemoval
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "question":
            .text(words("attendees.removeQuestion", ["name": removal.name ?? words["attendees.nobody"]]))
        case "goes": .text(words("attendees.goes", count: removal.topics.count))
        case "lostTopics": .texts(removal.topics)
        case "hasLostTopics": .flag(!removal.topics.isEmpty)
        case "remove": .part(frame.act(words["attendees.remove"], .personRemoval(removal.id)))
        case "backHref": .text(frame.address(.people))
        default: nil
        }
    }
}
