internal import FoundationEssentials
internal import Journal
internal import NIOCore

/// What an audience was last told, and at which position each thing changed last.
struct LiveBook: Sendable {
    private(set) var position: Position?
    private var content = LiveContent()
    private var changedAt: [String: Position] = [:]

    mutating func take(_ new: LiveContent, at position: Position) {
        guard self.position != position || new != content else { return }
        for (name, value) in new.numbers where content.numbers[name] != value {
            changedAt["n/" + name] = position
        }
        for name in content.numbers.keys where new.numbers[name] == nil { changedAt["n/" + name] = position }
        for (name, value) in new.fragments where content.fragments[name] != value {
            changedAt["f/" + name] = position
        }
        for (name, value) in new.stamps where content.stamps[name] != value {
            changedAt["s/" + name] = position
        }
        content = new
        self.position = position
    }

    /// All that changed after `seen`; everything for who has seen nothing of this epoch.
    func frame(after seen: Position?, epoch: Epoch, retry: Bool) -> ByteBuffer {
        let isNew: (String) -> Bool = { name in
            guard let seen, let changed = changedAt[name] else { return true }
            return changed > seen
        }
        let frame = Frame(
            numbers: content.numbers.filter { isNew("n/" + $0.key) },
            fragments: content.fragments.filter { isNew("f/" + $0.key) },
            stamps: content.stamps.filter { isNew("s/" + $0.key) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = (try? encoder.encode(frame)) ?? Data("{}".utf8)

        var buffer = ByteBuffer()
        buffer.writeString("id: \(LiveID.text(epoch, position ?? .start))\n")
        if retry { buffer.writeString("retry: 2000\n") }
        buffer.writeString("data: ")
        buffer.writeBytes(json)
        buffer.writeString("\n\n")
        return buffer
    }

    /// JSON has no line breaks of its own, so a frame is one line of the stream.
    private struct Frame: Encodable {
        let numbers: [String: Int]
        let fragments: [String: String]
        let stamps: [String: String]
    }
}
