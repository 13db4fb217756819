internal import Actions
internal import Domain
internal import Journal
internal import Pages

/// The working groups of a gathering as one reader sees them.
struct GroupScene: Sendable {
    let scene: Scene
    let groups: WorkingGroups
    let towns: TownDirectory
    /// Opens a contact; only whoever renders the page for somebody who may see it asks for that.
    let open: @Sendable (Personal<Contact>) -> Contact?

    private var words: Phrases { scene.words }
    private var gathering: Gathering { scene.gathering }
    private var caller: Caller { scene.caller }

    func group(of topic: Proposal.ID) -> WorkingGroup { groups.group(of: topic, in: gathering) }

    /// On the pages of a topic; nil where nobody goes on and nobody can.
    ///
    /// `isChatham`: the record that it stands beside tells nothing of where people come from.
    func line(of topic: Proposal.ID, isChatham: Bool = false) -> GroupLine? {
        let group = group(of: topic)
        let isOpen = gathering.topics[group.topic]?.isOpen == true
        guard isOpen || !group.members.isEmpty else { return nil }
        return GroupLine(
            gathering: scene.id, topic: group.topic.text, count: group.members.count,
            towns: townNames(of: group, isChatham: isChatham),
            isMine: group.has(caller.participant)
                || group.isConvener(caller.participant) && !group.members.isEmpty,
            isOpen: isOpen && caller.may(.goOn) || isOpen && !scene.isInside)
    }

    /// "Balve", "Hemer (2)"
    private func townNames(of group: WorkingGroup, isChatham: Bool = false) -> [String] {
        let summary = GroupSummary(
            group, in: gathering, isChatham: isChatham, profile: scene.labels.profile)
        return summary.towns.compactMap { counted in
            guard let name = towns[counted.town]?.shortName else { return nil }
            return counted.count == 1 ? name : "\(name)\u{A0}(\(counted.count))"
        }
    }

    func page(of topic: Proposal.ID, act: String) -> GroupPage {
        let group = group(of: topic)
        var page = GroupPage(
            scene.frame(.beside), topic: group.topic.text, title: scene.title(of: group.topic),
            count: group.members.count, towns: townNames(of: group), act: act)
        let proposal = gathering.topics[group.topic]
        if let proposal, !proposal.isOpen { page.notPlaced = scene.notPlaced(proposal) }
        let own = caller.participant
        let isInside = group.has(own) || group.isConvener(own)
        page.isStranger = own == nil && caller.roles == [.anyone]
        page.isConvener = group.isConvener(own)
        let namesConveners = scene.labels.showsNames && proposal.map(scene.namesHosts) ?? true
        page.conveners = namesConveners ? convenerNames(of: group) : []
        page.mayTakeOver = group.conveners.isEmpty && group.has(own)
        page.mayTakeBack =
            own.map { own in
                !group.isConvener(own) && groups.conveners[group.topic] != nil
                    && proposal?.hosts.contains(own) == true
            } ?? false
        page.own = group.members.first { $0.id == own }.map { consent(of: $0, in: group) }
        if isInside { page.members = group.members.map { member($0, in: group) } }
        return page
    }

    /// What the form begins with: what was agreed to, or nothing but a day.
    func fields(of topic: Proposal.ID) -> ConsentFields {
        let group = group(of: topic)
        let until = SharedContact.untilDefault(after: scene.facts.date, on: scene.now.date)
        var fields = ConsentFields(until: "\(until)", conveners: convenerNames(of: group))
        guard let member = group.members.first(where: { $0.id == caller.participant }) else { return fields }
        fields.mayBeNamed = member.mayBeNamed
        guard let shared = shared(by: member, in: group) else { return fields }
        fields.kind = shared.contact.kind.rawValue
        fields.contact = shared.contact.text
        fields.audience = shared.terms.audience.rawValue
        fields.until = "\(shared.terms.until)"
        return fields
    }

    func mayJoin(_ topic: Proposal.ID) -> Bool {
        (try? groups.mustGoOn(topic, in: gathering, by: caller)) != nil
    }

    func ownGroups(act: String) -> [OwnGroup] {
        guard let own = caller.participant else { return [] }
        return groups.groups(of: own, in: gathering).map { group in
            OwnGroup(
                gathering: scene.id, topic: group.topic.text, title: scene.title(of: group.topic),
                own: group.members.first { $0.id == own }.map { consent(of: $0, in: group) },
                count: group.members.count, act: "\(act)-\(group.topic)")
        }
    }

    func consoleGroups() -> [ConsoleGroup] {
        groups.all(in: gathering).map { group in
            var line = ConsoleGroup(
                topic: group.topic.text, title: scene.title(of: group.topic), count: group.members.count,
                towns: townNames(of: group), conveners: convenerNames(of: group))
            if let proposal = gathering.topics[group.topic], !proposal.isOpen {
                line.notPlaced = scene.notPlaced(proposal)
            }
            line.members = group.members.map { member($0, in: group) }.filter { $0.contact != nil }
            return line
        }
    }

    private func convenerNames(of group: WorkingGroup) -> [String] {
        group.conveners.map(scene.labels.label).map { $0.isEmpty ? words["record.somebody"] : $0 }
    }

    private func member(_ member: WorkingGroup.Member, in group: WorkingGroup) -> GroupMember {
        let profile = scene.labels.profile(of: member.id)
        return GroupMember(
            id: member.id.text, name: profile?.firstName?.text,
            town: profile.flatMap(scene.labels.organisation), contact: shared(by: member, in: group)?.contact,
            isMe: member.id == caller.participant)
    }

    private func consent(of member: WorkingGroup.Member, in group: WorkingGroup) -> OwnConsent {
        let shared = shared(by: member, in: group)
        var consent = OwnConsent(
            id: member.id.text, contact: shared?.contact, audience: shared?.terms.audience.rawValue ?? "",
            until: shared.map { words.date($0.terms.until) } ?? "", mayBeNamed: member.mayBeNamed)
        if group.wasHandedOver(after: member, on: scene.now.date) {
            consent.newConveners = convenerNames(of: group)
        }
        return consent
    }

    /// What the reader may see of it, opened.
    private func shared(
        by member: WorkingGroup.Member, in group: WorkingGroup
    ) -> (contact: GroupContact, terms: SharedContact)? {
        guard let terms = group.contact(of: member, for: caller, on: scene.now.date),
            let contact = open(terms.sealed), let kind = GroupContact.Kind(rawValue: contact.kind.rawValue)
        else { return nil }
        return (GroupContact(kind, contact.text.text), terms)
    }
}

extension Scenes {
    func groups(in scene: Scene) async throws -> GroupScene {
        let id = scene.gathering.id
        let keys = instance.keys(of: id)
        let groups = try await instance.groups.read(id) { $0 }
        return GroupScene(scene: scene, groups: groups, towns: towns) { keys.open($0) }
    }
}
