/// A secret link says what it opens and asks once: mail scanners open links, too.
public struct LinkPage: Page {
    public static let template = "links/link"

    public let token: String
    public let opens: Opening
    /// The gathering it leads to; a claim for the instance has none.
    public var gatheringName: String?

    /// What somebody becomes who opens the link.
    public enum Opening: String, Sendable, CaseIterable {
        case organiser
        case moderator
        case projector
        /// The first organiser of a new instance.
        case claim
    }

    public init(token: String, opens: Opening, gatheringName: String? = nil) {
        self.token = token
        self.opens = opens
        self.gatheringName = gatheringName
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle", "heading": .text(gatheringName ?? words["link.heading"])
        case "address": .text(Route.link(token: token).path)
        case "button": .text(button(words))
        case "isClaim": .flag(opens == .claim)
        case "explanation": .text(explanation(words))
        default: SiteFrame().answer(name, words)
        }
    }

    private func button(_ words: Phrases) -> String {
        switch opens {
        case .organiser: words["link.asOrganiser"]
        case .moderator: words["link.asModerator"]
        case .projector: words["link.asProjector"]
        case .claim: words["link.asFirst"]
        }
    }

    private func explanation(_ words: Phrases) -> String {
        switch opens {
        case .organiser: words["link.organiserMeans"]
        case .moderator: words["link.moderatorMeans"]
        case .projector: words["link.projectorMeans"]
        case .claim: words["link.firstMeans"]
        }
    }
}
