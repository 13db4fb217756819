/// Who is responsible for a gathering. With several, each is a controller with an imprint and a privacy text of its own.
public struct Organiser: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Organiser>

    public let id: ID
    public var name: OrganiserName
    public var part: Part
    /// Address, representative, contact: what § 5 DDG asks for.
    public var imprint: ImprintText
    public var privacy: PrivacyText
    /// Where people write to, about accessibility and about their data.
    public var email: EmailText

    public init(
        id: ID, name: OrganiserName, part: Part, imprint: ImprintText, privacy: PrivacyText, email: EmailText
    ) {
        self.id = id
        self.name = name
        self.part = part
        self.imprint = imprint
        self.privacy = privacy
        self.email = email
    }

    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        case organiser, coOrganiser, cooperation, host
    }
}

public enum OrganiserNameKind: TextKind {
    public static let field = "name"
    public static let lengthMax = 120
}

public enum ImprintKind: TextKind {
    public static let field = "imprint"
    public static let lengthMax = 4_000
    public static let mayBeEmpty = true
    public static let hasLines = true
}

public enum PrivacyKind: TextKind {
    public static let field = "privacy"
    public static let lengthMax = 20_000
    public static let mayBeEmpty = true
    public static let hasLines = true
}

public enum EmailKind: TextKind {
    public static let field = "email"
    public static let lengthMax = 120
    public static let mayBeEmpty = true
}

public typealias OrganiserName = Text<OrganiserNameKind>
public typealias ImprintText = Text<ImprintKind>
public typealias PrivacyText = Text<PrivacyKind>
public typealias EmailText = Text<EmailKind>

extension EmailText {
    /// Whether mail could go there, or none was told. More than that only a mail can find out.
    var isAddress: Bool {
        guard !text.isEmpty else { return true }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let host = parts.last else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return !text.contains(" ") && !parts[0].isEmpty && labels.count > 1
            && labels.allSatisfy { !$0.isEmpty }
    }
}
