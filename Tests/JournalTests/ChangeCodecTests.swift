import Domain
import Journal
import TestSupport
import Testing

@Suite struct ChangeCodecTests {
    private enum Change: Codable, Sendable, Equatable {
        case shouted(words: [String], at: Instant)
        case left
    }

    @Test func `changes are written with sorted keys and plain slashes`() throws {
        let body = try ChangeCodec().encode([
            Change.shouted(words: ["ä/b"], at: Instant(milliseconds: 7)), .left,
        ])

        #expect(
            String(decoding: body, as: UTF8.self) == #"[{"shouted":{"at":7,"words":["ä/b"]}},{"left":{}}]"#)
    }

    @Test func `changes come back as they were`() throws {
        let changes: [Change] = [.left, .shouted(words: ["a\u{0}\"\n"], at: .sample)]
        let codec = ChangeCodec()

        #expect(try codec.decode(Change.self, from: codec.encode(changes)) == changes)
    }
}
