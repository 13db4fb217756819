import Domain
import Foundation
import Journal
import JournalSQLite
import Synchronization
import TestSupport
import Testing

/// What somebody finds who has the file of the ballot boxes, byte by byte.
@Suite struct BallotFileTests {
    /// As many as fill several pages, words long enough that they do.
    private static let count = 60

    private static func paper(_ number: Int) throws -> Paper {
        try Paper.sample(
            "Wort-\(number % 17)a", "Ton-\(number % 5)b",
            sentence: "Satz \(number). " + String(repeating: "weil ", count: 30))
    }

    /// Writes papers and marks into a new file: the paper at `papers[i]` comes at the time i, from `people[i]`.
    private func bytes(papers: [Int], people: [Int]) async throws -> Data {
        let folder = try TemporaryFolder()
        let names = Mutex(papers.flatMap { [UInt64($0) &* 0x9E37_79B9_7F4A_7C15, UInt64($0)] }[...])
        let box = try BallotsSQLite(path: folder("ballots.sqlite")) { names.withLock { $0.popFirst() } ?? 0 }
        for (paper, person) in zip(papers, people) {
            let drop = try await box.drop(
                Self.paper(paper), marking: .sample(.certain("p\(person)")), in: "g1")
            #expect(drop == .kept)
        }
        try box.close()
        return try Data(contentsOf: URL(filePath: folder("ballots.sqlite")))
    }

    @Test func `the file is the same whoever wrote which paper, and in whatever order they came`()
        async throws
    {
        let all = Array(0..<Self.count)
        let expected = try await bytes(papers: all, people: all)
        var dice = SeededGenerator(seed: 20_261_122)
        #expect(expected.count > 4 * 4096)

        for _ in 0..<2 {
            let papers = all.shuffled(using: &dice)
            let people = all.shuffled(using: &dice)
            #expect(try await bytes(papers: papers, people: people) == expected)
        }
        #expect(try await bytes(papers: all.reversed(), people: all) == expected)
    }

    /// With names of real chance: how far a paper stands from the file's beginning says nothing of when it came. Of
    /// Spearman's coefficient at 60 papers one in a million is beyond 0.64 by chance.
    @Test func `places in the file do not go with the order of coming`() async throws {
        let folder = try TemporaryFolder()
        let box = try BallotsSQLite.sample(path: folder("ballots.sqlite"), seed: 7)
        for number in 0..<Self.count {
            _ = try await box.drop(Self.paper(number), marking: .sample(.certain("p\(number)")), in: "g1")
        }
        try box.close()
        let file = try Data(contentsOf: URL(filePath: folder("ballots.sqlite")))

        let papers = try (0..<Self.count).map { number in
            try #require(file.range(of: Data("Satz \(number). ".utf8))).lowerBound
        }
        let marks = try (0..<Self.count).map { number in
            let mark = try Mark.sample(.certain("p\(number)"))
            return try #require(file.range(of: Data(mark.text.utf8))).lowerBound
        }

        #expect(abs(Self.correlation(papers, Array(0..<Self.count))) < 0.64)
        #expect(abs(Self.correlation(marks, Array(0..<Self.count))) < 0.64)
        #expect(abs(Self.correlation(papers, marks)) < 0.64)
    }

    /// Spearman's coefficient of two lists without ties.
    private static func correlation(_ left: [Int], _ right: [Int]) -> Double {
        let count = Double(left.count)
        let squares = zip(ranks(left), ranks(right)).map { Double(($0 - $1) * ($0 - $1)) }.reduce(0, +)
        return 1 - 6 * squares / (count * (count * count - 1))
    }

    private static func ranks(_ values: [Int]) -> [Int] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = Array(repeating: 0, count: values.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        return ranks
    }

