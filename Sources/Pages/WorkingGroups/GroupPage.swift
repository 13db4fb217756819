/// The group of a topic: how many go on and from where for everybody, names and contacts for those in it as far as each
/// agreed, and one's own consent.
public struct GroupPage: Page {
    public static let template = "groups/group"

    public var frame: PhoneFrame
    public let topic: String
    public var title: String
    /// What became of the topic, when it is not open any more.
    public var notPlaced: String?
    public var count: Int
    public var towns: [String]
    /// Who holds it together, when the reader may see names.
    public var conveners: [String] = []
    public var isConvener = false
    /// Somebody may take it over, because everybody who held it together is gone.
    public var mayTakeOver = false
    /// The reader hosts the topic and gave the group away.
    public var mayTakeBack = false
    public var own: OwnConsent?
    /// Nil: the reader is not asked just now.
    public var fields: ConsentFields?
    public var refused: String?
    /// For those in the group and who hold it together; nil for everybody else.
    public var members: [GroupMember]?
    public var said: Said?
    /// Has no seat: the way to one.
    public var isStranger = false
    public var act: String

    /// What the last act did.
    public enum Said: String, Sendable, CaseIterable {
        case saved, revoked, left, handed
    }

    public init(
        _ frame: PhoneFrame, topic: String, title: String, count: Int, towns: [String] = [], act: String
    ) {
        self.frame = frame
        self.topic = topic
        self.title = title
        self.count = count
        self.towns = towns
        self.act = act
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            words.title(
                "\(words["group.title"]): \(title) \u{B7} \(frame.name)",
                isRefused: refused != nil || fields?.isRefused == true)
        case "title": .text(title)
        case "topicAddress": .text(Route.proposal(frame.gathering, topic).path)
        case "notPlaced": .maybe(notPlaced)
        case "countText": .text(words("group.count", count: count))
        case "townsText": .maybe(towns.isEmpty ? nil : words("group.towns", ["towns": words.list(towns)]))
        case "said": .maybe(said.map { text(of: $0, words) })
        case "rejoin":
            .maybe(
                said == .left
                    ? Act(words["group.rejoin"], .groupMembership(frame.gathering, topic), id: act + "-u")
                    : nil)
        case "own": .maybe(own.map { OwnConsentPart(own: $0, page: self) })
        case "fields": .maybe(fields)
        case "refused": .maybe(refused)
        case "act": .text(act)
        case "joinAddress": .text(Route.groupMembership(frame.gathering, topic).path)
        case "joinLabel": .text(own == nil ? words["group.goOn"] : words["group.save"])
        case "isStranger": .flag(isStranger)
        case "joiningAddress": .text(Route.joining(frame.gathering).path)
        case "joinHref":
            .maybe(
                isConvener && own == nil && fields == nil
                    ? Route.group(frame.gathering, topic).path + "?change" : nil)
        default: memberAnswer(name, words) ?? frame.answer(name, words)
        }
    }

    private func memberAnswer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "convenerText": .maybe(convenerText(words))
        case "takeOver":
            .maybe(mayTakeOver ? handOver(words["group.takeOver"], to: own?.id ?? "", "-o") : nil)
        case "takeBack": .maybe(mayTakeBack ? handOver(words["group.takeBack"], to: "", "-b") : nil)
        case "hasList": .flag(members != nil)
        case "isListEmpty": .flag(members?.isEmpty == true)
        case "members": .parts(members ?? [])
        case "mailAll": .maybe(mailAll)
        case "handOvers": .parts(handOvers(words))
        case "mayHandOver": .flag(!handOvers(words).isEmpty)
        default: nil
        }
    }

    private func convenerText(_ words: Phrases) -> String? {
        if isConvener, conveners.count < 2 { return words["group.convenerIsYou"] }
        guard !conveners.isEmpty else { return members == nil ? nil : words["group.convenerNobody"] }
        return words("group.convener", count: conveners.count, ["names": words.list(conveners)])
    }

    private var mailAll: String? {
        let addresses = (members ?? []).filter { !$0.isMe }.compactMap(\.contact).filter { $0.kind == .email }
        return addresses.count > 1 ? GroupContact.mail(to: addresses.map(\.text)) : nil
    }

    private func handOvers(_ words: Phrases) -> [Act] {
        guard isConvener else { return [] }
        return (members ?? []).filter { !$0.isMe }.map {
            handOver(words("group.handOverTo", ["name": $0.label(words)]), to: $0.id, "-\($0.id)")
        }
    }

    private func handOver(_ label: String, to person: String, _ suffix: String) -> Act {
        Act(
            label, .groupConvener(frame.gathering, topic), id: String((act + suffix).suffix(32)),
            hidden: ["person": person])
    }

    private func text(of said: Said, _ words: Phrases) -> String {
        switch said {
        case .saved: words["group.saidSaved"]
        case .revoked: words["group.saidRevoked"]
        case .left: words["group.saidLeft"]
        case .handed: words["group.saidHanded"]
        }
    }
}

