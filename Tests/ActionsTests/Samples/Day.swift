import Actions
import Domain
import Journal
import TestSupport

/// A barcamp in memory: who organises it, who sits in it, and what they offer.
struct Day: Sendable {
    static let organiser: Device.ID = "organiser"

    let instance: Instance
    let clock: SampleClock
    let id: Gathering.ID

    static func begin(_ draft: Gathering.Draft? = nil, in store: Stores.Store? = nil) async throws -> Day {
        let clock = SampleClock()
        let instance = try await Instance.sample(clock: clock, lasting: store)
        let id = try await instance.sampleGathering(draft, by: organiser)
        return Day(instance: instance, clock: clock, id: id)
    }

    /// Somebody with a phone takes a seat.
    @discardableResult
    func join(_ device: Device.ID, name: String? = nil) async throws -> Participant.ID {
        let profile = Profile(firstName: try name.map { try FirstName($0) })
        return try await JoinGathering(instance)(profile, in: id, .sample(device, "join-\(device)"))
    }

    @discardableResult
    func propose(_ title: String, by device: Device.ID, until: MinuteOfDay? = nil, slotCount: Int = 1)
        async throws -> Proposal.ID
    {
        let content = Proposal.Content(title: try Title(title), until: until, slotCount: slotCount)
        let number = try await gathering().topics.all.count + 1
        try await ChangeGathering(instance)(id, .sample(device, "propose-\(number)")) {
            gathering, caller, _ in
            try gathering.propose(content, by: caller)
        }
        return Proposal.ID(number: number)
    }

    func enter(_ phase: Phase) async throws {
        try await EnterPhase(instance)(phase, in: id, .sample(Self.organiser, "enter-\(phase.rawValue)"))
    }

    /// `wasTold`: the device knows that the window is closed.
    @discardableResult
    func wish(
        _ proposal: Proposal.ID, by device: Device.ID, weight: Int? = 1, act: ActID? = nil,
        wasTold: Bool = false
    ) async throws -> Kept<Interest> {
        let acting = Acting.sample(device, act ?? "wish-\(proposal)-\(weight ?? 0)")
        return try await Wish(instance)(proposal, weight: weight, in: id, acting) { _, _ in wasTold }
    }

    func change(
        _ act: ActID, verb: @escaping @Sendable (Gathering, Caller) throws -> [Gathering.Change]
    ) async throws {
        try await ChangeGathering(instance)(id, .sample(Self.organiser, act)) { gathering, caller, _ in
            try verb(gathering, caller)
        }
    }

    func gathering() async throws -> Gathering { try await instance.gatherings.read(id) { $0 } }

    func interest() async throws -> Interest { try await instance.interests.read(id) { $0 } }
}
