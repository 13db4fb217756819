internal import FoundationEssentials
internal import Journal
internal import NIOCore

/// What an audience was last told, and at which mark each thing changed last.
struct LiveBook: Sendable {
    let epoch: Epoch
    /// Whether names are in it.
    let isInside: Bool
    private(set) var mark: LiveMark?
    private var content = LiveContent()
    private var changedAt: [String: LiveMark] = [:]

    init(epoch: Epoch, isInside: Bool) {
        self.epoch = epoch
        self.isInside = isInside
    }

    /// Takes what there is to tell at a position.
    ///
    /// One desk may have an entry a moment before another has an older one: what then changes at a position that
    /// was told already counts as its next turn. What was composed at an older position came too late.
    mutating func take(_ new: LiveContent, at position: Position) {
        if let mark, position < mark.position || new == content { return }
        let isLater = mark.map { $0.position < position } ?? true
        let now = isLater ? LiveMark(position: position) : (mark?.next ?? LiveMark(position: position))
        for name in Set(content.values.keys).union(new.values.keys)
        where content.values[name] != new.values[name] {
            changedAt[name] = now
        }
        content = new
        mark = now
    }

    /// All that changed after `seen`; everything for who has seen nothing of this epoch.
    ///
    /// The first frame, which says when to `retry`, has all numbers: a page may have been made between two looks of the
    /// book, and show a number that was changed back before the second.
    func frame(after seen: LiveMark?, at milliseconds: Int64, retry: Bool) -> ByteBuffer {
        let isNew: (String) -> Bool = { name in
            guard let seen, let changed = changedAt[name] else { return true }
            return changed > seen
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json =
            (try? encoder.encode(Frame(content, time: milliseconds, hasAllNumbers: retry, isNew)))
            ?? Data("{}".utf8)

        var buffer = ByteBuffer()
        let id = LiveID.text(epoch, mark ?? LiveMark(position: .start), isInside: isInside)
        buffer.writeString("id: \(id)\n")
        if retry { buffer.writeString("retry: 2000\n") }
        buffer.writeString("data: ")
        buffer.writeBytes(json)
        buffer.writeString("\n\n")
        return buffer
    }

    /// JSON has no line breaks of its own, so a frame is one line of the stream. `time` is the server's clock, by
    /// which countdowns are read.
    private struct Frame: Encodable {
        var fragments: [String: String] = [:]
        /// Topic, then what it counts: `{"wishes": {"7": 12}}`.
        var numbers: [String: [String: Int]] = [:]
        var stamps: [String: String] = [:]
        let time: Int64

        init(
            _ content: LiveContent, time: Int64, hasAllNumbers: Bool, _ isNew: (String) -> Bool
        ) {
            self.time = time
            for (name, value) in content.values {
                switch value {
                case .number(let number) where hasAllNumbers || isNew(name):
                    numbers[content.topic(of: name), default: [:]][content.rest(of: name)] = number
                case .fragment(let fragment) where isNew(name): fragments[name] = fragment.html
                case .stamp(let stamp) where isNew(name): stamps[name] = stamp
                default: continue
                }
            }
        }
    }
}

/// What a screen shows that changes: numbers by topic and name, fragments of HTML by element id, stamps of pages.
struct LiveContent: Sendable, Equatable {
    private(set) var values: [String: Value] = [:]

    enum Value: Sendable, Equatable {
        case number(Int)
        case fragment(Fragment)
        /// A page's content that each device fetches anew when it changes, for it holds the device's own marks.
        case stamp(String)
    }

    /// HTML that is sent again when its key changes: numbers in it are told as numbers.
    struct Fragment: Sendable, Equatable {
        let html: String
        let key: String

        init(_ html: String, key: String? = nil) {
            self.html = html
            self.key = key ?? html
        }

        static func == (left: Self, right: Self) -> Bool { left.key == right.key }
    }

    mutating func count(_ topic: String, _ name: String, _ number: Int) {
        values["\(topic)/\(name)"] = .number(number)
    }

    mutating func show(_ id: String, _ fragment: Fragment) { values[id] = .fragment(fragment) }

    mutating func stamp(_ name: String, _ stamp: String) { values[name] = .stamp(stamp) }

    fileprivate func topic(of name: String) -> String { String(name.prefix { $0 != "/" }) }

    fileprivate func rest(of name: String) -> String { String(name.drop { $0 != "/" }.dropFirst()) }
}

/// How far a screen has been told: a position, and the turn at it.
struct LiveMark: Sendable, Hashable, Comparable {
    let position: Position
    var turn = 0

    var next: Self { Self(position: position, turn: turn + 1) }

    static func < (left: Self, right: Self) -> Bool {
        (left.position, left.turn) < (right.position, right.turn)
    }
}

/// How new a page or a frame is, and whether its reader may see names: `epoch-position-turn-in`, or `-out`. A page that hears
/// frames for other eyes than its own loads anew (`live.js`); the server reads no more of it than how new the page is.
struct LiveID: Sendable {
    let epoch: String
    let mark: LiveMark

    init?(_ text: String?) {
        guard let parts = text?.split(separator: "-"), parts.count > 1, let value = Int64(parts[1]) else {
            return nil
        }
        let turn = parts.count > 2 ? Int(parts[2]) ?? 0 : 0
        epoch = String(parts[0])
        mark = LiveMark(position: Position(value), turn: turn)
    }

    static func text(_ epoch: Epoch, _ mark: LiveMark, isInside: Bool) -> String {
        "\(epoch)-\(mark.position.value)-\(mark.turn)-\(isInside ? "in" : "out")"
    }
}
