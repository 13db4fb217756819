/// What surrounds pages that belong to no gathering, or to one the reader has not joined yet.
public struct SiteFrame: Sendable {
    /// Whose imprint and privacy notice the footer names; nil: those of the instance.
    public var gathering: String?
    /// Whose money and help it is.
    public var funding: [String]

    public init(gathering: String? = nil, funding: [String] = []) {
        self.gathering = gathering
        self.funding = funding
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "homeAddress": .text(Route.start.path)
        case "imprintAddress": .text((gathering.map { Route.imprint($0) } ?? .siteImprint).path)
        case "privacyAddress": .text((gathering.map { Route.privacy($0) } ?? .sitePrivacy).path)
        case "accessibilityAddress":
            .text((gathering.map { Route.accessibility($0) } ?? .siteAccessibility).path)
        case "fundingLines": .texts(funding)
        case "seriesAddress": .nothing
        case "theme": .nothing
        default: nil
        }
    }
}
