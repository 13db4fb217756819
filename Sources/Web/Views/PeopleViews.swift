internal import Domain
internal import Pages

/// Who is here, by town.
extension Scene {
    func peoplePage(townCountMax: Int) -> PeoplePage {
        var byTown: [String: [PersonLine]] = [:]
        var townNames: Set<String> = []
        var silentCount = 0
        for participant in gathering.attendees.present {
            let profile = labels.profile(of: participant.id)
            let town = profile.flatMap(labels.organisation)
            guard let profile, town != nil || profile.firstName != nil || !profile.hashtags.isEmpty else {
                silentCount += 1
                continue
            }
            if case .town = profile.organisation, let town { townNames.insert(town) }
            let line = PersonLine(
                name: profile.firstName?.text ?? "", hashtags: profile.hashtags.map(\.text),
                isMe: participant.id == caller.participant)
            byTown[town ?? words["view.noTown"], default: []].append(line)
        }
        let towns = byTown.map { Pages.Town(name: $0.key, people: $0.value) }
            .sorted { SortKey($0.name) < SortKey($1.name) }
        return PeoplePage(
            frame(.people), towns: towns, peopleCount: gathering.attendees.presentCount,
            townCount: townNames.count, townCountMax: townCountMax, silentCount: silentCount)
    }
}
