import Domain
import Foundation
import Journal
import JournalSQLite

// Appends acts for ever and says after each commit which act was acknowledged, one line each, until it is killed.
//
// Where the run begins with "ballots", it drops papers into a ballot box instead, and says whose was kept.
//
// usage: journal-storm FOLDER RUN

let folder = CommandLine.arguments[1]
let run = CommandLine.arguments[2]
if run.hasPrefix("ballots") { try await dropPapers() }
let journal = try SQLiteJournal(folder: folder, freshEpoch: Epoch(1))

/// Each act writes to two or three streams, so that half an act could be told from a whole one.
func act(_ number: Int, of caller: Int) throws -> Act {
    guard let actor = ActorID("caller-\(caller)"), let id = ActID("run-\(run)-\(number)") else {
        throw CocoaError(.coderInvalidValue)
    }
    let streams = ["gathering/g\(caller)", "interest/g\(number % 5)", "record/r\(number % 3)"]
    let body = Array(String(repeating: "\(number) ", count: 1 + number * 7 % 300).utf8)
    let writes = streams.prefix(2 + number % 2).map { Write(stream: StreamID($0), body: body, expected: nil) }
    return Act(
        key: ActKey(actor: actor, act: id), moment: Instant(milliseconds: Int64(number)), writes: writes)
}

try await withThrowingTaskGroup(of: Void.self) { group in
    for caller in 0..<4 {
        group.addTask {
            for number in 0... {
                let act = try act(number, of: caller)
                _ = try await journal.append([act])
                // One call of the system each: a line is there whole or not at all.
                try FileHandle.standardOutput.write(
                    contentsOf: Data("\(act.key.actor) \(act.key.act)\n".utf8))
            }
        }
    }
    try await group.waitForAll()
}

/// One after another, so that few enough come to be asked for.
func dropPapers() async throws -> Never {
    let box = try BallotsSQLite(path: folder + "/ballots.sqlite") { UInt64.random(in: 0...UInt64.max) }
    // The same key as the tests have: marks have to be found again.
    let path = folder + ".key"
    try Data(String(repeating: "0123456789abcdef", count: 4).utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let secret = ServerSecret(try MasterKey.open(.named(path: path), isFirstStart: true))
    for number in 0..<120 {
        guard let gathering = Gathering.ID("g1"), let person = Participant.ID("p-\(run)-\(number)") else {
            throw CocoaError(.coderInvalidValue)
        }
        let paper = try Paper(words: [FeedbackWord("Wort-\(number % 7)a")])
        let drop = try await box.drop(paper, marking: Mark(of: person, in: gathering, secret), in: gathering)
        if drop == .kept { try FileHandle.standardOutput.write(contentsOf: Data("\(person)\n".utf8)) }
    }
    while true { try await Task.sleep(for: .seconds(60)) }
}
