internal import Actions
internal import Domain
internal import Journal
internal import NIOCore
internal import Pages

/// The live frames of one gathering: composed once for each audience, sent as the same bytes to everyone in it.
actor LiveRoom {
    typealias Compose = @Sendable (Look) async throws -> (LiveContent, Position)

    /// For whom a frame is composed. Whoever comes is content with counts that are a moment old, so that many can come at
    /// once; a change is told as it is.
    struct Look: Sendable {
        let audience: Audience
        let countsAnew: Bool
    }

    static let readersOfDeviceMax = 8
    private static let readersMax = 20_000

    private let epoch: Epoch
    private let clock: @Sendable () -> Now
    private let compose: Compose
    /// The position of the newest entry that any screen may show.
    private let newest: @Sendable () async throws -> Position
    /// As of which position each audience's book is, as long as nothing else was heard of.
    private var lookedAt: [Audience: Position] = [:]
    private var books: [Audience: LiveBook] = [:]
    private var readers = LiveReaders()
    private var pending: Set<Audience> = []
    /// Of whom something was heard of since the last look that is told to all of them.
    private var heard: Set<Audience> = []
    private var enteringCount = 0
    private var isClosed = false

    init(
        epoch: Epoch, clock: @escaping @Sendable () -> Now,
        newest: @escaping @Sendable () async throws -> Position, compose: @escaping Compose
    ) {
        self.epoch = epoch
        self.clock = clock
        self.newest = newest
        self.compose = compose
    }

    /// How many screens are open.
    var screenCount: Int { readers.count }

    /// How many of them belong to strangers.
    var strangerCount: Int { readers.strangerCount }

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
        // A whole hall comes back at once, and nothing has changed.
        let newest = try? await newest()
        let isCurrent = newest.map { newest in lookedAt[audience].map { $0 >= newest } ?? false } ?? false
        // The first of an audience is told of nothing that was there before: what it sees has to be of this moment.
        if !isCurrent { try await refresh(audience, countsAnew: !readers.hasReaders(of: audience)) }
        guard !isClosed else { return nil }
        let (frames, buffer) = LiveFrames.make()
        let book = books[audience] ?? emptyBook(of: audience)
        let seen = LiveID(lastID).flatMap { $0.epoch == epoch.description ? $0.mark : nil }
        buffer.yield(book.frame(after: seen, at: clock().instant.milliseconds, retry: true))
        let number = readers.add(
            LiveReader(
                audience: audience, person: person, viewer: viewer, frames: buffer,
                mark: book.mark ?? LiveMark(position: .start)))
        // What was heard of while this was composed is told at once.
        if lookedAt[audience] == nil, pending.insert(audience).inserted {
            Task { await self.send(to: audience) }
        }
        buffer.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.leave(number) }
        }
        return frames
    }

    /// Something changed: the first change goes out at once, the next after the audience's tick.
    ///
    /// `screens`: those that show it; nil for all.
    func changed(on screens: Set<Audience.Screen>? = nil) {
        for audience in Set(books.keys).union(lookedAt.keys)
        where screens.map({ !$0.isDisjoint(with: audience.screens) }) ?? true {
            lookedAt[audience] = nil
            heard.insert(audience)
            guard readers.hasReaders(of: audience), pending.insert(audience).inserted else { continue }
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
        // The book stays: who comes back with its last mark is told what changed since.
        if !readers.hasReaders(of: audience) { lookedAt[audience] = nil }
    }

    /// Tells what changed, and again with each tick as long as something does.
    private func send(to audience: Audience) async {
        defer { pending.remove(audience) }
        let clock = ContinuousClock()
        var looking = await look(audience, by: clock)
        while readers.hasReaders(of: audience) {
            let began = clock.now
            // A page that is kept may be a moment old: when there was nothing new to tell, the next look comes soon.
            let pause = tell(audience) ? audience.tick : KeptPages.freshness
            // In a storm a look takes its time: it begins so much earlier, for its frame is due with the tick.
            try? await clock.sleep(until: began + pause - min(looking, pause / 4))
            looking = await look(audience, by: clock)
            try? await clock.sleep(until: began + pause)
            if let mark = books[audience]?.mark, readers.awaits(audience, mark) { continue }
            // From here on whoever hears of something tells it; what was heard of since the look began is told now.
            guard heard.contains(audience) else { return }
            looking = await look(audience, by: clock)
        }
    }

    /// - Returns: how long it took.
    private func look(_ audience: Audience, by clock: ContinuousClock) async -> Duration {
        let began = clock.now
        heard.remove(audience)
        do { try await refresh(audience, countsAnew: true) } catch { heard.insert(audience) }
        return clock.now - began
    }

    /// Tells each reader what changed since it was last told: the same bytes to all who were told the same, which are
    /// all but those who came a moment ago or read too slowly.
    private func tell(_ audience: Audience) -> Bool {
        guard let book = books[audience], let mark = book.mark else { return false }
        let behind = readers.numbers(of: audience, before: mark)
        for (seen, numbers) in behind {
            let frame = book.frame(after: seen, at: clock().instant.milliseconds, retry: false)
            readers.tell(numbers, frame, upTo: mark)
        }
        return !behind.isEmpty
    }

    private func emptyBook(of audience: Audience) -> LiveBook {
        LiveBook(epoch: epoch, isInside: audience.isInside)
    }

    private func refresh(_ audience: Audience, countsAnew: Bool) async throws {
        // Whatever is heard of from here on may not be in it.
        lookedAt[audience] = .start
        let (content, position) = try await compose(Look(audience: audience, countsAnew: countsAnew))
        books[audience, default: emptyBook(of: audience)].take(content, at: position)
        if lookedAt[audience] != nil { lookedAt[audience] = position }
    }
}
