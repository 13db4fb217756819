internal import Actions
internal import Domain
internal import Journal
internal import Pages

extension Parts {
    /// What an audience is told live: the same for everyone in it, and no more than its screen shows.
    func liveContent(
        _ id: Gathering.ID, _ audience: Audience, countsAnew: Bool = false
    ) async throws -> (LiveContent, Position) {
        let scene = try await scenes.scene(id, for: audience, countsAnew: countsAnew)
        var content = LiveContent()
        noteClosing(in: scene)
        content.count("people", "here", scene.gathering.attendees.presentCount)
        content.count("people", "voted", scene.tally.voterCount)
        var newest = scene.stamp.newest
        for screen in audience.screens.sorted() {
            newest = max(newest, try await tell(screen, scene, into: &content))
        }
        return (content, newest)
    }

    /// - Returns: the newest position of what only this screen shows.
    private func tell(
        _ screen: Audience.Screen, _ scene: Scene, into content: inout LiveContent
    ) async throws -> Position {
        switch screen {
        case .phone, .people, .group:
            return try await tellPhone(screen, scene, into: &content)
        case .record:
            tellAnnouncements(scene, into: &content)
            let records = try await recordStamps(scene)
            for (session, desk) in records { content.stamp("record/\(session)", "\(desk.version.value)") }
            return records.map(\.desk.position).max() ?? .start
        case .board:
            let board = try await board(scene).html
            content.show("board", .init(board, key: "\(scene.gathering.turn) \(board)"))
            tellAnnouncements(scene, into: &content)
        case .projector:
            content.count("people", "arrived", scene.arrivalCount(scenes.towns))
            scene.countWishes(into: &content)
            scene.countHeadsByRoom(into: &content)
            scene.countAnswers(into: &content)
            content.show("stage", .init(try await stage(scene).html, key: scene.stageKey))
        case .console:
            return try await tellConsole(scene, into: &content)
        }
        return .start
    }

    private func tellPhone(
        _ screen: Audience.Screen, _ scene: Scene, into content: inout LiveContent
    ) async throws -> Position {
        var newest = Position.start
        var stamp = scene.peopleStamp
        if screen != .people { stamp = scene.pageStamp + (try await sessionsAsked(scene)) }
        if screen == .group {
            let groups = try await groupStamp(scene)
            stamp += "-\(groups.version.value)-\(scene.now.date)"
            newest = groups.position
        }
        scene.countWishes(into: &content)
        scene.countHeads(into: &content)
        content.stamp(screen.rawValue, stamp)
        tellAnnouncements(scene, into: &content)
        return newest
    }

    private func tellConsole(_ scene: Scene, into content: inout LiveContent) async throws -> Position {
        scene.countHeadsByRoom(into: &content)
        content.stamp("console", scene.consoleStamp)
        content.stamp("counts", scene.countsStamp)
        scene.countAnswers(into: &content)
        let records = try await recordStamps(scene)
        content.stamp("records", records.map { "\($0.desk.version.value)" }.joined(separator: "-"))
        let groups = try await groupStamp(scene)
        content.stamp("groups", "\(groups.version.value)")
        return records.map(\.desk.position).reduce(groups.position, max)
    }

    private func tellAnnouncements(_ scene: Scene, into content: inout LiveContent) {
        content.show(
            "announcements", .init(renderer.html(scene.announcementsFragment, in: scene.language)))
    }

    /// In which of the sessions that run now somebody is asked to write: the page of the day says so.
    private func sessionsAsked(_ scene: Scene) async throws -> String {
        guard let slot = scene.runningSlot else { return "" }
        var asked: [String] = []
        for session in scene.running(in: slot).sorted() {
            let record = try await scenes.record(of: session, in: scene).record
            if scene.gathering.looksForKeeper(of: record, session) { asked.append(session.text) }
        }
        return asked.isEmpty ? "" : "-" + asked.joined(separator: "-")
    }

    private func groupStamp(_ scene: Scene) async throws -> (version: Version, position: Position) {
        let desk = try await instance.groups.desk(scene.gathering.id)
        return await (desk.version, desk.position)
    }

