import CPowercut
import Domain
import GRDB
import Journal
import JournalSQLite
import TestSupport
import Testing

extension FailingDiskTests {
    /// A commit that fails leaves the journal as it was, or the act in it: the act's id settles the retry.
    @Suite struct FailingWritesTests {
        @Test(arguments: [1, 3] as [Int64])
        func `whichever write or sync fails, a retry is kept once`(_ failuresMax: Int64) async throws {
            var faultKinds: Set<JournalFault.Kind> = []

            for operations in Int64(1)...40 {
                let folder = try TemporaryFolder()
                powercut_register()
                powercut_reset()
                var tuning = Tuning()
                tuning.checkpointPages = 4
                let journal = try SQLiteJournal(uri: folder.powercutURI, freshEpoch: .sample, tuning: tuning)
                powercut_fail(operations, failuresMax)
                let acts = (1...10).map { number in
                    Act.sample(
                        ActID(number: number),
                        writes: [.sample("gathering/g1"), .sample("interest/g1", body: "[\(number)]")])
                }

                for act in acts {
                    do {
                        _ = try await journal.append([act])
                    } catch let fault as JournalFault {
                        faultKinds.insert(fault.kind)
                    }
                }
                powercut_reset()
                _ = try await journal.append(acts)

                let entries = try await journal.allEntries()
                #expect(Set(entries.map(\.key)) == Set(acts.map(\.key)))
                #expect(entries.count == 20)
                #expect(try await journal.verify().entryCount == 20)
                try journal.close()
            }

            #expect(faultKinds == [.unavailable])
        }

        @Test func `a disk that fails is a fault, and those who append together all hear of it`() async throws
        {
            let folder = try TemporaryFolder()
            powercut_register()
            powercut_reset()
            let journal = try SQLiteJournal(uri: folder.powercutURI, freshEpoch: .sample, tuning: .asShipped)
            powercut_fail(1, .max)

            let answers = await withTaskGroup(of: JournalFault.Kind?.self) { group in
                for number in 1...8 {
                    group.addTask {
                        do {
                            _ = try await journal.append([.sample(ActID(number: number), on: "gathering/g1")])
                            return nil
                        } catch {
                            return (error as? JournalFault)?.kind
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(answers == Array(repeating: .unavailable, count: 8))
            #expect(powercut_failures() > 0)
            powercut_reset()
            #expect(try await journal.allEntries() == [])
        }
    }
}

/// Faults that need no failing disk.
@Suite struct FullDiskTests {
    @Test func `a full disk is said, and what was acknowledged stays`() async throws {
        let folder = try TemporaryFolder()
        var tuning = Tuning()
        tuning.pageCountMax = 60
        let journal = try SQLiteJournal(
            uri: "file:\(folder("journal.sqlite"))", freshEpoch: .sample, tuning: tuning)
        var acknowledged: [Entry] = []

        let fault = await #expect(throws: JournalFault.self) {
            for number in 1... {
                let act = Act.sample(
                    ActID(number: number), on: "gathering/g1", body: String(repeating: "x", count: 2000))
                for case .kept(let entries) in try await journal.append([act]) { acknowledged += entries }
            }
        }

        #expect(fault?.kind == .diskFull)
        #expect(acknowledged.count > 20)
        #expect(try await journal.allEntries() == acknowledged)
        #expect(try await journal.verify().newest == acknowledged.last?.position)
        try journal.close()
        let withSpace = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        let next = Act.sample("next", on: "gathering/g1", expecting: Version(Int64(acknowledged.count)))
        #expect(try await withSpace.append([next])[0].entryCount == 1)
    }

    @Test func `while another process writes too long, an act is not kept and may be tried again`()
        async throws
    {
        let folder = try TemporaryFolder()
        var tuning = Tuning()
        tuning.busySeconds = 0
        let journal = try SQLiteJournal(
            uri: "file:\(folder("journal.sqlite"))", freshEpoch: .sample, tuning: tuning)
        var keepingTransactionsOpen = Configuration()
        keepingTransactionsOpen.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder("journal.sqlite"), configuration: keepingTransactionsOpen)
        let act = Act.sample("a1", on: "gathering/g1")

        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let fault = await #expect(throws: JournalFault.self) { try await journal.append([act]) }
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }

        #expect(fault?.kind == .unavailable)
        #expect(try await journal.append([act]) == [.kept(act.entries(at: 1))])
    }

    @Test(arguments: Engine.allCases)
    func `what is asked after the end is answered with a fault`(_ engine: Engine) async throws {
        let journal = try #require(try await engine.emptyJournal() as? SQLiteJournal)
        var follower = journal.follow(after: .start).makeAsyncIterator()

        try journal.close()

        await #expect(throws: JournalFault.self) {
            try await journal.append([.sample("a1", on: "gathering/g1")])
        }
        await #expect(throws: JournalFault.self) { try await journal.entries(after: .start, limit: 1) }
        await #expect(throws: JournalFault.self) { try await follower.next() }
        await #expect(throws: JournalFault.self) { try await journal.keep(.sample(version: 1)) }
    }
}
