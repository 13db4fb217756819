internal import Actions
internal import Domain
internal import Journal
internal import Synchronization

/// The live rooms that somebody reads; each follows its gathering's desks while it is open.
actor LiveRooms {
    private let instance: Instance
    private let compose: @Sendable (Gathering.ID, Audience) async throws -> (LiveContent, Position)
    private var rooms: [Gathering.ID: (room: LiveRoom, following: Task<Void, Never>)] = [:]

    private static let beatInterval = Duration.seconds(15)

    init(
        instance: Instance,
        compose: @escaping @Sendable (Gathering.ID, Audience) async throws -> (LiveContent, Position)
    ) {
        self.instance = instance
        self.compose = compose
    }

    func room(_ id: Gathering.ID) -> LiveRoom {
        if let open = rooms[id] { return open.room }
        let compose = compose
        let room = LiveRoom(epoch: instance.epoch(of: id)) { try await compose(id, $0) }
        let instance = instance
        let following = Task { await Self.follow(id, instance, room) }
        rooms[id] = (room, following)
        return room
    }

    /// Lets rooms go that nobody reads; called with each heartbeat.
    func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.beatInterval)
            for (id, open) in rooms {
                await open.room.beat()
                guard await open.room.isEmpty else { continue }
                open.following.cancel()
                rooms[id] = nil
            }
        }
        for open in rooms.values {
            open.following.cancel()
            await open.room.close()
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
