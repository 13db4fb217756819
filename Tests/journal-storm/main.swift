import Domain
import Foundation
import Journal
import JournalSQLite

// Appends acts for ever and says after each commit which act was acknowledged, one line each, until it is killed.
//
// usage: journal-storm FOLDER RUN

let folder = CommandLine.arguments[1]
let run = CommandLine.arguments[2]
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
