public import Domain
internal import Journal

/// Lets the pretend people of a rehearsal do what belongs to the moment they find: sit down, bring topics, wish, go to
/// sessions, say how it was. They never moderate.
///
/// Who has done something does not do it again, and the same people do the same with the same topics.
public struct PlayAlong: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Where no rehearsal goes on, nothing happens.
    public func callAsFunction(in id: Gathering.ID) async throws {
        guard let cast = instance.rehearsals.cast(of: id) else { return }
        let staging = Staging(instance, id, device: cast.device)
        let crowd = cast.crowd
        let scene = try await scene(staging, crowd)
        guard scene.phase > .preparing, scene.phase < .ended else { return }

        if scene.isEmpty { _ = try await staging.seat(crowd.people) }
        if scene.wantsTopics {
            _ = try await staging.offer(crowd.offers, by: staging.seats(of: crowd.people))
        }
        let people = try await self.scene(staging, crowd).people
        if scene.isWindowOpen {
            let voters = people.prefix(staging.earlyVoterCount(of: crowd))
            let wishes = try await instance.interests.read(id) { $0.wishes }
            try await staging.wish(wanted(by: voters, crowd, staging) { wishes[$0] == nil })
        }
        if scene.phase == .running, scene.isPublished {
            let choices = try await instance.attendances.read(id) { $0.choices }
            try await staging.choose(wanted(by: people[...], crowd, staging) { choices[$0] == nil })
        }
        if try await instance.feedbacks.read(id, { $0.isTaking(in: scene.phase) }) {
            try await staging.answer(people.indices.filter { people[$0] != nil })
        }
    }

    /// What decides whether there is anything to do.
    private struct Scene: Sendable {
        let phase: Phase
        let isEmpty: Bool
        let wantsTopics: Bool
        let isWindowOpen: Bool
        let isPublished: Bool
        /// By their place in the crowd; nil for who is not there, or has no phone.
        let people: [Participant?]
    }

    private func scene(_ staging: Staging, _ crowd: PretendCrowd) async throws -> Scene {
        let seats = staging.seats(of: crowd.people)
        return try await instance.gatherings.read(staging.id) { gathering in
            Scene(
                phase: gathering.day.phase, isEmpty: gathering.attendees.all.isEmpty,
                wantsTopics: gathering.topics.all.isEmpty && gathering.topics.isTakingProposals
                    && gathering.day.phase >= .pitching,
                isWindowOpen: gathering.day.window.isOpen, isPublished: gathering.board.current != nil,
                people: seats.map { id in
                    gathering.attendees[id].flatMap { $0.isHere && $0.hasPhone ? $0 : nil }
                })
        }
    }

    /// The topics that each of those wants who have said nothing yet.
    private func wanted(
        by people: ArraySlice<Participant?>, _ crowd: PretendCrowd, _ staging: Staging,
        isIdle: (Voice.ID) -> Bool
    ) async throws -> [Int: [Proposal.ID]] {
        let topics = try await instance.gatherings.read(staging.id) { $0.topics }
        let numbers = topics.all.keys.sorted()
        let keys = instance.keys(of: staging.id)
        var wanted: [Int: [Proposal.ID]] = [:]
        for (place, participant) in zip(people.indices, people) {
            guard let participant, let voice = keys.open(participant.voice), isIdle(voice) else { continue }
            wanted[place] = crowd.wanted(by: place, of: numbers).filter { number in
                topics[topics.target(of: number)]?.isOpen == true
            }
        }
        return wanted
    }
}
