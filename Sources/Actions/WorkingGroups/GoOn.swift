public import Domain
internal import Journal

/// Joins the group of a topic, or changes what is shared with it.
public struct GoOn: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// What somebody agreed to, readable still.
    public struct Agreed: Sendable, Hashable {
        /// Nil: joins without one.
        public var sharing: Sharing?
        public var mayBeNamed: Bool

        public init(_ sharing: Sharing? = nil, mayBeNamed: Bool = false) {
            self.sharing = sharing
            self.mayBeNamed = mayBeNamed
        }
    }

    public struct Sharing: Sendable, Hashable {
        public var contact: Contact
        public var audience: SharedContact.Audience
        public var until: LocalDate

        public init(_ contact: Contact, with audience: SharedContact.Audience, until: LocalDate) {
            self.contact = contact
            self.audience = audience
            self.until = until
        }
    }

    public func callAsFunction(
        _ topic: Proposal.ID, _ agreed: Agreed, in id: Gathering.ID, _ acting: Acting
    ) async throws {
        // Before a key is made: who is refused leaves none behind.
        let asked = try await ChangeGroups(instance).asked(in: id, acting)
        let own = try await instance.groups.read(id) {
            try $0.mustGoOn(topic, in: asked.gathering, by: asked.caller)
        }
        if let sharing = agreed.sharing {
            try WorkingGroups.mustBeShareable(until: sharing.until, in: asked.gathering, on: asked.today)
        }
        let consent = Consent(
            contact: try await shared(agreed.sharing, own, topic, asked.gathering),
            mayBeNamed: agreed.mayBeNamed)
        try await ChangeGroups(instance)(in: id, acting) {
            try $0.join(topic, with: consent, in: $1.gathering, on: $1.today, by: $1.caller)
        }
    }

    /// The same contact again stays sealed as it is: a seal is new each time, and would be an entry that says nothing.
    private func shared(
        _ sharing: Sharing?, _ own: Participant.ID, _ topic: Proposal.ID, _ gathering: Gathering
    ) async throws -> SharedContact? {
        guard let sharing else { return nil }
        let keys = instance.keys(of: gathering.id)
        let known = try await instance.groups.read(gathering.id) {
            $0.group(of: topic, in: gathering).members.first { $0.id == own }?.consents.compactMap(\.contact)
        }
        if let same = known?.first(where: { keys.open($0.sealed) == sharing.contact }) {
            return SharedContact(sealed: same.sealed, audience: sharing.audience, until: sharing.until)
        }
        var chance = instance.chance
        let key = KeyName(gathering: gathering.id, purpose: .contact(.random(using: &chance)))
        try await keys.makeKey(key)
        return SharedContact(
            sealed: try keys.seal(sharing.contact, under: key), audience: sharing.audience,
            until: sharing.until)
    }
}
