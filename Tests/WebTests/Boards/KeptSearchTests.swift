import Domain
import Journal
import TestSupport
import Testing

@testable import Web

struct KeptSearchTests {
    private typealias Kept = KeptSearch<Int, String>

    private func question(_ basis: Int, interest: Position = 1) -> Kept.Question {
        Kept.Question(gathering: "g1", basis: basis, interest: interest)
    }

    @Test func `who asks while it is searched for waits for the same search`() async throws {
        let kept = Kept()
        let searches = Counter()
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let same = question(1)

        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...10 {
                group.addTask {
                    try await kept.found(same) {
                        searches.add()
                        for await _ in gate { break }
                        return "found"
                    }.found
                }
            }
            open.yield()
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(answers == Array(repeating: "found", count: 10))
        #expect(searches.count == 1)
    }

    @Test func `who does not wait hears of it when it is found`() async throws {
        let kept = Kept()
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let search: @Sendable () async throws -> String = {
            for await _ in gate { break }
            return "found"
        }

        #expect(kept.soon(question(1), search: search) == nil)
        #expect(kept.soon(question(1), search: search) == nil)
        open.yield()
        _ = try await kept.found(question(1), search: search)

        #expect(kept.soon(question(1), search: search) == "found")
    }

    @Test func `another board is searched for anew, and the search before is ended`() async throws {
        let kept = Kept()
        let (ended, end) = AsyncStream.makeStream(of: Bool.self)

        _ = kept.soon(question(1)) {
            let (never, _) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
            end.yield(Task.isCancelled)
            return "old"
        }
        let found = try await kept.found(question(2)) { "new" }

        #expect(found.found == "new")
        var iterator = ended.makeAsyncIterator()
        #expect(await iterator.next() == true)
        #expect(kept.soon(question(2)) { "newer" } == "new")
    }

    @Test func `a search that somebody waits for comes to its end, also when it is overtaken`() async throws {
        let kept = Kept()
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let old = question(1)

        async let waited = kept.found(old) {
            begin.yield()
            for await _ in gate { break }
            return Task.isCancelled ? "ended" : "old"
        }
        var iterator = begun.makeAsyncIterator()
        await iterator.next()
        let new = try await kept.found(question(2)) { "new" }.found
        open.yield()

        #expect(try await waited.found == "old")
        #expect(new == "new")
        #expect(kept.soon(question(2)) { "newer" } == "new")
    }

    @Test
    func `new wishes on the same board wait a moment, and are said to be missing; another board never waits`()
        async throws
    {
        let kept = Kept(freshness: .seconds(3_600))
        let first = try await kept.found(question(1, interest: 1)) { "first" }

        let second = try await kept.found(question(1, interest: 2)) { "second" }

        #expect(first.found == "first" && !first.isOfEarlierWishes)
        #expect(second.found == "first" && second.isOfEarlierWishes)
        #expect(kept.soon(question(1, interest: 2)) { "second" } == nil)
        #expect(try await kept.found(question(2, interest: 2)) { "second" }.found == "second")
    }

    @Test func `when the moment is over, new wishes are searched for`() async throws {
        let kept = Kept(freshness: .zero)
        _ = try await kept.found(question(1, interest: 1)) { "first" }

        #expect(try await kept.found(question(1, interest: 1)) { "second" }.found == "first")
        #expect(try await kept.found(question(1, interest: 2)) { "second" }.found == "second")
    }

    @Test func `new wishes end no search that runs, or none would come to its end`() async throws {
        let kept = Kept(freshness: .zero)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        _ = kept.soon(question(1, interest: 1)) {
            for await _ in gate { break }
            return Task.isCancelled ? "ended" : "first"
        }

        #expect(kept.soon(question(1, interest: 2)) { "second" } == nil)
        open.yield()

        #expect(try await kept.found(question(1, interest: 1)) { "anew" }.found == "first")
        #expect(try await kept.found(question(1, interest: 2)) { "second" }.found == "second")
    }

    @Test func `a search that failed is made again by the next who asks`() async throws {
        struct Fault: Error {}
        let kept = Kept()

        await #expect(throws: Fault.self) { try await kept.found(question(1)) { throw Fault() } }

        #expect(try await kept.found(question(1)) { "found" }.found == "found")
    }

    @Test func `what was found of a gathering is gone when it is forgotten`() async throws {
        let kept = Kept()
        _ = try await kept.found(question(1)) { "found" }

        kept.forget("g1")

        #expect(try await kept.found(question(1)) { "anew" }.found == "anew")
    }

    @Test func `of many gatherings those are let go of that were searched for`() async throws {
        let kept = Kept()
        for number in 1...101 {
            let question = Kept.Question(gathering: Gathering.ID("g\(number)"), basis: 1, interest: 1)
            _ = try await kept.found(question) { "\(number)" }
        }

        let first = Kept.Question(gathering: "g1", basis: 1, interest: 1)
        let last = Kept.Question(gathering: "g101", basis: 1, interest: 1)
        #expect(try await kept.found(first) { "anew" }.found == "anew")
        #expect(try await kept.found(last) { "anew" }.found == "101")
    }
}
