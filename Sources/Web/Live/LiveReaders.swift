internal import Actions
internal import Domain
internal import Journal
internal import NIOCore

/// What one reader is sent, until somebody ends it.
struct LiveFrames: Sendable, AsyncSequence {
    let frames: AsyncStream<ByteBuffer>
    private let buffer: AsyncStream<ByteBuffer>.Continuation

    /// So many frames wait for a slow reader, and no more: what is newer is told in one frame when it reads again.
    static let waitingMax = 4

    static func make() -> (LiveFrames, AsyncStream<ByteBuffer>.Continuation) {
        let (frames, buffer) = AsyncStream.makeStream(
            of: ByteBuffer.self, bufferingPolicy: .bufferingOldest(waitingMax))
        return (LiveFrames(frames: frames, buffer: buffer), buffer)
    }

    /// What waits is sent, and nothing after it.
    func end() { buffer.finish() }

    func makeAsyncIterator() -> AsyncStream<ByteBuffer>.Iterator { frames.makeAsyncIterator() }
}

/// One open screen.
struct LiveReader: Sendable {
    let audience: Audience
    let person: Participant.ID?
    let viewer: Viewer?
    let frames: AsyncStream<ByteBuffer>.Continuation
    /// How far this reader was told.
    var mark: LiveMark
    /// It had no room for the last frame: it is told with a heartbeat, and then all that changed since.
    fileprivate(set) var isBehind = false
    /// Its own marks changed meanwhile.
    fileprivate var missedMarks = false

    init(
        audience: Audience, person: Participant.ID?, viewer: Viewer?,
        frames: AsyncStream<ByteBuffer>.Continuation, mark: LiveMark
    ) {
        self.audience = audience
        self.person = person
        self.viewer = viewer
        self.frames = frames
        self.mark = mark
    }

    fileprivate func takes(_ frame: ByteBuffer) -> Bool {
        if case .enqueued = frames.yield(frame) { true } else { false }
    }

    func end(with frame: ByteBuffer) {
        frames.yield(frame)
        frames.finish()
    }
}

/// Who reads a room, found by audience, person and device without a look at everybody.
struct LiveReaders: Sendable {
    private var all: [Int: LiveReader] = [:]
    private var ofAudience: [Audience: Set<Int>] = [:]
    private var ofPerson: [Participant.ID: Set<Int>] = [:]
    private var countOfDevice: [Device.ID: Int] = [:]
    private var behind: Set<Int> = []
    private var lastNumber = 0
    /// Those who have neither a seat nor an office here.
    private(set) var strangerCount = 0

    var count: Int { all.count }
    var behindCount: Int { behind.count }
    var numbers: [Int] { Array(all.keys) }
    var audiences: [Audience] { Array(ofAudience.keys) }

    var viewers: [(number: Int, viewer: Viewer)] {
        all.compactMap { number, reader in reader.viewer.map { (number, $0) } }
    }

    subscript(number: Int) -> LiveReader? { all[number] }

    func numbers(of person: Participant.ID) -> [Int] { Array(ofPerson[person] ?? []) }

    func count(of device: Device.ID) -> Int { countOfDevice[device] ?? 0 }

    func hasReaders(of audience: Audience) -> Bool { ofAudience[audience] != nil }

    /// Whether somebody was not told this yet who has room for it.
    func awaits(_ audience: Audience, _ mark: LiveMark) -> Bool {
        (ofAudience[audience] ?? []).contains { number in
            all[number].map { $0.mark < mark && !$0.isBehind } ?? false
        }
    }

    /// Those who were told less, by what they were told.
    func numbers(of audience: Audience, before mark: LiveMark) -> [LiveMark: [Int]] {
        var behind: [LiveMark: [Int]] = [:]
        for number in ofAudience[audience] ?? [] {
            guard let seen = all[number]?.mark, seen < mark else { continue }
            behind[seen, default: []].append(number)
        }
        return behind
    }

    mutating func add(_ reader: LiveReader) -> Int {
        lastNumber += 1
        all[lastNumber] = reader
        if !reader.audience.isInside { strangerCount += 1 }
        ofAudience[reader.audience, default: []].insert(lastNumber)
        if let person = reader.person { ofPerson[person, default: []].insert(lastNumber) }
        if let device = reader.viewer?.device { countOfDevice[device, default: 0] += 1 }
        return lastNumber
    }

    /// - Returns: the audience that it belonged to; nil when it is gone already.
    mutating func remove(_ number: Int) -> Audience? {
        guard let reader = all.removeValue(forKey: number) else { return nil }
        if !reader.audience.isInside { strangerCount -= 1 }
        behind.remove(number)
        ofAudience.take(number, from: reader.audience)
        if let person = reader.person { ofPerson.take(number, from: person) }
        if let device = reader.viewer?.device {
            countOfDevice[device] = countOfDevice[device].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
        return reader.audience
    }

    /// Who has no room for the frame stays where it was, and is told again later.
    mutating func tell(_ numbers: [Int], _ frame: ByteBuffer, upTo mark: LiveMark) {
        for number in numbers {
            guard all[number]?.takes(frame) == true else {
                note(number, isBehind: true)
                continue
            }
            all[number]?.mark = mark
            note(number, isBehind: false)
            tellMissedMarks(to: number)
        }
    }

    /// A frame that nobody misses when there is no room for it.
    mutating func tellAll(_ frame: ByteBuffer) {
        for number in all.keys { _ = all[number]?.takes(frame) }
        for number in behind { tellMissedMarks(to: number) }
    }

    /// Whoever had no room is told anew from now on.
    ///
    /// - Returns: whether there is somebody.
    mutating func tryAgain() -> Bool {
        let waiting = behind.filter { all[$0]?.missedMarks == false }
        for number in waiting { note(number, isBehind: false) }
        return !waiting.isEmpty
    }

    mutating func tellMarks(of person: Participant.ID, by act: ActID) {
        let frame = Self.marks(by: act)
        for number in ofPerson[person] ?? [] where all[number]?.takes(frame) == false {
            all[number]?.missedMarks = true
            note(number, isBehind: true)
        }
    }

    mutating func endAll() {
        for reader in all.values { reader.frames.finish() }
        self = LiveReaders()
    }

    private mutating func tellMissedMarks(to number: Int) {
        guard all[number]?.missedMarks == true else { return }
        let isTold = all[number]?.takes(Self.marks(by: ActID(number: 0))) == true
        all[number]?.missedMarks = !isTold
        note(number, isBehind: !isTold)
    }

    private static func marks(by act: ActID) -> ByteBuffer {
        ByteBuffer(string: "event: mine\ndata: \(act)\n\n")
    }

    private mutating func note(_ number: Int, isBehind: Bool) {
        guard all[number] != nil else { return }
        all[number]?.isBehind = isBehind
        if isBehind { behind.insert(number) } else { behind.remove(number) }
    }
}

extension Dictionary where Value == Set<Int> {
    fileprivate mutating func take(_ number: Int, from key: Key) {
        self[key]?.remove(number)
        if self[key]?.isEmpty == true { self[key] = nil }
    }
}
