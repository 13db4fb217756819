/// Who organises a gathering and answers for its data: the legal pages are made of this.
public struct Controller: Part, Equatable {
    public var name: String
    /// Street and town, one line each.
    public var address: [String]
    public var email: String
    public var phone: String
    /// "die Bürgermeisterin", for the imprint.
    public var representedBy: String
    public var privacyOfficer: String
    /// What this organiser adds to the imprint and to the privacy notice, in paragraphs.
    public var imprintText: [String]
    public var privacyText: [String]

    public init(name: String) {
        self.name = name
        address = []
        email = ""
        phone = ""
        representedBy = ""
        privacyOfficer = ""
        imprintText = []
        privacyText = []
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name)
        case "address": .texts(address)
        case "hasAddress": .flag(!address.isEmpty)
        case "email": .maybe(email.isEmpty ? nil : email)
        case "phone": .maybe(phone.isEmpty ? nil : phone)
        case "representedBy":
            .maybe(representedBy.isEmpty ? nil : words("legal.representedBy", ["who": representedBy]))
        case "privacyOfficer": .maybe(privacyOfficer.isEmpty ? nil : privacyOfficer)
        case "imprintText": .texts(imprintText)
        case "privacyText": .texts(privacyText)
        case "hasPrivacyText": .flag(!privacyText.isEmpty)
        case "missing": .maybe(isComplete ? nil : words("legal.incomplete", ["name": self.name]))
        default: nil
        }
    }

    private var isComplete: Bool { !name.isEmpty && !address.isEmpty && !email.isEmpty }
}

/// What surrounds a legal page: whose it is, and the way back.
public struct DocumentFrame: Sendable {
    /// Nil for the instance itself.
    public var gathering: String?
    public var name: String
    public var controllers: [Controller]
    /// Where an organiser fills in what is missing; nil for everybody else.
    public var prepareAddress: String?
    public var funding: [String] = []

    public init(
        gathering: String? = nil,
        name: String = "Tafelrunde",
        controllers: [Controller],
        prepareAddress: String? = nil
    ) {
        self.gathering = gathering
        self.name = name
        self.controllers = controllers
        self.prepareAddress = prepareAddress
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "documentHome": .text(self.name)
        case "homeAddress": .text((gathering.map { Route.gathering($0) } ?? .start).path)
        case "controllers": .parts(controllers)
        case "isEmpty": .flag(controllers.isEmpty)
        case "missingNext": .text(gathering == nil ? words["legal.noneOperator"] : words["legal.noneNext"])
        case "prepareAddress": .maybe(prepareAddress)
        default: SiteFrame(gathering: gathering, funding: funding).answer(name, words)
        }
    }
}
