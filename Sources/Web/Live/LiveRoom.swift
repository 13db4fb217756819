internal import Actions
internal import Domain
internal import Journal
internal import NIOCore
internal import Pages

/// Who reads a stream: everyone of one audience gets the same bytes.
struct Audience: Hashable, Sendable {
    enum Screen: String, Sendable, CaseIterable {
        case phone, projector, console

        /// The first change goes out at once, then at most so often.
        var tick: Duration { self == .phone ? .seconds(1) : .milliseconds(250) }
    }

    let screen: Screen
    let language: Language
    /// Whether names are in it.
    let isInside: Bool
}

/// What a screen shows that changes: numbers by name, fragments of HTML by element id.
struct LiveContent: Sendable, Equatable {
    var numbers: [String: Int] = [:]
    var fragments: [String: String] = [:]
    /// A page's content that each device fetches anew when it changes, for it holds the device's own marks.
    var stamps: [String: String] = [:]
}

/// The live frames of one gathering: composed once for each audience, sent as the same bytes to everyone in it.
actor LiveRoom {
    typealias Compose = @Sendable (Audience) async throws -> (LiveContent, Position)

    /// A slow reader keeps so many frames; the newest state wins, for each frame can be left out when a later one
    /// names the same things.
    private static let bufferedFramesMax = 8

    private let epoch: Epoch
    private let compose: Compose
    private var books: [Audience: LiveBook] = [:]
    private var readers: [Int: Reader] = [:]
    private var readerCount = 0
    private var pending: Set<Audience> = []

    private struct Reader {
        let audience: Audience
        let frames: AsyncStream<ByteBuffer>.Continuation
    }

    init(epoch: Epoch, compose: @escaping Compose) {
        self.epoch = epoch
        self.compose = compose
    }

    var isEmpty: Bool { readers.isEmpty }

    /// Frames from now on; first everything that is newer than what the reader has seen.
    func frames(for audience: Audience, after lastID: String?) async throws -> AsyncStream<ByteBuffer> {
        let (stream, frames) = AsyncStream.makeStream(
            of: ByteBuffer.self, bufferingPolicy: .bufferingNewest(Self.bufferedFramesMax))
        try await refresh(audience)
        readerCount += 1
        let number = readerCount
        frames.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.leave(number) }
        }
        let book = books[audience] ?? LiveBook()
        let seen = LiveID(lastID).flatMap { $0.epoch == epoch.description ? $0.position : nil }
        frames.yield(book.frame(after: seen, epoch: epoch, retry: true))
        readers[number] = Reader(audience: audience, frames: frames)
        return stream
    }

    /// Something changed: the first change goes out at once, the next after the audience's tick.
    func changed() {
        for audience in Set(readers.values.map(\.audience)) where pending.insert(audience).inserted {
            Task { await self.send(to: audience) }
        }
    }

    /// A sign of life: only a write tells whether a reader is still there.
    func beat() {
        let beat = ByteBuffer(string: "event: beat\ndata: {}\n\n")
        for reader in readers.values { reader.frames.yield(beat) }
    }

    /// Ends all streams, so that the server can stop.
    func close() {
        for reader in readers.values { reader.frames.finish() }
        readers = [:]
    }

    private func leave(_ number: Int) {
        readers[number] = nil
        let audiences = Set(readers.values.map(\.audience))
        books = books.filter { audiences.contains($0.key) }
    }

    private func send(to audience: Audience) async {
        let before = books[audience]?.position
        try? await refresh(audience)
        if let book = books[audience], book.position != before {
            let frame = book.frame(after: before, epoch: epoch, retry: false)
            for reader in readers.values where reader.audience == audience { reader.frames.yield(frame) }
        }
        try? await Task.sleep(for: audience.screen.tick)
        pending.remove(audience)
        if let newest = try? await compose(audience).1, newest != books[audience]?.position { changed() }
    }

    private func refresh(_ audience: Audience) async throws {
        let (content, position) = try await compose(audience)
        books[audience, default: LiveBook()].take(content, at: position)
    }
}

/// Epoch and position, as a frame's id carries them.
struct LiveID: Sendable {
    let epoch: String
    let position: Position

    init?(_ text: String?) {
        guard let parts = text?.split(separator: "-"), parts.count == 2, let value = Int64(parts[1]) else {
            return nil
        }
        epoch = String(parts[0])
        position = Position(value)
    }

    static func text(_ epoch: Epoch, _ position: Position) -> String { "\(epoch)-\(position.value)" }
}
