internal import Actions
internal import Domain
internal import Pages

/// What remains of a gathering, as everybody may read it.
extension Scene {
    /// `records`: of all sessions that have one; `quality`: of the published board.
    func documentation(_ records: [Proposal.ID: RecordScene], quality: BoardQuality?) -> Documentation {
        var told = Documentation(
            gathering: id, title: gatheringName, form: facts.form, date: facts.date, venue: facts.venue.text,
            address: facts.address.text)
        told.series = facts.series?.text
        told.edition = facts.edition
        told.hostTown = facts.hostTown.map(labels.townName)
        told.organisers = gathering.programme.organisers.map { .init($0.name.text, $0.part) }
        told.people = documentedPeople
        told.items = gathering.programme.items.map { item in
            .init(
                start: item.start, end: item.end, title: item.title.text, room: item.room.map(roomName))
        }
        told.rooms = gathering.programme.rooms.map { .init(id: $0.id.text, name: $0.name.text) }
        told.slots = gathering.programme.slots.map { .init(id: $0.id.text, start: $0.start, end: $0.end) }
        told.sessions = records.values.map(documented).sorted(by: Self.isBefore(gathering.programme))
        told.parked = layout.map { documentedParking(in: $0) } ?? []
        told.wishes = quality.flatMap { quality in
            quality.wishCount > 0 ? .init(attained: quality.attainedCount, count: quality.wishCount) : nil
        }
        told.wishes?.late = tally.late
        told.funding = facts.funding
        told.isOver = gathering.day.phase == .ended || now.date > facts.date
        return told
    }

    /// Who goes on with a topic: towns, and the names of those who agreed to it.
    func documented(_ group: GroupSummary) -> Documentation.Group {
        .init(
            session: group.id.text, title: title(of: group.id), count: group.count,
            towns: group.towns.map { .init(labels.townName($0.town), $0.count) },
            named: group.named.map { person in
                let profile = Profile(firstName: person.name, organisation: person.organisation)
                return [person.name.text, labels.organisation(profile)].compactMap(\.self).joined(
                    separator: ", ")
            })
    }

    /// Who was there, by town and number.
    var documentedPeople: Documentation.People {
        var people = Documentation.People()
        people.count = gathering.attendees.headCount
        let origins =
            gathering.attendees.origins
            ?? Origins(of: gathering.attendees.present.lazy.compactMap { labels.profile(of: $0.id) })
        people.towns = origins.towns.map { .init(labels.townName($0.town), $0.count) }
            .sorted { SortKey($0.town) < SortKey($1.town) }
        people.otherCount = origins.elsewhere
        return people
    }

    private func documented(_ record: RecordScene) -> Documentation.Session {
        var session = Documentation.Session(
            id: record.session.text, title: title(of: record.session))
        let proposal = gathering.topics[record.session]
        session.sentence = proposal.map { $0.isHidden ? "" : $0.content.sentence.text } ?? ""
        session.place = layout?.placements[record.session].flatMap(documented)
        session.absence = sentence(for: gathering.absenceOfRecorded(record.session))
        session.isChatham = record.hidesPeople
        session.hosts = record.hidesPeople ? nil : proposal.flatMap(knownHosts)
        session.wishCount = gathering.isBlindNow ? nil : wishCount(of: record.session)
        session.status = RecordStatus(record.record.status)
        session.release = record.release.map { release, text in
            .init(
                text: text, date: local(release.at).date,
                isByHost: release.by.map { proposal?.hosts.contains($0) == true } ?? false,
                isOlder: record.record.status != .released)
        }
        return session
    }

    /// Whose name is forgotten goes unsaid.
    private func knownHosts(of proposal: Proposal) -> String? {
        guard proposal.isOpen, namesHosts(of: proposal) else { return nil }
        let known = proposal.hosts.filter { labels.profile(of: $0) != nil }.map(labels.label)
        return known.filter { !$0.isEmpty }.joined(separator: "\u{A0}\u{B7} ").nonEmpty
    }

    private func documented(_ placement: Placement) -> Documentation.Place? {
        let slots = placement.slots(in: gathering.programme)
        guard let first = slots.first, let last = slots.last,
            let room = gathering.programme.room(placement.place.room)
        else { return nil }
        return .init(
            slot: first.id.text, room: room.id.text, roomName: room.name.text, start: first.start,
            end: last.end)
    }

    private func documentedParking(in layout: Board.Layout) -> [Documentation.Parked] {
        parkedTopics(layout).map {
            .init(title: $0.title, host: $0.host, wishCount: $0.wishCount, reason: $0.reasonText(words))
        }
    }

    /// By time, then in the order of the signposts; what has no place any more comes last.
    private static func isBefore(
        _ programme: Programme
    ) -> (Documentation.Session, Documentation.Session) -> Bool {
        let rooms = Dictionary(
            uniqueKeysWithValues: programme.rooms.enumerated().map { ($0.element.id.text, $0.offset) })
        let rank = { (session: Documentation.Session) -> (Int, Int, Int) in
            guard let place = session.place else { return (.max, 0, Int(session.id) ?? 0) }
            return (place.start.minutes, rooms[place.room] ?? 0, Int(session.id) ?? 0)
        }
        return { rank($0) < rank($1) }
    }
}
