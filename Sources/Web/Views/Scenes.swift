internal import Actions
internal import Domain
internal import Journal
internal import Pages
internal import Synchronization

/// Loads scenes: one look at each desk, counts kept for a moment.
struct Scenes: Sendable {
    let instance: Instance
    let renderer: Renderer
    let towns: TownDirectory
    /// Where everybody sits when a region arrives; nil without outlines.
    let arrivalMap: ArrivalMap?
    let tallies = KeptTallies()

    /// The gathering for a device, in a language; its German tone is the gathering's.
    func scene(_ id: Gathering.ID, for device: Device.ID?, speaking wish: LanguageWish) async throws -> Scene
    {
        let caller = try await instance.caller(device, in: id)
        var scene = try await scene(id, caller: caller) { wish.language($0.tone) }
        scene.device = device
        return scene
    }

    /// The gathering as everyone of an audience sees it. `countsAnew`: with counts of this very moment.
    func scene(_ id: Gathering.ID, for audience: Audience, countsAnew: Bool = false) async throws -> Scene {
        let caller = Caller(roles: audience.isInside ? [.projector] : [])
        return try await scene(id, caller: caller, countsAnew: countsAnew) { _ in audience.language }
    }

    /// The gathering as everyone sees it who may, or may not, see names.
    func scene(_ id: Gathering.ID, seesNames: Bool, speaking wish: LanguageWish) async throws -> Scene {
        try await scene(id, caller: Caller(roles: seesNames ? [.projector] : [])) { wish.language($0.tone) }
    }

    private func scene(
        _ id: Gathering.ID, caller: Caller, countsAnew: Bool = false, language: (Facts) -> Language
    ) async throws -> Scene {
        let stamp = try await stamp(of: id)
        let gathering = try await instance.gatherings.read(id) { $0 }
        guard let facts = gathering.programme.facts else { throw Gathering.Refused.noSuchGathering }

        let words = renderer.phrases(language(facts))
        let showsNames = caller.may(.seeNames) || facts.rules.showsNamesToEveryone
        let labels = PersonLabels(gathering, instance.keys(of: id), towns, words, showsNames: showsNames)
        return Scene(
            gathering: gathering, facts: facts,
            tally: try await tally(of: gathering, at: stamp, anew: countsAnew), stamp: stamp,
            epoch: instance.epoch(of: id), caller: caller, own: try await own(caller, gathering),
            stand: try await feedbackStand(of: gathering, caller, at: stamp),
            now: instance.now(), local: instance.local, words: words, labels: labels)
    }

    func stamp(of id: Gathering.ID) async throws -> Stamp {
        let gathering = try await instance.gatherings.desk(id).position
        let interest = try await instance.interests.desk(id).position
        let attendance = try await instance.attendances.desk(id).position
        let feedback = try await instance.feedbacks.desk(id).position
        return Stamp(
            gathering: gathering, interest: interest, attendance: attendance, feedback: feedback,
            answers: try await answers(in: id), minute: instance.now().instant.milliseconds / 60_000,
            destructions: instance.keys(of: id).destructionCount)
    }

    private func tally(of gathering: Gathering, at stamp: Stamp, anew: Bool) async throws -> Tally {
        if let kept = tallies.find(gathering.id, at: stamp, isExact: anew) { return kept }
        let topics = gathering.topics
        let (voices, voterCount, late) = try await instance.interests.read(gathering.id) {
            ($0.voiceCounts(in: topics), $0.wishes.count, $0.late(in: topics))
        }
        let heads = try await instance.attendances.read(gathering.id) { $0.headCounts }
        let tally = Tally(
            voices: voices, voterCount: voterCount, heads: heads, late: late, countedAt: stamp.newest)
        tallies.keep(tally, of: gathering.id, at: stamp)
        return tally
    }

    private func own(_ caller: Caller, _ gathering: Gathering) async throws -> OwnMarks {
        guard let id = caller.participant, let participant = gathering.attendees[id], participant.isHere,
            let voice = instance.keys(of: gathering.id).open(participant.voice)
        else { return OwnMarks() }

        let topics = gathering.topics
        let (wished, late) = try await instance.interests.read(gathering.id) {
            ($0.wishes[voice] ?? [:], $0.late(of: voice, in: topics))
        }
        let choices = try await instance.attendances.read(gathering.id) { $0.choices[voice] ?? [:] }
        var wishes: [Proposal.ID: Int] = [:]
        for (proposal, weight) in wished {
            let target = gathering.topics.target(of: proposal)
            wishes[target] = max(wishes[target] ?? 0, weight)
        }
        return OwnMarks(
            voice: voice, wishes: wishes, choices: choices, late: late.wanted, lateWithdrawn: late.withdrawn)
    }
}

/// Which language somebody asked for, by cookie or by browser.
struct LanguageWish: Sendable {
    let chosen: String?
    let accepted: String?

    func language(_ tone: Facts.Tone) -> Language {
        let german: Language = tone == .sie ? .sie : .du
        switch chosen {
        case "en": return .english
        case "de": return german
        default: return Language(accepting: accepted, tone: german)
        }
    }
}

/// The counts of each gathering, at most a quarter of a second old: a storm of wishes is counted four times a second for
/// pages, and for each live frame.
final class KeptTallies: Sendable {
    private static let freshness = Duration.milliseconds(250)
    private static let countMax = 200

    private struct Kept {
        let tally: Tally
        let stamp: Stamp
        let moment: ContinuousClock.Instant
    }

    private let kept = Mutex<[Gathering.ID: Kept]>([:])

    func find(_ id: Gathering.ID, at stamp: Stamp, isExact: Bool) -> Tally? {
        let now = ContinuousClock.now
        return kept.withLock { kept in
            guard let found = kept[id], found.stamp.gathering == stamp.gathering else { return nil }
            let isSame = found.stamp.interest == stamp.interest && found.stamp.attendance == stamp.attendance
            return isSame || !isExact && now - found.moment < Self.freshness ? found.tally : nil
        }
    }

    func keep(_ tally: Tally, of id: Gathering.ID, at stamp: Stamp) {
        let now = ContinuousClock.now
        kept.withLock { kept in
            // Who began to count earlier may be ready later.
            guard kept[id].map({ $0.stamp.newest <= stamp.newest }) ?? true else { return }
            if kept.count >= Self.countMax, kept[id] == nil { kept.removeAll(keepingCapacity: true) }
            kept[id] = Kept(tally: tally, stamp: stamp, moment: now)
        }
    }

    func forget(_ id: Gathering.ID) {
        kept.withLock { $0[id] = nil }
    }
}
