/// What Art. 13 GDPR asks for, in words that people read: who, what for, how long, whom to ask.
public struct PrivacyPage: Page {
    public static let template = "legal/privacy"

    public var frame: DocumentFrame
    /// The organisers' own legal basis; empty: a public task.
    public var legalBasis: String
    /// Who hosts the program for the organisers; empty: they do it themselves.
    public var hostedBy: String
    /// The authority that hears complaints, with its address.
    public var authority: String
    /// How long names are kept after the end.
    public var namesMonths: Int
    /// How long a browser keeps the cookie.
    public var cookieDays: Int

    public init(
        _ frame: DocumentFrame,
        legalBasis: String = "",
        hostedBy: String = "",
        authority: String = "",
        namesMonths: Int = 6,
        cookieDays: Int = 400
    ) {
        self.frame = frame
        self.legalBasis = legalBasis
        self.hostedBy = hostedBy
        self.authority = authority
        self.namesMonths = namesMonths
        self.cookieDays = cookieDays
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["frame.privacy"] + " \u{B7} " + frame.name)
        case "together": .flag(frame.controllers.count > 1)
        case "legalBasis": .text(legalBasis.isEmpty ? words["privacy.basisPublicTask"] : legalBasis)
        case "recipients":
            .text(
                hostedBy.isEmpty
                    ? words["privacy.recipientsNone"] : words("privacy.recipients", ["who": hostedBy])
            )
        case "authority": .text(authority.isEmpty ? words["privacy.authorityUnknown"] : authority)
        case "keepDevice": .text(words("privacy.keepDevice", ["days": "\(cookieDays)"]))
        case "keepNames": .text(words("privacy.keepNames", count: namesMonths))
        default: frame.answer(name, words)
        }
    }
}
