/// What somebody who goes on may agree to, as it was typed.
public struct ConsentFields: Part {
    public var kind: String
    public var contact: String
    public var audience: String
    /// As date fields send it.
    public var until: String
    public var mayBeNamed: Bool
    public var contactRefused: String?
    public var untilRefused: String?
    /// Who holds the group together: "Bernd, Balve".
    public var conveners: [String]

    static let contactLengthMax = 120

    public init(
        kind: String = "email", contact: String = "", audience: String = "convener", until: String,
        mayBeNamed: Bool = false, conveners: [String] = []
    ) {
        self.kind = kind
        self.contact = contact
        self.audience = audience
        self.until = until
        self.mayBeNamed = mayBeNamed
        self.conveners = conveners
    }

    /// What of the address book belongs there, as far as the kind is known.
    private var purpose: Field.Purpose? {
        switch kind {
        case "email": .email
        case "phone": .phone
        default: nil
        }
    }

    var isRefused: Bool { contactRefused != nil || untilRefused != nil }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "kinds":
            .part(
                ChoiceGroup(
                    words["group.kind"],
                    choices: [
                        ("email", words["group.email"]), ("phone", words["group.phone"]),
                        ("other", words["group.other"]),
                    ].map {
                        Choice("kind", value: $0.0, label: $0.1, isChosen: $0.0 == kind, isSingle: true)
                    }))
        case "contactField":
            .part(
                Field(
                    "contact", label: words["group.contact"], value: contact,
                    hint: words["group.contactHint"], error: contactRefused,
                    lengthMax: Self.contactLengthMax, purpose: purpose))
        case "problems": .maybe(Problems(of: self, ["contactField", "untilField"], words))
        case "audiences": .part(audiences(words))
        case "untilField":
            .part(
                Field(
                    "until", label: words["group.until"], value: until, hint: words["group.untilHint"],
                    error: untilRefused, kind: .date))
        case "naming":
            .part(
                Choice(
                    "named", value: "1", label: words["group.mayBeNamed"],
                    detail: words["group.mayBeNamedText"], isChosen: mayBeNamed))
        default: nil
        }
    }

    private func audiences(_ words: Phrases) -> ChoiceGroup {
        let choice = { (value: String, label: String, detail: String?) in
            Choice(
                "audience", value: value, label: label, detail: detail, isChosen: value == audience,
                isSingle: true)
        }
        return ChoiceGroup(
            words["group.audience"],
            choices: [
                choice(
                    "convener", words["group.audienceConvener"],
                    conveners.isEmpty ? nil : words("group.now", ["names": words.list(conveners)])),
                choice("group", words["group.audienceGroup"], nil),
                choice("organisers", words["group.audienceOrganisers"], nil),
            ])
    }
}
