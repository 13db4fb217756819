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

    /// `now`: the demo is of today, and its first session is yet to begin, as far as the day is long enough.
    /// `phase`: how far the day has come. While it is being weighed a visitor weighs along, and a moderator lays out.
    /// `showsBoard`: a first version of the board is published although it is still being weighed.
    public func callAsFunction(
        people: Int, now: Now, towns: TownDirectory, at phase: Phase = .weighing, showsBoard: Bool = false
    ) async throws -> Gathering.ID {
        let range = Self.peopleRange
        guard range.contains(people) else {
            throw Gathering.Refused.outOfRange(field: "people", from: range.lowerBound, to: range.upperBound)
        }

        let usual = try programme(people: people, date: now.date, towns: towns)
        let programme = usual.beginning(after: now.time)
        let acting = try acting("demo-\(day.rawValue)-\(people)-\(phase.rawValue)")
        let id = try CreateGathering.name(for: acting, instance.secret)
        try await CreateGathering(instance).make(programme.draft, as: id, acting)
        let staging = Staging(instance, id, device: acting.device)
        if try await isDone(staging) {
            try await renew(at: now, usual: usual.start, staging)
            return id
        }

        try await staging.setFrame(items: programme.items, organisers: [programme.organiser])
        let crowd = PretendCrowd(
            people: people, topics: programme.topicCount, slots: programme.draft.slots, from: towns, seed: 187
        )
        try await staging.play(crowd, until: phase)
        if showsBoard { try await staging.publish() }
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

    /// A demo of yesterday, or of this morning, is a demo of now. What a visitor changed stays.
    private func renew(at now: Now, usual: MinuteOfDay?, _ staging: Staging) async throws {
        try await staging.moderate("now-\(now.date)-\(now.time)") { gathering, caller, _ in
            let programme = gathering.programme
            guard var facts = programme.facts, gathering.day.phase != .ended else { return [] }
            let isOver = programme.slots.last.map { $0.end <= now.time } ?? false
            guard facts.date != now.date || isOver else { return [] }
            facts.date = now.date
            let minutes = PretendProgramme.minutes(
                toBeginAfter: now.time, usual: usual, slots: programme.slots, items: programme.items)
            return try gathering.changeFacts(facts, by: caller) + gathering.moved(by: minutes)
        }
    }
}

extension Gathering {
    /// The whole day some minutes later or earlier, hosts' limits included: sessions stay where they lie.
    fileprivate func moved(by minutes: Int) -> [Change] {
        guard minutes != 0 else { return [] }
        let slots = programme.slots.map { slot in
            Change.programme(
                change: .slotSet(
                    slot: Slot(
                        id: slot.id, start: slot.start.adding(minutes), lengthMinutes: slot.lengthMinutes)))
        }
        let items = programme.items.map { item in
            var item = item
            item.start = item.start.adding(minutes)
            return Change.programme(change: .itemSet(item: item))
        }
        let limits = topics.open.filter { $0.content.from != nil || $0.content.until != nil }.map { topic in
            var content = topic.content
            content.from = content.from?.adding(minutes)
            content.until = content.until?.adding(minutes)
            return Change.topics(change: .edited(id: topic.id, content: content))
        }
        return slots + items + limits
    }
}
