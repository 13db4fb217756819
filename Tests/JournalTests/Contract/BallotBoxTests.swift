import Domain
import Journal
import TestSupport
import Testing

/// What every engine promises about ballot boxes.
@Suite struct BallotBoxTests {
    @Test(arguments: Engine.allCases)
    func `a paper is kept with its mark`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()
        let paper = try Paper.sample("spannend", "schön", sentence: "Gern wieder.")

        #expect(try await box.drop(paper, marking: .sample("anna"), in: "g1") == .kept)

        #expect(try await box.holds(.sample("anna"), in: "g1"))
        #expect(try await !box.holds(.sample("ben"), in: "g1"))
        #expect(try await box.paperCount(in: "g1") == 1)
        #expect(try await box.seal("g1") == [paper])
    }

    @Test(arguments: Engine.allCases)
    func `nobody has two papers in the box`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()
        try await box.fill(["gut"])

        #expect(try await box.drop(.sample("anders"), marking: .sample("p0"), in: "g1") == .answeredBefore)

        #expect(try await box.seal("g1") == [.sample("gut")])
    }

    @Test(arguments: Engine.allCases)
    func `of many who send one paper twice at once one is kept each`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()

        let kept = try await withThrowingTaskGroup(of: Drop.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await box.drop(
                        .sample("Wort-\(number / 2)a"), marking: .sample("p\(number / 2)"), in: "g1")
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 == .kept ? 1 : 0 }
        }

        #expect(kept == 20)
        #expect(try await box.paperCount(in: "g1") == 20)
    }

    @Test(arguments: Engine.allCases)
    func `papers of two gatherings do not meet`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()
        try await box.fill(["gut"], in: "g1")
        try await box.fill(["laut"], in: "g10")

        try await box.destroy("g1")

        #expect(try await box.paperCount(in: "g1") == 0)
        #expect(try await box.seal("g10") == [.sample("laut")])
        #expect(try await box.gatherings() == ["g10"])
    }

    @Test(arguments: Engine.allCases)
    func `a sealed box takes nothing and shows the same papers each time`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()
        try await box.fill(["gut", "laut", "gut"])

        let papers = try await box.seal("g1")

        #expect(try await box.drop(.sample("neu"), marking: .sample("late"), in: "g1") == .sealed)
        #expect(try await !box.holds(.sample("late"), in: "g1"))
        #expect(try await box.seal("g1") == papers)
        #expect(try papers == [.sample("gut"), .sample("gut"), .sample("laut")])
        #expect(try await box.gatherings() == ["g1"])
    }

    @Test(arguments: Engine.allCases)
    func `a destroyed box takes nothing any more, destroyed twice too`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()
        try await box.fill(["gut"])
        try await box.destroy("g1")
        try await box.destroy("g1")
        try await box.destroy("never")

        #expect(try await box.drop(.sample("neu"), marking: .sample("late"), in: "g1") == .sealed)
        #expect(try await box.drop(.sample("neu"), marking: .sample("late"), in: "never") == .sealed)
        #expect(try await !box.holds(.sample("p0"), in: "g1"))
        #expect(try await box.seal("g1") == [])
        #expect(try await box.gatherings() == [])
    }

    @Test(arguments: Engine.allCases)
    func `without its mark a paper stays`(_ engine: Engine) async throws {
        let box = try engine.emptyBallots()
        try await box.fill(["gut"])

        try await box.remove(.sample("p0"), in: "g1")
        try await box.remove(.sample("nobody"), in: "g1")

        #expect(try await !box.holds(.sample("p0"), in: "g1"))
        #expect(try await box.paperCount(in: "g1") == 1)
    }

    @Test func `where a gathering is gone there is no box`() async throws {
        let box = Nowhere()

        #expect(try await box.drop(.sample("neu"), marking: .sample("anna"), in: "g1") == .sealed)
        #expect(try await !box.holds(.sample("anna"), in: "g1"))
        #expect(try await box.paperCount(in: "g1") == 0)
        #expect(try await box.seal("g1") == [])
        #expect(try await box.gatherings() == [])
    }
}

extension BallotBox {
    /// One word each, of the participants p0, p1 …
    func fill(_ words: [String], in gathering: Gathering.ID = "g1") async throws {
        for (number, word) in words.enumerated() {
            let mark = try Mark.sample(.certain("p\(number)"), in: gathering)
            #expect(try await drop(.sample(word), marking: mark, in: gathering) == .kept)
        }
    }
}
