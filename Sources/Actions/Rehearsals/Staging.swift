internal import Domain
internal import Journal

/// Lets a pretend crowd play a gathering up to a phase, through the same actions that real people use.
///
/// Every act has a name of its own that comes from the gathering: staged again after a fault, nothing happens twice.
struct Staging: Sendable {
    let instance: Instance
    let id: Gathering.ID
    /// Organises the gathering; moderates it here.
    let device: Device.ID
    /// Makes the acts of one gathering others than those of the next.
    let mark: String

    init(_ instance: Instance, _ id: Gathering.ID, device: Device.ID) {
        self.instance = instance
        self.id = id
        self.device = device
        mark = String(instance.secret.digest("\(id)", purpose: "staging").prefix(8))
    }

    /// Fixed items and who is responsible, in one act as after copying a gathering.
    func setFrame(items: [ProgrammeItem], organisers: [Organiser]) async throws {
        try await moderate("frame") { gathering, caller, now in
            var framed = gathering
            var all: [Gathering.Change] = []
            func take(_ changes: [Gathering.Change]) {
                for change in changes { framed.apply(change, at: now.instant) }
                all += changes
            }
            for organiser in organisers { take(try framed.setOrganiser(organiser, by: caller)) }
            for item in items { take(try framed.setItem(item, by: caller)) }
            return all
        }
    }

    /// Plays the day. What a phase needs of the phases before has happened when it begins.
    func play(_ crowd: PretendCrowd, until phase: Phase) async throws {
        guard phase > .preparing else { return }
        try await enter(.arriving)
        let seated = try await seat(crowd.people)
        guard phase > .arriving else { return }
        try await enter(.greeting)
        guard phase > .greeting else { return }

        try await enter(.pitching)
        let offered = try await offer(crowd.offers, by: seated)
        try await pitch(phase == .pitching ? Array(offered.prefix(offered.count / 3)) : offered)
        guard phase > .pitching else { return }
        try await merge(crowd.offers, offered)

        try await enter(.weighing)
        // While it is being weighed some have not begun yet.
        let voters = phase == .weighing ? earlyVoterCount(of: crowd) : crowd.people.count
        try await wish(wanted(crowd, offered, first: voters))
        try await countHands(crowd, offered)
        guard phase > .weighing else { return }

        try await enter(.planning)
        guard phase > .planning else { return }
        try await publish()
        try await enter(.running)
        try await choose(wanted(crowd, offered, first: crowd.people.count))
        guard phase > .running else { return }
        try await enter(.closing)
        try await answer(crowd.people.indices.filter { crowd.people[$0].hasPhone })
    }

    private func enter(_ phase: Phase) async throws {
        try await EnterPhase(instance)(phase, in: id, acting("enter-\(phase.rawValue)"))
    }

    func publish() async throws {
        _ = try await LayBoard(instance, effort: PlanningEffort(starts: 1, moves: 60_000))(
            in: id, acting("lay"))
        try await moderate("publish") { gathering, caller, _ in
            gathering.board.draft.placements.isEmpty
                ? [] : try gathering.publish(revision: gathering.board.revision, by: caller)
        }
    }

    func moderate(
        _ act: String, verb: @escaping @Sendable (Gathering, Caller, Now) throws -> [Gathering.Change]
    ) async throws {
        try await ChangeGathering(instance)(id, acting(act), verb: verb)
    }

    /// The moderator's act of that name.
    func acting(_ name: String) -> Acting { Acting(device: device, act: act(name)) }

    /// A pretend person's act of that name.
    func acting(_ person: Int, _ name: String) -> Acting {
        Acting(device: phone(of: person), act: act("\(name)-\(person)"))
    }

    private func act(_ name: String) -> ActID { instance.secret.identifier("\(mark)-\(name)") }

    /// The phone of somebody who does not exist. No cookie leads to it.
    func phone(of person: Int) -> Device.ID {
        instance.secret.identifier(instance.secret.digest("\(id)/\(person)", purpose: "pretend device"))
    }
}

extension Staging {
    /// Who sits where: their ids come from their devices and acts.
    func seats(of people: [PretendPerson]) -> [Participant.ID] {
        let seating = Seating(instance)
        return people.indices.map {
            seating.person(in: id, seat($0, people[$0]), hasPhone: people[$0].hasPhone)
        }
    }

    private func seat(_ place: Int, _ person: PretendPerson) -> Acting {
        person.hasPhone ? acting(place, "join") : acting("add-\(place)")
    }

