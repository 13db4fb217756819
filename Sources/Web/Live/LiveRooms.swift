internal import Actions
internal import Domain
internal import Journal
internal import NIOCore
internal import Synchronization

/// The live rooms that somebody reads; each follows its gathering's desks while it is open.
actor LiveRooms {
    private let instance: Instance
    private let compose: @Sendable (Gathering.ID, LiveRoom.Look) async throws -> (LiveContent, Position)
    private var rooms: [Gathering.ID: (room: LiveRoom, following: Task<Void, Never>)] = [:]

    private static let beatSeconds = 10
    /// Where a desk cannot be read, its room asks again.
    private static let retryPause = Duration.seconds(1)
    /// Many join at once; who lost a right loses its stream no later than this.
    private static let recheckPause = Duration.milliseconds(250)

    private let readersMax: Int
    /// Who asked for a stream and has none yet.
    private var enteringCount = 0
    private var isOver = false

    /// `readersMax`: of all gatherings together, at least 4; there must be connections left for pages.
    init(
        instance: Instance, readersMax: Int = .max,
        compose: @escaping @Sendable (Gathering.ID, LiveRoom.Look) async throws -> (LiveContent, Position)
    ) {
        self.instance = instance
        self.readersMax = readersMax
        self.compose = compose
    }

    /// Frames of a gathering for one reader.
    func frames(
        of id: Gathering.ID, for audience: Audience, person: Participant.ID? = nil, after lastID: String?,
        viewer: Viewer? = nil
    ) async throws -> LiveFrames {
        enteringCount += 1
        defer { enteringCount -= 1 }
        try await mustHaveRoom(isStranger: !audience.isInside)
        while !isOver {
            let room = room(id)
            if let frames = try await room.frames(
                for: audience, person: person, after: lastID, viewer: viewer)
            {
                return frames
            }
            if rooms[id]?.room === room { rooms[id] = nil }
        }
        throw CancellationError()
    }

    /// Strangers, of whom there may be any number, leave a quarter of all streams to those who belong to a gathering. Whoever
    /// comes in at the same moment is taken for one of them: many at once are no way past it.
    private func mustHaveRoom(isStranger: Bool) async throws {
        var (readerCount, strangerCount) = (0, 0)
        for open in rooms.values {
            readerCount += await open.room.screenCount
            strangerCount += await open.room.strangerCount
        }
        let strangersMax = readersMax - readersMax / 4 - enteringCount
        guard readerCount + enteringCount <= readersMax, !isStranger || strangerCount <= strangersMax else {
            throw TooMany(.streams, waitMilliseconds: 30_000)
        }
    }

    private func room(_ id: Gathering.ID) -> LiveRoom {
        if let open = rooms[id] { return open.room }
        let compose = compose
        let instance = instance
        let room = LiveRoom(
            epoch: instance.epoch(of: id), clock: instance.now, newest: { try await instance.newest(in: id) }
        ) {
            try await compose(id, $0)
        }
        let following = Task { await Self.follow(id, instance, room) }
        rooms[id] = (room, following)
        return room
    }

    /// Who acted changed their own marks: their other screens hear of it, and nobody else.
    ///
    /// `act`: what the page gave the form, by which the page that sent it knows it again.
    func marksChanged(in id: Gathering.ID, by device: Device.ID, with act: String?) async {
        guard let room = rooms[id]?.room, let person = try? await instance.caller(device, in: id).participant
        else { return }
        await room.tell(person, of: act.flatMap { ActID($0) } ?? ActID(number: 0))
    }

    /// Something changed that leaves no entry.
    func changed(in id: Gathering.ID) async {
        await rooms[id]?.room.changed(on: [.projector, .console])
    }

    func letGo(of person: Participant.ID, in id: Gathering.ID) async {
        await rooms[id]?.room.letGo(of: person)
    }

    /// The gathering is not there any more: all its streams end.
    func letGo(of id: Gathering.ID) async {
        guard let open = rooms.removeValue(forKey: id) else { return }
        open.following.cancel()
        await open.room.letGo()
    }

    /// How many rooms are open.
    var roomCount: Int { rooms.count }

    /// How many screens follow a gathering just now.
    func screenCount(_ id: Gathering.ID) async -> Int { await rooms[id]?.room.screenCount ?? 0 }

    /// A heartbeat now and then, and a look at each new minute for what changes with time alone.
    func run() async {
        var seconds = 0
        var minute = instance.now().instant.milliseconds / 60_000
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            seconds += 1
            if seconds.isMultiple(of: Self.beatSeconds) { await beat() }
            let now = instance.now().instant.milliseconds / 60_000
            guard now != minute else { continue }
            minute = now
            for open in rooms.values { await open.room.changed() }
        }
        // The server waits until all streams have ended.
        isOver = true
        for open in rooms.values {
            open.following.cancel()
            await open.room.close()
        }
    }

    /// Lets rooms go that nobody reads.
    private func beat() async {
        for (id, open) in rooms {
            await Self.recheck(id, instance, open.room)
            await open.room.beat()
            guard await open.room.closeIfEmpty() else { continue }
            open.following.cancel()
            if rooms[id]?.room === open.room { rooms[id] = nil }
        }
    }

    private static func follow(_ id: Gathering.ID, _ instance: Instance, _ room: LiveRoom) async {
        await withTaskGroup { group in
            group.addTask { await each(instance.gatherings, id) { await room.changed() } }
            group.addTask {
                await eachRecord(id, instance) { isAsked in
                    await room.changed(on: isAsked ? [.record, .console, .phone] : [.record, .console])
                }
            }
            group.addTask { await each(instance.groups, id) { await room.changed(on: [.group, .console]) } }
            group.addTask { await each(instance.feedbacks, id) { await room.changed() } }
            group.addTask { await each(instance.interests, id) { await room.changed() } }
            group.addTask { await each(instance.attendances, id) { await room.changed() } }
            group.addTask {
                await each(instance.access, id) {
                    await recheck(id, instance, room)
                    try? await Task.sleep(for: recheckPause)
                }
            }
        }
    }

    private static func recheck(_ id: Gathering.ID, _ instance: Instance, _ room: LiveRoom) async {
        await room.recheck { try await instance.audiences(of: $0, in: id) }
    }

    /// Follows the record of each session, also of those that get a place while it goes on, or have none any more.
    ///
    /// `body` is told whether it changed too who is asked to write, which phones show.
    private static func eachRecord(
        _ id: Gathering.ID, _ instance: Instance, _ body: @escaping @Sendable (Bool) async -> Void
    ) async {
        await withTaskGroup { group in
            var known: Set<Proposal.ID> = []
            await each(instance.gatherings, id) {
                let sessions = try? await instance.gatherings.read(id) {
                    Set($0.board.published.flatMap(\.layout.placements.keys))
                }
                for session in sessions ?? [] where known.insert(session).inserted {
                    guard let record = Record.ID(of: session, in: id) else { continue }
                    group.addTask {
                        var asked: [Bool]?
                        await each(instance.records, record) {
                            let now = try? await instance.records.read(record) {
                                [$0.status == .empty, $0.keeper == nil]
                            }
                            await body(now != asked)
                            asked = now
                        }
                    }
                }
            }
        }
    }

    /// Calls `body` now and after each change, until its task ends.
    private static func each<A: Aggregate>(
        _ desks: Desks<A>, _ id: Identifier<A.Name>, _ body: () async -> Void
    ) async {
        while !Task.isCancelled {
            if let desk = try? await desks.desk(id) {
                for await _ in await desk.follow() { await body() }
            }
            try? await Task.sleep(for: retryPause)
        }
    }
}
