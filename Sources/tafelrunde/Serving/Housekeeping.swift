import Actions
import Domain
import Foundation
import Journal
import Logging

/// Does what nobody asks for: destroys keys that a crash or a refusal left over, cuts voices and closes the feedback a day
/// after the end, and forgets names half a year after it. What was deleted as a whole stays off the list.
struct Housekeeping: Sendable {
    static let intervalSeconds = 300
    /// The first visitors after a start come first.
    static let delaySeconds = 5

    let instance: Instance
    let logger: Logger
    private let strays = Strays()

    init(instance: Instance, logger: Logger) {
        self.instance = instance
        self.logger = logger
    }

    /// Soon after the start, then every few minutes, until its task ends.
    func run() async {
        try? await Task.sleep(for: .seconds(Self.delaySeconds))
        while !Task.isCancelled {
            await round()
            try? await Task.sleep(for: .seconds(Self.intervalSeconds))
        }
    }

    /// Looks at every gathering once; a fault at one does not keep it from the others.
    func round() async {
        try? await ForgetGathering(instance).takeOffTheList()
        try? await CloseFeedback(instance).destroyForgotten()
        let gatherings = (try? await instance.listed()) ?? []
        await strays.forget(allBut: gatherings)
        for gathering in gatherings where !Task.isCancelled {
            do {
                try await keepHouse(of: gathering)
            } catch {
                logger.error(
                    "Housekeeping failed.", metadata: ["gathering": "\(gathering)", "fault": "\(error)"])
            }
        }
    }

    private func keepHouse(of gathering: Gathering.ID) async throws {
        let keys = instance.keys(of: gathering)
        let gone = try await instance.gatherings.read(gathering) { gathering in
            gathering.attendees.all.values.filter { !$0.isHere }.map(\.id)
        }
        let left = gone.map { KeyName(gathering: gathering, purpose: .person($0)) }.filter { keys.holds($0) }
        if !left.isEmpty {
            try await keys.destroy(left)
            logger.notice(
                "Keys of people who have left were destroyed.",
                metadata: ["gathering": "\(gathering)", "count": "\(left.count)"])
        }
        try await RemoveVoices(instance)(in: gathering)
        try await RemoveMarks(instance)(in: gathering)
        let strays = try await strays.old(in: gathering, instance)
        if !strays.isEmpty {
            try await keys.destroy(strays)
            logger.notice(
                "Keys of nobody were destroyed.",
                metadata: ["gathering": "\(gathering)", "count": "\(strays.count)"])
        }
        let expired = try await ExpireContacts(instance)(in: gathering)
        if expired > 0 {
            logger.notice(
                "Contacts whose last day is over were destroyed.",
                metadata: ["gathering": "\(gathering)", "count": "\(expired)"])
        }
        let forgotten = try await ForgetNames(instance)(in: gathering)
        if forgotten > 0 {
            logger.notice(
                "Half a year after the end names were forgotten.",
                metadata: ["gathering": "\(gathering)", "count": "\(forgotten)"])
        }
        if try await CutVoices(instance)(in: gathering) {
            logger.notice("Wishes were cut from their voices.", metadata: ["gathering": "\(gathering)"])
        }
        // Last: the ballot box is a file of its own, and a fault of it keeps nothing else from being forgotten.
        if try await CloseFeedback(instance).whenOver(in: gathering) {
            logger.notice("The feedback was closed.", metadata: ["gathering": "\(gathering)"])
        }
    }
}

/// Keys that belong to nobody. A key is made a moment before its person or contact is there, so only those are old that were
/// nobody's in the round before, too.
private actor Strays {
    private var seen: [Gathering.ID: Set<KeyName>] = [:]

    /// Rehearsals end, and leave nothing here either.
    func forget(allBut gatherings: [Gathering.ID]) {
        let there = Set(gatherings)
        seen = seen.filter { there.contains($0.key) }
    }

    func old(in gathering: Gathering.ID, _ instance: Instance) async throws -> [KeyName] {
        let people = instance.keys(of: gathering).names(of: gathering).filter { $0.purpose != .wishes }
        let shared = try await instance.groups.read(gathering) { $0.contactKeys() }
        let isSomebody = try await instance.gatherings.read(gathering) { gathering in
            people.map { name in
                switch name.purpose {
                case .person(let id): gathering.attendees[id] != nil
                case .contact: shared.contains(name)
                case .wishes, .records: true
                }
            }
        }
        let strays = Set(zip(people, isSomebody).filter { !$0.1 }.map(\.0))
        let old = strays.intersection(seen[gathering] ?? [])
        seen[gathering] = strays.subtracting(old)
        return Array(old)
    }
}
