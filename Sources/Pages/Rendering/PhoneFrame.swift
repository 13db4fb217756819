/// What surrounds every page of a gathering on the phone: header, announcement, the bar at the bottom.
public struct PhoneFrame: Sendable {
    public let gathering: String
    /// "24. Runder Tisch, Altena".
    public let name: String
    public var place: Place
    /// Right in the header: "38 da", "Do, 26. November".
    public var note: String?
    public var announcements: [Announcement]
    /// The newest position the page knows, from which the live stream goes on.
    public var position: String?
    /// The tab "Mein Plan" says "Plan" to those who only look.
    public var isParticipant: Bool
    /// Whose money and help it is: stands under each page.
    public var funding: [String] = []
    /// There are other editions.
    public var isInSeries = false

    /// The four entries of the bar; pages beside them name none.
    public enum Place: String, Sendable, CaseIterable {
        case now
        case topics
        case plan
        case people
        case beside
    }

    public init(
        gathering: String,
        name: String,
        place: Place,
        note: String? = nil,
        announcements: [Announcement] = [],
        position: String? = nil,
        isParticipant: Bool = true
    ) {
        self.gathering = gathering
        self.name = name
        self.place = place
        self.note = note
        self.announcements = announcements
        self.position = position
        self.isParticipant = isParticipant
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "gatheringName": .text(self.name)
        case "headerNote": .maybe(note)
        case "announcements": .parts(announcements)
        case "hasAnnouncements": .flag(!announcements.isEmpty)
        case "position": .maybe(position)
        case "liveAddress": .text(Route.live(gathering).path)
        case "homeAddress": .text(Route.gathering(gathering).path)
        case "profileAddress": .text(Route.profile(gathering).path)
        case "boardAddress": .text(Route.board(gathering).path)
        case "imprintAddress": .text(Route.imprint(gathering).path)
        case "privacyAddress": .text(Route.privacy(gathering).path)
        case "accessibilityAddress": .text(Route.accessibility(gathering).path)
        case "entries": .parts(Place.bar.map { Entry(place: $0, frame: self) })
        case "isParticipant": .flag(isParticipant)
        case "fundingLines": .texts(funding)
        case "seriesAddress": .maybe(isInSeries ? Route.series(gathering).path : nil)
        case "theme": .nothing
        default: nil
        }
    }
}

extension PhoneFrame.Place {
    static let bar: [Self] = [.now, .topics, .plan, .people]
}

/// One entry of the bar at the bottom.
private struct Entry: Part {
    let place: PhoneFrame.Place
    let frame: PhoneFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(label(words))
        case "href": .text(route.path)
        case "isCurrent": .flag(frame.place == place)
        case "isNow": .flag(place == .now)
        case "isTopics": .flag(place == .topics)
        case "isPlan": .flag(place == .plan)
        case "isPeople": .flag(place == .people)
        default: nil
        }
    }

    private func label(_ words: Phrases) -> String {
        switch place {
        case .now, .beside: words["bar.now"]
        case .topics: words["bar.topics"]
        case .plan: frame.isParticipant ? words["bar.myPlan"] : words["bar.plan"]
        case .people: words["bar.people"]
        }
    }

    private var route: Route {
        switch place {
        case .now, .beside: .gathering(frame.gathering)
        case .topics: .topics(frame.gathering)
        case .plan: .plan(frame.gathering)
        case .people: .people(frame.gathering)
        }
    }
}

/// What the moderator tells everybody; what the program says by itself has no time.
public struct Announcement: Part {
    public let time: String?
    public let text: String

    public init(time: String? = nil, text: String) {
        self.time = time
        self.text = text
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "time": .maybe(time)
        case "text": .text(text)
        default: nil
        }
    }
}
