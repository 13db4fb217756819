/// Taking a seat: who is there already, what is stored, and one button.
public struct JoinPage: Page {
    public static let template = "people/join"

    public let gathering: GatheringCard
    public var form: PersonForm
    /// Who is responsible.
    public var controllers: [String]
    public var typedReturnCode: String
    public var returnRefused: String?
    public var act: String
    /// The join code, when the page was found by it: joining sends it along.
    public var code: String
    /// Somebody has just left.
    public var hasLeft = false

    public init(
        _ gathering: GatheringCard,
        form: PersonForm,
        controllers: [String],
        code: String,
        act: String,
        typedReturnCode: String = "",
        returnRefused: String? = nil
    ) {
        self.gathering = gathering
        self.form = form
        self.controllers = controllers
        self.code = code
        self.act = act
        self.typedReturnCode = typedReturnCode
        self.returnRefused = returnRefused
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            words.title(
                words["join.heading"] + " \u{B7} " + gathering.name,
                isRefused: form.isRefused || returnRefused != nil)
        case "gathering": .part(gathering)
        case "form": .part(form)
        case "hasLeft": .flag(hasLeft)
        case "isOver": .flag(gathering.isOver)
        case "boardAddress": .text(Route.board(gathering.id).path)
        case "privacyWho": .text(privacyWho(words))
        case "act": .text(act)
        case "code": .text(code)
        case "joinAddress": .text(Route.participants(gathering.id).path)
        case "returnAddress": .text(Route.returning(gathering.id).path)
        case "returnIsOpen": .flag(returnRefused != nil)
        case "returnCode":
            .part(
                Field(
                    "personalCode",
                    label: words["join.personalCode"],
                    value: typedReturnCode,
                    error: returnRefused,
                    isRequired: true,
                    lengthMax: 16
                )
            )
        default: SiteFrame(gathering: gathering.id, funding: gathering.funding).answer(name, words)
        }
    }

    private func privacyWho(_ words: Phrases) -> String {
        guard !controllers.isEmpty else { return words["join.privacyWhoUnknown"] }
        let gaps = ["who": words.list(controllers)]
        return words("join.privacyWho", count: controllers.count, gaps)
    }
}

/// A gathering as those see it who are not in it yet.
public struct GatheringCard: Part {
    public let id: String
    public let name: String
    /// "Do, 26. November, 9:30".
    public var date: String
    public var venue: String
    public var seatedCount: Int
    /// Seats of the ring: those expected, or a few more than are there.
    public var placeCount: Int
    /// Nobody takes a seat any more.
    public var isOver = false
    /// Whose money and help it is.
    public var funding: [String] = []
    /// "24. Willkommen in Südwestfalen"
    public var series: String?

    public init(id: String, name: String, date: String, venue: String, seatedCount: Int, placeCount: Int) {
        self.id = id
        self.name = name
        self.date = date
        self.venue = venue
        self.seatedCount = seatedCount
        self.placeCount = placeCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name)
        case "series": .maybe(series)
        case "date": .text(date)
        case "venue": .text(venue)
        case "seatedCount": .number(seatedCount)
        case "seated":
            .markup(
                isOver
                    ? words.markup("join.over") : words.markup("join.seated", ["count": String(seatedCount)]))
        case "ring":
            .markup(Ring.people(seatedCount, of: max(placeCount, seatedCount + 1), keepsSeat: true).markup)
        case "problems":
            .maybe(Problems(of: self, ["nameField", "organisationField", "hashtagsField"], words))
        default: nil
        }
    }
}

/// What somebody tells about themselves. All of it may stay empty.
public struct PersonForm: Part {
    public var firstName: String
    public var organisation: String
    /// Up to three, as typed: "#wald #jugend".
    public var hashtags: String
    /// Towns to choose from while typing.
    public var organisations: [String]
    public var firstNameRefused: String?
    public var organisationRefused: String?
    public var hashtagsRefused: String?

    public init(
        firstName: String = "",
        organisation: String = "",
        hashtags: String = "",
        organisations: [String] = [],
        firstNameRefused: String? = nil,
        organisationRefused: String? = nil,
        hashtagsRefused: String? = nil
    ) {
        self.firstName = firstName
        self.organisation = organisation
        self.hashtags = hashtags
        self.organisations = organisations
        self.firstNameRefused = firstNameRefused
        self.organisationRefused = organisationRefused
        self.hashtagsRefused = hashtagsRefused
    }

    var isRefused: Bool {
        [firstNameRefused, organisationRefused, hashtagsRefused].contains { $0 != nil }
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "nameField":
            .part(
                Field(
                    "firstName",
                    label: words["person.firstName"],
                    value: firstName,
                    error: firstNameRefused,
                    lengthMax: 60,
                    purpose: .givenName
                )
            )
        case "organisationField":
            .part(
                Field(
                    "organisation",
                    label: words["person.organisation"],
                    value: organisation,
                    error: organisationRefused,
                    lengthMax: 120,
                    suggestions: organisations,
                    purpose: .organisation
                )
            )
        case "hashtagsField":
            .part(
                Field(
                    "hashtags",
                    label: words["person.hashtags"],
                    value: hashtags,
                    hint: words["person.hashtagsHint"],
                    error: hashtagsRefused,
                    lengthMax: 120
                )
            )
        case "problems":
            .maybe(Problems(of: self, ["nameField", "organisationField", "hashtagsField"], words))
        default: nil
        }
    }
}
