/// What somebody who goes on agreed to: to share a contact, and to be named.
public struct Consent: Sendable, Hashable, Codable {
    public var contact: SharedContact?
    /// In what becomes public of the gathering, by first name and town; without it only the town counts.
    public var mayBeNamed: Bool

    public init(contact: SharedContact? = nil, mayBeNamed: Bool = false) {
        self.contact = contact
        self.mayBeNamed = mayBeNamed
    }
}

/// A contact with whom it is shared, and until when.
public struct SharedContact: Sendable, Hashable, Codable {
    /// Sealed with a key of its own, so that taking it back destroys it and nothing else.
    public let sealed: Personal<Contact>
    public let audience: Audience
    /// The last day on which anybody sees it.
    public let until: LocalDate
    /// Who held the group together when it was shared: who does so later was not agreed to.
    public internal(set) var seenBy: [Participant.ID] = []

    public init(sealed: Personal<Contact>, audience: Audience, until: LocalDate) {
        self.sealed = sealed
        self.audience = audience
        self.until = until
    }

    /// Each with everybody before it.
    public enum Audience: String, Sendable, Hashable, Codable, CaseIterable {
        case convener, group, organisers
    }

    /// How many months after the gathering a contact is shared when nobody says otherwise, and at most.
    public static let monthsDefault = 12
    public static let monthsMax = 24

    /// Until when a contact may be shared that is given today.
    public static func days(after gathering: LocalDate, on today: LocalDate) -> ClosedRange<LocalDate> {
        today...max(today, gathering.adding(months: monthsMax))
    }

    /// What the form begins with.
    public static func untilDefault(after gathering: LocalDate, on today: LocalDate) -> LocalDate {
        let days = days(after: gathering, on: today)
        return min(max(gathering.adding(months: monthsDefault), days.lowerBound), days.upperBound)
    }
}

/// How somebody can be reached.
public struct Contact: Sendable, Hashable, Codable {
    public let kind: Kind
    public let text: ContactText

    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case email, phone, other
    }

    public init(_ kind: Kind, _ text: ContactText) throws(Gathering.Refused) {
        switch kind {
        case .email: guard Self.isEmail(text.text) else { throw .noEmail }
        case .phone: guard Self.isPhone(text.text) else { throw .noPhoneNumber }
        case .other: break
        }
        self.kind = kind
        self.text = text
    }

    private static func isEmail(_ text: String) -> Bool {
        (try? EmailText(text))?.isAddress == true
    }

    /// Whether it could be dialled; more than that only a call can find out.
    private static func isPhone(_ text: String) -> Bool {
        let digits = text.count { ("0"..."9").contains($0) }
        return (5...20).contains(digits)
            && text.allSatisfy { ("0"..."9").contains($0) || "+()-/. ".contains($0) }
    }

    public typealias ID = Identifier<Contact>
}

public enum ContactKind: TextKind {
    public static let field = "contact"
    public static let lengthMax = 120
}

public typealias ContactText = Text<ContactKind>