    @Test func `neither a participant nor a time nor an act stands in it, and there is no log beside it`()
        async throws
    {
        let folder = try TemporaryFolder()
        let box = try BallotsSQLite.sample(path: folder("ballots.sqlite"))
        for number in 0..<9 {
            _ = try await box.drop(
                Self.paper(number), marking: .sample(.certain("participant-\(number)")), in: "g1")
        }

        #expect(try folder.names() == ["ballots.sqlite"])
        let file = try Data(contentsOf: URL(filePath: folder("ballots.sqlite")))
        #expect(file.range(of: Data("Satz 3. ".utf8)) != nil)
        #expect(file.range(of: Data("participant".utf8)) == nil)
        try box.close()
    }

    @Test func `what was destroyed leaves no byte, and what stays is there`() async throws {
        let folder = try TemporaryFolder()
        let box = try BallotsSQLite.sample(path: folder("ballots.sqlite"))
        for number in 0..<Self.count {
            let gathering: Gathering.ID = number.isMultiple(of: 3) ? "g2" : "g1"
            _ = try await box.drop(
                Self.paper(number), marking: .sample(.certain("p\(number)"), in: gathering), in: gathering)
        }
        try await box.remove(.sample("p0", in: "g2"), in: "g2")

        try await box.destroy("g1")

        let file = try Data(contentsOf: URL(filePath: folder("ballots.sqlite")))
        for number in 0..<Self.count {
            let isKept = number.isMultiple(of: 3)
            let mark = try Mark.sample(.certain("p\(number)"), in: isKept ? "g2" : "g1")
            #expect((file.range(of: Data("Satz \(number). ".utf8)) != nil) == isKept, "\(number)")
            #expect((file.range(of: Data(mark.text.utf8)) != nil) == (isKept && number > 0), "\(number)")
        }
        #expect(try folder.names() == ["ballots.sqlite"])
        try box.close()
    }

    @Test func `what lies in it is there again after a start`() async throws {
        let folder = try TemporaryFolder()
        let first = try BallotsSQLite.sample(path: folder("ballots.sqlite"))
        try await first.fill(["gut", "laut"])
        try first.close()

        let second = try BallotsSQLite.sample(path: folder("ballots.sqlite"), seed: 2)

        #expect(try await second.holds(.sample("p1"), in: "g1"))
        #expect(try await second.seal("g1") == [.sample("gut"), .sample("laut")])
        try second.close()
        let third = try BallotsSQLite.sample(path: folder("ballots.sqlite"), seed: 3)
        #expect(try await third.drop(.sample("neu"), marking: .sample("late"), in: "g1") == .sealed)
        try third.close()
    }

    @Test func `a file that is none is told with its name`() throws {
        let folder = try TemporaryFolder()
        try Data("no database, but long enough to be taken for one".utf8)
            .write(to: URL(filePath: folder("ballots.sqlite")))

        let fault = #expect(throws: JournalFault.self) {
            try BallotsSQLite.sample(path: folder("ballots.sqlite"))
        }

        #expect(fault?.kind == .damaged)
        #expect(fault?.description.contains("ballots.sqlite") == true)
    }

    @Test func `a paper that cannot be read is told without its words`() async throws {
        let folder = try TemporaryFolder()
        let box = try BallotsSQLite.sample(path: folder("ballots.sqlite"))
        try await box.fill(["gut"])
        try box.close()
        var file = try Data(contentsOf: URL(filePath: folder("ballots.sqlite")))
        let place = try #require(file.range(of: Data(#"{"words":["gut"]}"#.utf8)))
        file[place.lowerBound] = UInt8(ascii: "[")
        try file.write(to: URL(filePath: folder("ballots.sqlite")))
        let damaged = try BallotsSQLite.sample(path: folder("ballots.sqlite"))

        let fault = await #expect(throws: JournalFault.self) { _ = try await damaged.seal("g1") }

        #expect(fault?.kind == .damaged)
        #expect(fault?.description.contains("gut") == false)
        try damaged.close()
    }
}
