internal import Domain
internal import Pages

/// The moderator's list of records.
extension Scene {
    /// Every session that has or had a place on the board for everybody, by time and room; those without one last.
    var sessions: [Proposal.ID] {
        let known = Set(gathering.board.published.flatMap(\.layout.placements.keys))
        let order = known.map { session -> (Int, Int, Proposal.ID) in
            guard let place = layout?.placements[session]?.place else { return (.max, 0, session) }
            let slot = gathering.programme.index(of: place.slot) ?? .max
            let room = gathering.programme.rooms.firstIndex { $0.id == place.room } ?? .max
            return (slot, room, session)
        }
        return order.sorted(by: <).map(\.2).filter { gathering.topics[$0] != nil }
    }

    /// Whether it is running, or was.
    func hasBegun(_ session: Proposal.ID) -> Bool {
        guard let place = layout?.placements[session]?.place,
            let start = gathering.programme.slot(place.slot)?.start
        else { return false }
        return now.date > facts.date || now.date == facts.date && now.time >= start
    }

    func consoleRecord(_ view: RecordScene) -> ConsoleRecord {
        let record = view.record
        let head = view.head()
        var line = ConsoleRecord(
            session: view.session.text, title: head.title, place: head.place, host: head.host,
            status: head.status)
        line.absence = head.absence
        line.isHeld = head.isHeld
        line.hasBegun = hasBegun(view.session)
        line.clashCount = record.clashes.count
        if let keeper = gathering.keeper(of: record), !record.isChatham {
            line.keeper = [labels.label(keeper)].first { !$0.isEmpty }
        }
        line.askedAt = record.askedAt.map(clock)
        return line
    }
}

extension ConsolePages {
    func recordsDesk(_ frame: ConsoleFrame, _ scene: Scene) async throws -> ConsoleRecordsPage {
        var records: [ConsoleRecord] = []
        for session in scene.sessions {
            records.append(scene.consoleRecord(try await parts.scenes.record(of: session, in: scene)))
        }
        return ConsoleRecordsPage(frame, records: records)
    }
}
