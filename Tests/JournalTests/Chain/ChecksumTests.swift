import Domain
import Foundation
import Journal
import TestSupport
import Testing

@Suite struct ChecksumTests {
    @Test func `it is SHA-256`() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        var running = Checksum.Running()
        running.add(Array("a".utf8))
        running.add(Array("bc".utf8))

        #expect(Checksum(of: Array("abc".utf8)).description == abc)
        #expect(running.finish().description == abc)
    }

    @Test(arguments: [(0, false), (31, false), (32, true), (33, false)])
    func `it has 32 bytes`(_ count: Int, isChecksum: Bool) {
        #expect((Checksum([UInt8](repeating: 1, count: count)) != nil) == isChecksum)
    }

    @Test func `it survives being written down`() throws {
        let checksum = Checksum(of: [1, 2, 3])

        let text = try JSONEncoder().encode([checksum])

        #expect(String(decoding: text, as: UTF8.self) == "[\"\(checksum)\"]")
        #expect(try JSONDecoder().decode([Checksum].self, from: text) == [checksum])
    }

    @Test(arguments: [
        "", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
        String(repeating: "A", count: 64),
    ])
    func `what is no checksum is not read as one`(_ text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Checksum].self, from: Data("[\"\(text)\"]".utf8))
        }
    }

    @Test func `an entry's checksum depends on every field and on all before it`() {
        let entries = [
            entry(), entry(position: 2), entry(stream: "gathering/g2"), entry(version: 2),
            entry(actor: "ben"),
            entry(act: "a2"), entry(milliseconds: 1), entry(body: [1]), entry(body: [0, 0]),
            // The same letters, cut elsewhere.
            entry(actor: "annaa", act: "1"), entry(stream: "gathering/g1a", actor: "nna"),
        ]

        let checksums =
            entries.map { Checksum.none.chained(to: $0) } + [Checksum(of: []).chained(to: entry())]

        #expect(Set(checksums).count == checksums.count)
        #expect(Checksum.none.chained(to: entry()) == checksums[0])
    }

    private func entry(
        position: Position = 1, stream: StreamID = "gathering/g1", version: Version = 1,
        actor: ActorID = "anna",
        act: ActID = "a1", milliseconds: Int64 = 0
    ) -> Entry {
        Entry(
            position: position, stream: stream, version: version, key: ActKey(actor: actor, act: act),
            moment: Instant(milliseconds: milliseconds), body: [0])
    }

    private func entry(body: [UInt8]) -> Entry {
        let usual = entry()
        return Entry(
            position: usual.position, stream: usual.stream, version: usual.version, key: usual.key,
            moment: usual.moment, body: body)
    }
}

@Suite struct TallyTests {
    private let first = Act.sample("a1", on: "gathering/g1").entries(at: 1)[0]

    @Test func `it counts entry after entry`() throws {
        let second = Act.sample("a2", on: "gathering/g1").entries(at: 2, version: 2)[0]
        let third = Act.sample("a3", on: "interest/g1").entries(at: 3)[0]
        var tally = Tally()
        var head = Checksum.none

        for entry in [first, second, third] {
            head = head.chained(to: entry)
            try tally.add(entry, checksum: head)
        }

        #expect(tally.entryCount == 3)
        #expect(tally.newest == 3)
        #expect(tally.head == head)
        #expect(tally.streams == ["gathering/g1": 2, "interest/g1": 1])
    }

    @Test(arguments: [
        (Act.sample("a2", on: "gathering/g1").entries(at: 3, version: 2)[0], "it is missing"),
        (Act.sample("a2", on: "gathering/g1").entries(at: 1, version: 2)[0], "it is missing"),
        (
            Act.sample("a2", on: "gathering/g1").entries(at: 2, version: 3)[0],
            "gathering/g1 goes on with 3, not 2"
        ),
        (
            Act.sample("a2", on: "gathering/g2").entries(at: 2, version: 2)[0],
            "gathering/g2 goes on with 2, not 1"
        ),
    ])
    func `what cannot follow is refused and not counted`(_ entry: Entry, finding: String) throws {
        var tally = Tally()
        let head = Checksum.none.chained(to: first)
        try tally.add(first, checksum: head)
        let before = tally

        let fault = #expect(throws: JournalFault.self) {
            try tally.add(entry, checksum: head.chained(to: entry))
        }

        #expect(fault == .damaged(at: 2, finding))
        #expect(tally == before)
    }

    @Test func `a checksum of something else is refused`() throws {
        var tally = Tally()

        let fault = #expect(throws: JournalFault.self) { try tally.add(first, checksum: .none) }

        #expect(fault == .damaged(at: 1, "its checksum does not fit"))
    }
}
