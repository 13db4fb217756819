import Domain
import Foundation
import GRDB
import Journal
import JournalSQLite
import TestSupport
import Testing

/// A process that puts papers into a box is ended by the system in the middle of it.
@Suite struct KilledBoxTests {
    @Test func `thirty kills part no paper from its mark`() async throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: 20_261_122)
        var acknowledged: Set<String> = []

        for run in 1...30 {
            let count = run.isMultiple(of: 10) ? 0 : Int.random(in: 1...9, using: &generator)
            let lines = try await Storm.killed(afterLines: count, in: folder.path, run: "ballots-\(run)")
            acknowledged.formUnion(lines)

            let box = try BallotsSQLite.sample(path: folder("ballots.sqlite"), seed: UInt64(run))
            for participant in lines {
                #expect(try await box.holds(.sample(.certain(participant)), in: "g1"))
            }
            let paperCount = try await box.paperCount(in: "g1")
            try box.close()
            #expect(try await folder.markCount() == paperCount)
            #expect(paperCount >= acknowledged.count)
        }
        #expect(acknowledged.count > 90)
        #expect(try folder.names() == ["ballots.sqlite"])
    }
}

extension TemporaryFolder {
    fileprivate func markCount() async throws -> Int? {
        try await DatabaseQueue(path: self("ballots.sqlite")).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM mark")
        }
    }
}
