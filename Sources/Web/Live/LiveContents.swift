internal import Actions
internal import Domain
internal import Journal
internal import Pages

extension Parts {
    /// What an audience is told live: the same for everyone in it, and no more than its screen shows.
    func liveContent(_ id: Gathering.ID, _ audience: Audience) async throws -> (LiveContent, Position) {
        let scene = try await scenes.scene(id, for: audience)
        var content = LiveContent()
        content.count("people", "here", scene.gathering.attendees.presentCount)
        content.count("people", "voted", scene.tally.voterCount)
        var newest = scene.stamp.newest
        switch audience.screen {
        case .phone, .people, .group:
            scene.countWishes(into: &content)
            scene.countHeads(into: &content)
            let asked = audience.screen == .people ? "" : try await sessionsAsked(scene)
            var page = audience.screen == .people ? scene.peopleStamp : scene.pageStamp + asked
            if audience.screen == .group {
                let groups = try await groupStamp(scene)
                page += "-\(groups.version.value)-\(scene.now.date)"
                newest = max(newest, groups.position)
            }
            content.stamp("page", page)
            content.show(
                "announcements", .init(renderer.html(scene.announcementsFragment, in: scene.language)))
        case .record:
            content.show(
                "announcements", .init(renderer.html(scene.announcementsFragment, in: scene.language)))
            for (session, desk) in try await recordStamps(scene) {
                content.stamp("record/\(session)", "\(desk.version.value)")
                newest = max(newest, desk.position)
            }
        case .board:
            let board = try await board(scene).html
            content.show("board", .init(board, key: "\(scene.gathering.turn) \(board)"))
            content.show(
                "announcements", .init(renderer.html(scene.announcementsFragment, in: scene.language)))
        case .projector:
            content.count("people", "here", scene.arrivalCount(scenes.towns))
            scene.countWishes(into: &content)
            scene.countHeadsByRoom(into: &content)
            scene.countAnswers(into: &content)
            content.show("stage", .init(try await stage(scene).html, key: scene.stageKey))
        case .console:
            scene.countHeadsByRoom(into: &content)
            content.stamp("page", scene.consoleStamp)
            content.stamp("counts", scene.countsStamp)
            scene.countAnswers(into: &content)
            let records = try await recordStamps(scene)
            content.stamp("records", records.map { "\($0.desk.version.value)" }.joined(separator: "-"))
            let groups = try await groupStamp(scene)
            content.stamp("groups", "\(groups.version.value)")
            newest = records.map(\.desk.position).reduce(max(newest, groups.position), max)
        }
        return (content, newest)
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
            content.count("heads", room.id.text, running.map { tally.heads[$0] ?? 0 } ?? 0)
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
        return String(hasher.finalize(), radix: 36)
    }

    var peopleStamp: String {
        var hasher = Hasher()
        hasher.combine(gathering.attendees)
        return String(hasher.finalize(), radix: 36)
    }

    /// A console shows everything that happens in the gathering.
    fileprivate var consoleStamp: String { "\(stamp.gathering.value)-\(stamp.feedback.value)-\(nowKey)" }

    /// Wishes and heads, for the pages that count them; while wishes are blind only how many have wished.
    fileprivate var countsStamp: String {
        gathering.isBlindNow ? "\(tally.voterCount)" : "\(stamp.interest.value)-\(stamp.attendance.value)"
    }

    /// The stage is built anew when something happened, in another minute, and when a row of seats that has no number
    /// of its own fills.
    fileprivate var stageKey: String {
        let voters = gathering.day.phase == .weighing ? tally.voterCount : 0
        return "\(stamp.gathering.value)-\(stamp.feedback.value)-\(stamp.minute)-\(voters)"
    }
}
