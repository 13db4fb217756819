public import Domain
internal import Journal

/// A gathering full of people who do not exist, to look at and to try out.
///
/// It is there once for each number of people: a second start finds it as it was left.
public struct DemoGathering: Sendable {
    public static let peopleRange = 0...4_000

    /// Which day is played.
    public enum Day: String, Sendable, CaseIterable {
        /// No agenda: all topics come from the group.
        case iserlohn
        /// Greeting, offers and a keynote, then the barcamp.
        case altena
    }

    let instance: Instance
    let day: Day

    public init(_ instance: Instance, day: Day = .iserlohn) {
        self.instance = instance
        self.day = day
    }

    /// `phase`: how far the day has come. While it is being weighed a visitor weighs along, and a moderator lays out.
    public func callAsFunction(
        people: Int, date: LocalDate, towns: TownDirectory, at phase: Phase = .weighing
    ) async throws -> Gathering.ID {
        let range = Self.peopleRange
        guard range.contains(people) else {
            throw Gathering.Refused.outOfRange(field: "people", from: range.lowerBound, to: range.upperBound)
        }

        let programme = try programme(people: people, date: date, towns: towns)
        let acting = try acting("demo-\(day.rawValue)-\(people)-\(phase.rawValue)")
        let id = try CreateGathering.name(for: acting, instance.secret)
        try await CreateGathering(instance).make(programme.draft, as: id, acting)
        let staging = Staging(instance, id, device: acting.device)
        if try await isDone(staging) {
            try await setDate(date, staging)
            return id
        }

        try await staging.setFrame(items: programme.items, organisers: [programme.organiser])
        let crowd = PretendCrowd(
            people: people, topics: programme.topicCount, slots: programme.draft.slots, from: towns, seed: 187
        )
        try await staging.play(crowd, until: phase)
        try await finish(staging, people: people)
        return id
    }

    /// One that was deleted does not come again: then there is another.
    private func acting(_ name: String) throws -> Acting {
        var number = 1
        while true {
            let act: ActID = instance.secret.identifier(number == 1 ? name : "\(name)-\(number)")
            let acting = Acting(device: Self.device(instance.secret), act: act)
            guard instance.hasForgotten(try CreateGathering.name(for: acting, instance.secret)) else {
                return acting
            }
            number += 1
        }
    }

    private func programme(people: Int, date: LocalDate, towns: TownDirectory) throws -> PretendProgramme {
        switch day {
        case .iserlohn: try .iserlohn(people: people, date: date, host: towns.town(named: "Iserlohn")?.id)
        case .altena: try .altena(date: date, host: towns.town(named: "Altena")?.id)
        }
    }

    /// Nobody holds its cookie: its name is the digest of nothing.
    private static func device(_ secret: ServerSecret) -> Device.ID {
        secret.identifier(secret.digest("demo", purpose: "pretend device"))
    }
}

extension DemoGathering {
    /// The moderator counts the heads, and then goes by who has joined: the second act says that all before is there.
    private func finish(_ staging: Staging, people: Int) async throws {
        try await staging.moderate("heads") { gathering, caller, _ in
            try gathering.countHeads(people, by: caller)
        }
        try await staging.moderate(Self.lastAct) { gathering, caller, _ in
            try gathering.countHeads(nil, by: caller)
        }
    }

    /// An act that wants nothing is answered with what the journal holds under its name.
    private func isDone(_ staging: Staging) async throws -> Bool {
        let acting = staging.acting(Self.lastAct)
        return try await ChangeGathering(instance)(staging.id, acting) { _, _, _ in [] }.isRepeated
    }

    private static let lastAct = "staged"

    /// A demo of yesterday is a demo of today.
    private func setDate(_ date: LocalDate, _ staging: Staging) async throws {
        try await staging.moderate("date-\(date)") { gathering, caller, _ in
            guard var facts = gathering.programme.facts, gathering.day.phase != .ended else { return [] }
            facts.date = date
            return try gathering.changeFacts(facts, by: caller)
        }
    }
}
