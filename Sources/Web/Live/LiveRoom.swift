internal import Actions
internal import Domain
internal import Journal
internal import NIOCore
internal import Pages

/// The live frames of one gathering: composed once for each audience, sent as the same bytes to everyone in it.
actor LiveRoom {
    typealias Compose = @Sendable (Audience) async throws -> (LiveContent, Position)

    static let readersOfDeviceMax = 8
    private static let readersMax = 10_000

    private let epoch: Epoch
    private let clock: @Sendable () -> Now
    private let compose: Compose
    private var books: [Audience: LiveBook] = [:]
    private var readers = LiveReaders()
    private var pending: Set<Audience> = []
    private var enteringCount = 0
    private var isClosed = false

    init(epoch: Epoch, clock: @escaping @Sendable () -> Now, compose: @escaping Compose) {
        self.epoch = epoch
        self.clock = clock
        self.compose = compose
    }

    /// How many screens are open.
    var screenCount: Int { readers.count }

    /// How many of them read too slowly just now, and are told again later.
    var behindCount: Int { readers.behindCount }

    /// Frames from now on; first everything that is newer than what the reader has seen. Nil when the room is closed:
    /// there is another one by now.
    func frames(
        for audience: Audience, person: Participant.ID? = nil, after lastID: String?, viewer: Viewer? = nil
    ) async throws -> LiveFrames? {
        guard !isClosed else { return nil }
        try mustHaveRoom(for: viewer?.device)
        enteringCount += 1
        defer { enteringCount -= 1 }
        try await refresh(audience)
        guard !isClosed else { return nil }
        let (frames, buffer) = LiveFrames.make()
        let book = books[audience] ?? LiveBook()
        let seen = LiveID(lastID).flatMap { $0.epoch == epoch.description ? $0.mark : nil }
        buffer.yield(book.frame(after: seen, epoch: epoch, at: clock().instant.milliseconds, retry: true))
        let number = readers.add(
            LiveReader(
                audience: audience, person: person, viewer: viewer, frames: buffer,
                mark: book.mark ?? LiveMark(position: .start)))
        buffer.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.leave(number) }
        }
        return frames
    }

    /// Something changed: the first change goes out at once, the next after the audience's tick.
    ///
    /// `screens`: those that show it; nil for all.
    func changed(on screens: Set<Audience.Screen>? = nil) {
        for audience in readers.audiences
        where screens.map({ !$0.isDisjoint(with: audience.screens) }) ?? true
            && pending.insert(audience).inserted
        {
            Task { await self.send(to: audience) }
        }
    }

    /// A sign of life: only a write tells whether a reader is still there. Who was too slow is told anew.
    func beat() {
        let beat = ByteBuffer(string: "event: heartbeat\ndata: \(clock().instant.milliseconds)\n\n")
        readers.tellAll(beat)
        if readers.tryAgain() { changed() }
    }

    /// Somebody's own marks changed: their screens fetch their page anew, but for the one that knows this act as its own.
    func tell(_ person: Participant.ID, of act: ActID) {
        readers.tellMarks(of: person, by: act)
    }

    /// Somebody is not here any more: their screens load anew, and hear from then on what a stranger hears.
    func letGo(of person: Participant.ID) {
        for number in readers.numbers(of: person) { end(number) }
    }

    /// The gathering is gone: all pages load anew, and are told so.
    func letGo() {
        isClosed = true
        for number in readers.numbers { end(number) }
    }

    /// Ends the streams of those who belong to another audience by now: their pages load anew, and show what they may.
    func recheck(_ audiences: @Sendable ([Viewer]) async throws -> [Audience]) async {
        let viewers = readers.viewers
        guard !viewers.isEmpty, let now = try? await audiences(viewers.map(\.viewer)) else { return }
        for (viewer, audience) in zip(viewers, now) {
            guard let reader = readers[viewer.number], reader.audience != audience else { continue }
            end(viewer.number)
        }
    }

    private func end(_ number: Int) {
        readers[number]?.end(with: ByteBuffer(string: "data: {\"reload\":true}\n\n"))
        leave(number)
    }

    private func mustHaveRoom(for device: Device.ID?) throws(TooMany) {
        let own = device.map { readers.count(of: $0) } ?? 0
        guard own < Self.readersOfDeviceMax, readers.count < Self.readersMax else {
            throw TooMany(.streams, waitMilliseconds: 30_000)
        }
    }

    /// Nobody reads, and from now on nobody can.
    func closeIfEmpty() -> Bool {
        guard readers.count == 0, enteringCount == 0 else { return false }
        isClosed = true
        return true
    }

    /// Ends all streams, so that the server can stop.
    func close() {
        isClosed = true
        readers.endAll()
    }

    private func leave(_ number: Int) {
        guard let audience = readers.remove(number) else { return }
        if !readers.hasReaders(of: audience) { books[audience] = nil }
    }

    private func send(to audience: Audience) async {
        try? await refresh(audience)
        let wasTold = tell(audience)
        // Counts may be a moment old: when there was nothing new to tell, the next look comes soon.
        try? await Task.sleep(for: wasTold ? audience.tick : KeptPages.freshness)
        pending.remove(audience)
        guard readers.hasReaders(of: audience) else { return }
        try? await refresh(audience)
        guard let mark = books[audience]?.mark, readers.awaits(audience, mark) else { return }
        if pending.insert(audience).inserted { Task { await self.send(to: audience) } }
    }

    /// Tells each reader what changed since it was last told: the same bytes to all who were told the same, which are
    /// all but those who came a moment ago or read too slowly.
    private func tell(_ audience: Audience) -> Bool {
        guard let book = books[audience], let mark = book.mark else { return false }
        let behind = readers.numbers(of: audience, before: mark)
        for (seen, numbers) in behind {
            let frame = book.frame(after: seen, epoch: epoch, at: clock().instant.milliseconds, retry: false)
            readers.tell(numbers, frame, upTo: mark)
        }
        return !behind.isEmpty
    }

    private func refresh(_ audience: Audience) async throws {
        let (content, position) = try await compose(audience)
        books[audience, default: LiveBook()].take(content, at: position)
    }
}
