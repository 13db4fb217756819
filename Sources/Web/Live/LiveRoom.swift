internal import Actions
internal import Domain
internal import Journal
internal import NIOCore
internal import Pages

/// Who reads a stream: everyone of one audience gets the same bytes.
struct Audience: Hashable, Sendable {
    /// What is open on the device. A phone is sent only what its page shows.
    enum Screen: String, Sendable, CaseIterable {
        case phone, people, group, board, record, projector, console

        /// The first change goes out at once, then at most so often.
        var tick: Duration {
            switch self {
            case .phone, .people, .group, .board: .seconds(1)
            case .record: .milliseconds(500)
            case .projector, .console: .milliseconds(250)
            }
        }

        /// By the page's address, as the browser names it.
        init(page: String) {
            let parts = page.split(separator: "/").dropFirst(2)
            switch parts.first {
            case "board": self = .board
            case "projector": self = .projector
            case "console": self = .console
            case "people": self = .people
            case "records": self = .record
            // The page of a topic says how many go on with it.
            case "proposals": self = .group
            default: self = .phone
            }
        }
    }

    let screen: Screen
    let language: Language
    /// Whether names are in it.
    let isInside: Bool
}

/// The live frames of one gathering: composed once for each audience, sent as the same bytes to everyone in it.
actor LiveRoom {
    typealias Compose = @Sendable (Audience) async throws -> (LiveContent, Position)

    /// A reader who is so many frames behind is cut off: its browser comes back by itself, says what it has seen, and
    /// gets all that changed since in one frame.
    private static let bufferedFramesMax = 8
    static let readersOfDeviceMax = 8
    private static let readersMax = 10_000

    private let epoch: Epoch
    private let clock: @Sendable () -> Now
    private let compose: Compose
    private var books: [Audience: LiveBook] = [:]
    private var readers: [Int: Reader] = [:]
    private var readerCount = 0
    private var pending: Set<Audience> = []
    private var enteringCount = 0
    private var isClosed = false

    private struct Reader {
        let audience: Audience
        let person: Participant.ID?
        let viewer: Viewer?
        let frames: AsyncStream<ByteBuffer>.Continuation
        /// How far this reader was told.
        var mark: LiveMark

        func tell(_ frame: ByteBuffer) {
            if case .dropped = frames.yield(frame) { frames.finish() }
        }
    }

    init(epoch: Epoch, clock: @escaping @Sendable () -> Now, compose: @escaping Compose) {
        self.epoch = epoch
        self.clock = clock
        self.compose = compose
    }

    /// How many screens are open.
    var screenCount: Int { readers.count }

    /// Frames from now on; first everything that is newer than what the reader has seen. Nil when the room is closed:
    /// there is another one by now.
    func frames(
        for audience: Audience, person: Participant.ID? = nil, after lastID: String?, viewer: Viewer? = nil
    ) async throws -> AsyncStream<ByteBuffer>? {
        guard !isClosed else { return nil }
        try mustHaveRoom(for: viewer?.device)
        enteringCount += 1
        defer { enteringCount -= 1 }
        let (stream, frames) = AsyncStream.makeStream(
            of: ByteBuffer.self, bufferingPolicy: .bufferingOldest(Self.bufferedFramesMax))
        try await refresh(audience)
        readerCount += 1
        let number = readerCount
        frames.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.leave(number) }
        }
        let book = books[audience] ?? LiveBook()
        let seen = LiveID(lastID).flatMap { $0.epoch == epoch.description ? $0.mark : nil }
        frames.yield(book.frame(after: seen, epoch: epoch, at: clock().instant.milliseconds, retry: true))
        readers[number] = Reader(
            audience: audience, person: person, viewer: viewer, frames: frames,
            mark: book.mark ?? LiveMark(position: .start))
        return stream
    }

    /// Something changed: the first change goes out at once, the next after the audience's tick.
    ///
    /// `screens`: those that show it; nil for all.
    func changed(on screens: Set<Audience.Screen>? = nil) {
        for audience in Set(readers.values.map(\.audience))
        where screens?.contains(audience.screen) ?? true && pending.insert(audience).inserted {
            Task { await self.send(to: audience) }
        }
    }

    /// A sign of life: only a write tells whether a reader is still there.
    func beat() {
        let beat = ByteBuffer(string: "event: heartbeat\ndata: \(clock().instant.milliseconds)\n\n")
        for reader in readers.values { reader.tell(beat) }
    }

    /// Somebody's own marks changed: their screens fetch their page anew, but for the one that knows this act as its own.
    func tell(_ person: Participant.ID, of act: ActID) {
        let mine = ByteBuffer(string: "event: mine\ndata: \(act)\n\n")
        for reader in readers.values where reader.person == person { reader.tell(mine) }
    }

    /// Somebody is not here any more: their screens load anew, and hear from then on what a stranger hears.
    func letGo(of person: Participant.ID) {
        for (number, reader) in readers where reader.person == person { end(number, reader) }
    }

    /// The gathering is gone: all pages load anew, and are told so.
    func letGo() {
        isClosed = true
        for (number, reader) in readers { end(number, reader) }
    }

    /// Ends the streams of those who belong to another audience by now: their pages load anew, and show what they may.
    func recheck(_ audiences: @Sendable ([Viewer]) async throws -> [Audience]) async {
        let viewers = readers.compactMap { number, reader in reader.viewer.map { (number, $0) } }
        guard !viewers.isEmpty, let now = try? await audiences(viewers.map(\.1)) else { return }
        for ((number, _), audience) in zip(viewers, now) {
            guard let reader = readers[number], reader.audience != audience else { continue }
            end(number, reader)
        }
    }

    private func end(_ number: Int, _ reader: Reader) {
        reader.tell(ByteBuffer(string: "data: {\"reload\":true}\n\n"))
        reader.frames.finish()
        leave(number)
    }

    private func mustHaveRoom(for device: Device.ID?) throws(TooMany) {
        let own = device.map { device in readers.values.count { $0.viewer?.device == device } } ?? 0
        guard own < Self.readersOfDeviceMax, readers.count < Self.readersMax else {
            throw TooMany(.streams, waitMilliseconds: 30_000)
        }
    }

    /// Nobody reads, and from now on nobody can.
    func closeIfEmpty() -> Bool {
        guard readers.isEmpty, enteringCount == 0 else { return false }
        isClosed = true
        return true
    }

    /// Ends all streams, so that the server can stop.
    func close() {
        isClosed = true
        for reader in readers.values { reader.frames.finish() }
        readers = [:]
    }

    private func leave(_ number: Int) {
        readers[number] = nil
        let audiences = Set(readers.values.map(\.audience))
        books = books.filter { audiences.contains($0.key) }
    }

    private func send(to audience: Audience) async {
        try? await refresh(audience)
        let wasTold = tell(audience)
        // Counts may be a moment old: when there was nothing new to tell, the next look comes soon.
        try? await Task.sleep(for: wasTold ? audience.screen.tick : KeptPages.freshness)
        pending.remove(audience)
        guard readers.values.contains(where: { $0.audience == audience }) else { return }
        try? await refresh(audience)
        if let mark = books[audience]?.mark,
            readers.values.contains(where: { $0.audience == audience && $0.mark < mark })
        {
            changed()
        }
    }

    /// Tells each reader what changed since it was last told: the same bytes to all who were told the same, which are
    /// all but those who came a moment ago.
    private func tell(_ audience: Audience) -> Bool {
        guard let book = books[audience], let mark = book.mark else { return false }
        let behind = readers.filter { $0.value.audience == audience && $0.value.mark < mark }
        for (seen, group) in Dictionary(grouping: behind.keys, by: { behind[$0]?.mark }) {
            let frame = book.frame(
                after: seen, epoch: epoch, at: clock().instant.milliseconds, retry: false)
            for number in group {
                readers[number]?.mark = mark
                readers[number]?.tell(frame)
            }
        }
        return !behind.isEmpty
    }

    private func refresh(_ audience: Audience) async throws {
        let (content, position) = try await compose(audience)
        books[audience, default: LiveBook()].take(content, at: position)
    }
}
