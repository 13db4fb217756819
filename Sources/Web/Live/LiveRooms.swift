internal import Actions
internal import Domain
internal import Journal
internal import NIOCore
internal import Synchronization

/// The live rooms that somebody reads; each follows its gathering's desks while it is open.
actor LiveRooms {
    private let instance: Instance
    private let compose: @Sendable (Gathering.ID, Audience) async throws -> (LiveContent, Position)
    private var rooms: [Gathering.ID: (room: LiveRoom, following: Task<Void, Never>)] = [:]

    private static let beatSeconds = 10

    init(
        instance: Instance,
        compose: @escaping @Sendable (Gathering.ID, Audience) async throws -> (LiveContent, Position)
    ) {
        self.instance = instance
        self.compose = compose
    }

    /// Frames of a gathering for one reader.
    func frames(
        of id: Gathering.ID, for audience: Audience, person: Participant.ID?, after lastID: String?
    ) async throws -> AsyncStream<ByteBuffer> {
        while true {
            let room = room(id)
            if let frames = try await room.frames(for: audience, person: person, after: lastID) {
                return frames
            }
            if rooms[id]?.room === room { rooms[id] = nil }
        }
    }

    private func room(_ id: Gathering.ID) -> LiveRoom {
        if let open = rooms[id] { return open.room }
        let compose = compose
        let room = LiveRoom(epoch: instance.epoch(of: id), clock: instance.now) { try await compose(id, $0) }
        let instance = instance
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

    func letGo(of person: Participant.ID, in id: Gathering.ID) async {
        await rooms[id]?.room.letGo(of: person)
    }

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
        for open in rooms.values {
            open.following.cancel()
            await open.room.close()
        }
    }

    /// Lets rooms go that nobody reads.
    private func beat() async {
        for (id, open) in rooms {
            await open.room.beat()
            guard await open.room.closeIfEmpty() else { continue }
            open.following.cancel()
            if rooms[id]?.room === open.room { rooms[id] = nil }
        }
    }

    private static func follow(_ id: Gathering.ID, _ instance: Instance, _ room: LiveRoom) async {
        await withTaskGroup { group in
            group.addTask { for await _ in await changes(instance.gatherings, id) { await room.changed() } }
            group.addTask { for await _ in await changes(instance.interests, id) { await room.changed() } }
            group.addTask { for await _ in await changes(instance.attendances, id) { await room.changed() } }
        }
    }

    private static func changes<A: Aggregate>(_ desks: Desks<A>, _ id: Identifier<A.Name>) async
        -> AsyncStream<Position>
    {
        guard let desk = try? await desks.desk(id) else { return AsyncStream { $0.finish() } }
        return await desk.follow()
    }
}