    /// All keys are made beforehand with one sync.
    ///
    /// Small gatherings arrive one by one, large ones in waves: the order is the order in which they are seen.
    func seat(_ people: [PretendPerson]) async throws -> [Participant.ID] {
        let ids = seats(of: people)
        let names = ids.map { KeyName(gathering: id, purpose: .person($0)) }
        try await instance.keys(of: id).makeKeys(names)

        let wave = max(1, people.count / 40)
        for start in stride(from: 0, to: people.count, by: wave) {
            try await forAll(start..<min(start + wave, people.count)) { index in
                let profile = people[index].profile
                if people[index].hasPhone {
                    _ = try await JoinGathering(instance)(profile, in: id, seat(index, people[index]))
                } else {
                    _ = try await AddParticipant(instance)(profile, in: id, seat(index, people[index]))
                }
            }
        }
        return ids
    }

    /// One after another, so that numbers follow the order.
    func offer(
        _ offers: [PretendCrowd.Offer], by people: [Participant.ID]
    ) async throws -> [Proposal.ID] {
        var offered: [Proposal.ID] = []
        for (index, offer) in offers.enumerated() {
            guard let host = offer.hosts.first else { continue }
            let content = try offer.topic.content(until: offer.until)
            let coHosts = offer.hosts.dropFirst().map { people[$0] }
            let kept = try await ChangeGathering(instance)(id, acting(host, "offer-\(index)")) {
                gathering, caller, _ in
                try gathering.propose(content, coHosts: coHosts, by: caller)
            }
            for case .topics(.proposed(let number, _, _, _, _)) in kept.changes { offered.append(number) }
        }
        return offered
    }

    private func pitch(_ offered: [Proposal.ID]) async throws {
        for (index, proposal) in offered.enumerated() {
            try await moderate("pitch-\(index)") {
                try $0.beginPitch(proposal, after: $0.topics.pitch?.proposal, at: $2, by: $1)
            }
        }
        guard let last = offered.last else { return }
        try await moderate("pitch-end-\(offered.count)") { gathering, caller, _ in
            try gathering.endPitch(of: last, by: caller)
        }
    }

    private func merge(_ offers: [PretendCrowd.Offer], _ offered: [Proposal.ID]) async throws {
        for (index, offer) in offers.enumerated() {
            guard let other = offer.like else { continue }
            try await moderate("merge-\(index)") { gathering, caller, _ in
                try gathering.merge(offered[index], into: offered[other], by: caller)
            }
        }
    }

    /// While wishes are taken not everybody has begun.
    func earlyVoterCount(of crowd: PretendCrowd) -> Int { crowd.people.count * 17 / 20 }

    /// What those with a phone want, by their place in the crowd.
    private func wanted(
        _ crowd: PretendCrowd, _ topics: [Proposal.ID], first count: Int
    ) -> [Int: [Proposal.ID]] {
        let people = crowd.people.indices.filter { crowd.people[$0].hasPhone && $0 < count }
        return Dictionary(uniqueKeysWithValues: people.map { ($0, crowd.wanted(by: $0, of: topics)) })
    }

    /// Everybody one wish after another, all at once: so they share the journal's syncs.
    func wish(_ wanted: [Int: [Proposal.ID]]) async throws {
        try await forAll(wanted.keys.sorted()) { person in
            for topic in wanted[person] ?? [] {
                try await Wish(instance)(topic, weight: 1, in: id, acting(person, "wish-\(topic)")) { _, _ in
                    false
                }
            }
        }
    }

    /// For topics that were merged into another the moderator asks only once.
    private func countHands(_ crowd: PretendCrowd, _ offered: [Proposal.ID]) async throws {
        for (index, hands) in crowd.hands.enumerated() where hands > 0 && crowd.offers[index].like == nil {
            try await moderate("hands-\(index)") { gathering, caller, _ in
                try gathering.countHands(hands, for: offered[index], by: caller)
            }
        }
    }

    /// Of what runs at the same time people go to their own topic, else to what they wanted most.
    func choose(_ wanted: [Int: [Proposal.ID]]) async throws {
        let gathering = try await instance.gatherings.read(id) { $0 }
        let sessions = (gathering.board.current?.layout.placements ?? [:]).filter {
            gathering.absence(of: $0.key) == nil
        }
        let hosted = sessions.keys.sorted().map { ($0, gathering.topics[$0]?.hosts ?? []) }
        try await forAll(wanted.keys.sorted()) { person in
            let own = try await instance.caller(phone(of: person), in: id).participant
            let hosts = hosted.filter { $0.1.contains { $0 == own } }.map(\.0)
            var taken: Set<Slot.ID> = []
            for session in hosts + (wanted[person] ?? []).map(gathering.topics.target) {
                guard let slot = sessions[session]?.place.slot, taken.insert(slot).inserted else { continue }
                try await GoThere(instance)(session, goes: true, in: id, acting(person, "go-\(session)"))
            }
        }
    }

    /// All at once; the first fault ends it.
    private func forAll(
        _ places: some Sequence<Int>, _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in places { group.addTask { try await work(place) } }
            try await group.waitForAll()
        }
    }
}