    private func recordStamps(
        _ scene: Scene
    ) async throws -> [(session: Proposal.ID, desk: (version: Version, position: Position))] {
        var stamps: [(Proposal.ID, (Version, Position))] = []
        for session in scene.sessions {
            guard let id = Record.ID(of: session, in: scene.gathering.id) else { continue }
            let desk = try await instance.records.desk(id)
            stamps.append((session, await (desk.version, desk.position)))
        }
        return stamps
    }
}

extension Scene {
    /// While wishes are blind there is nothing to count, for nobody.
    fileprivate func countWishes(into content: inout LiveContent) {
        guard !gathering.isBlindNow else { return }
        for proposal in gathering.topics.open {
            content.count("wishes", proposal.id.text, tally.voices[proposal.id] ?? 0)
        }
    }

    fileprivate func countHeads(into content: inout LiveContent) {
        guard let layout else { return }
        for session in layout.placements.keys {
            content.count("heads", session.text, tally.heads[session] ?? 0)
        }
    }

    /// Heads of what runs now, by room, as hall and console show them.
    fileprivate func countHeadsByRoom(into content: inout LiveContent) {
        for room in gathering.programme.rooms {
            let running = runningSlot.flatMap {
                layout?.occupant(of: Place(slot: $0.id, room: room.id), programme: gathering.programme)
            }
            content.count("rooms", room.id.text, running.map { tally.heads[$0] ?? 0 } ?? 0)
        }
    }

    /// Only how many, and only while answers are taken.
    fileprivate func countAnswers(into content: inout LiveContent) {
        if stand.isTaking { content.count("feedback", "answers", stand.answers) }
    }

    var announcementsFragment: AnnouncementsFragment { AnnouncementsFragment(announcements) }

    /// What runs now: pages change with it although nobody did anything.
    private var nowKey: String {
        let slot = runningSlot.map { "s\($0.id)" } ?? ""
        return slot + (runningItem.map { "i\($0.id)" } ?? "")
    }

    /// Sessions that more people go to than there are seats: pages say that in words.
    private var tooFull: Set<Proposal.ID> {
        Set(
            (layout?.placements ?? [:]).filter { session, placement in
                (tally.heads[session] ?? 0) > (gathering.programme.room(placement.place.room)?.seats ?? 0)
            }.keys)
    }

    /// Changes when a phone's page has to be fetched anew: everything it shows but wishes, heads and who came.
    var pageStamp: String {
        var hasher = Hasher()
        hasher.combine(gathering.turn)
        // A set has an order of its own each time it is made, and its hash has none.
        let hosts = Set(gathering.topics.all.values.flatMap(\.hosts))
        hasher.combine(Set(hosts.map { gathering.attendees[$0] }))
        hasher.combine(tooFull)
        hasher.combine(nowKey)
        hasher.combine(stand.key)
        hasher.combine(tally.late)
        return String(hasher.finalize(), radix: 36)
    }

    var peopleStamp: String {
        var hasher = Hasher()
        hasher.combine(gathering.attendees)
        return String(hasher.finalize(), radix: 36)
    }

    /// A console shows everything that happens in the gathering.
    fileprivate var consoleStamp: String {
        let waits = latecomers.until == nil ? "" : "-late"
        return "\(stamp.gathering.value)-\(stamp.feedback.value)-\(nowKey)\(waits)"
    }

    /// Wishes and heads, for the pages that count them; while wishes are blind only how many have wished.
    fileprivate var countsStamp: String {
        gathering.isBlindNow ? "\(tally.voterCount)" : "\(stamp.interest.value)-\(stamp.attendance.value)"
    }

    /// The stage is built anew when something happened, in another minute, and when a row of seats that has no number
    /// of its own fills.
    fileprivate var stageKey: String {
        let voters = showsVoters ? tally.voterCount : 0
        return "\(stamp.gathering.value)-\(stamp.feedback.value)-\(stamp.minute)-\(voters)"
    }
}
