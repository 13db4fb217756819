import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

/// A process that appends is ended by the system in the middle of it, without a chance to say anything.
@Suite struct KilledProcessTests {
    @Test func `fifty kills in a storm on one file lose no acknowledged act and leave no half one`()
        async throws
    {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: 20_261_121)
        var acknowledged: Set<ActKey> = []
        var newest = Position.start

        for run in 1...55 {
            let count = run.isMultiple(of: 10) ? 0 : Int.random(in: 1...40, using: &generator)
            let lines = try await Storm.killed(afterLines: count, in: folder.path, run: "\(run)")
            #expect(lines.count >= count)
            acknowledged.formUnion(try lines.map { try #require(ActKey(line: $0)) })

            let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
            let entries = try await journal.entries(after: newest, limit: .max)
            #expect(Dictionary(grouping: entries, by: \.key).filter { !$0.value.isWhole } == [:])
            newest = entries.last?.position ?? newest
            try journal.close()
        }

        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        let kept = Set(try await journal.allEntries().map(\.key))
        #expect(acknowledged.subtracting(kept) == [])
        #expect(acknowledged.count > 500)
        #expect(try await journal.verify().newest == newest)
    }
}

/// The program of `Tests/journal-storm`.
enum Storm {
    /// Starts it, and ends it when it has acknowledged so many acts; answers with every line it had written by then.
    static func killed(afterLines count: Int, in folder: String, run: String) async throws -> [String] {
        try await withCheckedThrowingContinuation { caller in
            // A thread of its own: reading blocks, and only two run the tests.
            Thread.detachNewThread {
                caller.resume(with: Result { try runUntilKilled(afterLines: count, in: folder, run: run) })
            }
        }
    }

    private static func runUntilKilled(afterLines count: Int, in folder: String, run: String) throws
        -> [String]
    {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
            .deletingLastPathComponent().appending(path: "journal-storm")
        process.arguments = [folder, run]
        process.standardOutput = output
        try process.run()

        var text = Data()
        var isKilled = false
        repeat {
            if !isKilled, text.count(where: { $0 == UInt8(ascii: "\n") }) >= count {
                kill(process.processIdentifier, SIGKILL)
                isKilled = true
            }
        } while text.grow(from: output.fileHandleForReading)
        process.waitUntilExit()
        try #require(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL)
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension Data {
    /// Waits for more; false at the end.
    fileprivate mutating func grow(from file: FileHandle) -> Bool {
        let more = file.availableData
        append(more)
        return !more.isEmpty
    }
}

extension ActKey {
    fileprivate init?(line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 2, let actor = ActorID(words[0]), let act = ActID(words[1]) else { return nil }
        self.init(actor: actor, act: act)
    }
}

extension [Entry] {
    /// The storm writes acts with odd numbers to three streams, the others to two.
    fileprivate var isWhole: Bool {
        guard let act = first?.key.act.text, let number = act.split(separator: "-").last.flatMap({ Int($0) })
        else {
            return false
        }
        return count == 2 + number % 2
    }
}