/// What the reader agreed to.
public struct OwnConsent: Sendable, Hashable {
    /// The reader's own id in the gathering.
    public let id: String
    public var contact: GroupContact?
    public var audience: String
    /// "21. November 2027"
    public var until: String
    public var mayBeNamed: Bool
    /// Somebody else holds the group together by now; the contact is not shared with them.
    public var newConveners: [String] = []

    public init(
        id: String, contact: GroupContact? = nil, audience: String = "", until: String = "",
        mayBeNamed: Bool = false
    ) {
        self.id = id
        self.contact = contact
        self.audience = audience
        self.until = until
        self.mayBeNamed = mayBeNamed
    }

    func text(_ words: Phrases) -> String {
        guard let contact else { return words["group.ownNone"] }
        let gaps = ["contact": contact.text, "date": until, "audience": Self.name(of: audience, words)]
        return words("group.ownContact", gaps)
    }

    private static func name(of audience: String, _ words: Phrases) -> String {
        switch audience {
        case "group": words["group.forGroup"]
        case "organisers": words["group.forOrganisers"]
        default: words["group.forConvener"]
        }
    }
}

private struct OwnConsentPart: Part {
    let own: OwnConsent
    let page: GroupPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "ownText": .text(own.text(words))
        case "ownNaming": .text(own.mayBeNamed ? words["group.named"] : words["group.notNamed"])
        case "asksAgain":
            .maybe(
                own.newConveners.isEmpty
                    ? nil : words("group.asksAgain", ["names": words.list(own.newConveners)]))
        case "changeHref": .text(Route.group(page.frame.gathering, page.topic).path + "?change")
        case "isChanging": .flag(page.fields != nil)
        case "revoke":
            .maybe(
                own.contact == nil
                    ? nil
                    : Act(
                        words["group.revoke"],
                        .groupContactWithdrawal(page.frame.gathering, page.topic), id: page.act + "-c"))
        case "leave":
            .part(
                Act(
                    words["group.leave"], .groupMembershipWithdrawal(page.frame.gathering, page.topic),
                    id: page.act + "-l"))
        default: nil
        }
    }
}

/// One of the reader's groups, on their own page.
public struct OwnGroup: Part {
    public let gathering: String
    public let topic: String
    public var title: String
    /// Nil for somebody who only holds it together.
    public var own: OwnConsent?
    public var count: Int
    public var act: String

    public init(
        gathering: String, topic: String, title: String, own: OwnConsent?, count: Int, act: String
    ) {
        self.gathering = gathering
        self.topic = topic
        self.title = title
        self.own = own
        self.count = count
        self.act = act
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "groupTitle": .text(title)
        case "groupHref": .text(Route.group(gathering, topic).path)
        case "groupText": .text(own?.text(words) ?? words["group.convenerIsYou"])
        case "groupCount": .text(words("group.count", count: count))
        case "groupChangeHref": .maybe(own == nil ? nil : Route.group(gathering, topic).path + "?change")
        case "groupRevoke":
            .maybe(
                own?.contact == nil
                    ? nil
                    : Act(
                        words["group.revoke"], .groupContactWithdrawal(gathering, topic), id: act))
        default: nil
        }
    }
}
