import CPowercut
import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

/// There is one disk with a power supply for the whole process, so whoever uses it comes one after the other.
@Suite(.serialized) struct FailingDiskTests {
    @Suite struct PowerCutTests {
        @Test func `as shipped, no power cut loses an acknowledged act`() async throws {
            var lostCount = 0
            var acknowledgedCount = 0

            for (operations, seed) in cutPoints(60) {
                let cut = try await PowerCut(after: operations, seed: seed, synchronous: .full)
                let found = try await cut.afterwards()
                lostCount += cut.acknowledged.count - found.kept
                acknowledgedCount += cut.acknowledged.count
            }

            #expect(lostCount == 0)
            #expect(acknowledgedCount > 500)
        }

        @Test(arguments: [Tuning.Synchronous.normal, .off])
        func `the cut finds what a laxer setting loses`(_ synchronous: Tuning.Synchronous) async throws {
            var lostCount = 0

            for (operations, seed) in cutPoints(50) {
                let cut = try await PowerCut(after: operations, seed: seed, synchronous: synchronous)
                let keptCount = (try? await cut.afterwards().kept) ?? 0
                lostCount += cut.acknowledged.count - keptCount
            }

            #expect(lostCount > 50)
        }

        @Test func `a cut while the journal is made leaves nothing or a journal`() async throws {
            var cutCount = 0

            for operations in Int64(1)...40 {
                let folder = try TemporaryFolder()
                powercut_register()
                powercut_reset()
                powercut_arm(operations, UInt64(operations % 2) * 7)
                let unfinished = try? SQLiteJournal(
                    uri: folder.powercutURI, freshEpoch: .sample, tuning: .asShipped)
                cutCount += powercut_happened() ? 1 : 0
                try? unfinished?.close()
                powercut_reset()
                try folder.removeSharedMemory()

                let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)

                let act = Act.sample("a1", on: "gathering/g1")
                #expect(try await journal.append([act]) == [.kept(act.entries(at: 1))])
                #expect(try await journal.verify().entryCount == 1)
            }

            #expect(cutCount > 10)
        }

        /// Every other cut loses all that was not synced; the rest keep a random part of it.
        private func cutPoints(_ count: Int) -> [(operations: Int64, seed: UInt64)] {
            (0..<count).map { (Int64(20 + $0 * 11), $0.isMultiple(of: 2) ? 0 : UInt64($0)) }
        }
    }
}

/// A journal whose power was cut while several appended to it.
private struct PowerCut {
    let folder: TemporaryFolder
    /// Every act that was answered, with the number of its entries.
    let acknowledged: [ActKey: Int]

    init(after operations: Int64, seed: UInt64, synchronous: Tuning.Synchronous) async throws {
        folder = try TemporaryFolder()
        powercut_register()
        powercut_reset()
        var tuning = Tuning()
        tuning.synchronous = synchronous
        // Often enough that some cuts come in the middle of a checkpoint.
        tuning.checkpointPages = 40
        let journal = try SQLiteJournal(uri: folder.powercutURI, freshEpoch: .sample, tuning: tuning)
        powercut_arm(operations, seed)

        acknowledged = await Self.appendUntilDark(journal)

        try #require(powercut_happened())
        try? journal.close()
        powercut_reset()
        try folder.removeSharedMemory()
    }

    /// Three callers, for acts that share a transaction; what was appended without an answer does not count.
    private static func appendUntilDark(_ journal: SQLiteJournal) async -> [ActKey: Int] {
        await withTaskGroup(of: [ActKey: Int].self) { group in
            for caller in 1...3 {
                group.addTask {
                    var acknowledged: [ActKey: Int] = [:]
                    for number in 0..<10_000 {
                        let act = Act.sample(
                            ActID(number: number), by: ActorID(number: caller),
                            writes: [
                                .sample(
                                    "gathering/g1", body: String(repeating: "x", count: number * 97 % 3000)),
                                .sample("interest/g1"),
                            ])
                        guard let outcomes = try? await journal.append([act]) else { break }
                        acknowledged[act.key] = outcomes.reduce(0) { $0 + $1.entryCount }
                    }
                    return acknowledged
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1) { $1 } }
        }
    }

    struct Finding {
        /// Acknowledged acts that are there, whole.
        let kept: Int
    }

    /// Opens the journal when the power is back, and reads all of it.
    func afterwards() async throws -> Finding {
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: Epoch(2))
        let kept = try await journal.kept(Array(acknowledged.keys))
        _ = try await journal.verify()
        let acts = Dictionary(grouping: try await journal.allEntries(), by: \.key)
        #expect(acts.values.filter { $0.count != 2 } == [], "half an act")
        try journal.close()
        return Finding(kept: kept.filter { $0.value.count == acknowledged[$0.key] }.count)
    }
}

extension TemporaryFolder {
    /// The journal's file on the disk whose power can be cut.
    var powercutURI: String { "file:\(self("journal.sqlite"))?vfs=powercut" }

    /// Shared memory does not outlive a power cut.
    func removeSharedMemory() throws {
        let path = self("journal.sqlite-shm")
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }
}

extension Outcome {
    /// How many entries it answers with.
    var entryCount: Int {
        switch self {
        case .kept(let entries), .repeated(let entries): entries.count
        case .conflict: 0
        }
    }
}
