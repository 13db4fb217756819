import Domain
import Foundation
import Journal
import JournalSQLite
import Testing

@testable import tafelrunde

/// Writes to a running server, link after link, until its task ends; `done` is called after each.
func makeAndRevokeLinks(_ folder: DataFolder, done: @Sendable () -> Void) async {
    let client = ControlClient(folder: folder)
    let wanted = ControlRequest.Wanted(role: .organiser, gathering: nil, lifeSeconds: nil, worksOnce: true)
    while !Task.isCancelled {
        let answer = try? await client.ask(.makeLink(wanted: wanted))
        guard case .made(let link)? = answer else { continue }
        if case .revoked? = try? await client.ask(.revokeLink(id: link.id)) { done() }
    }
}

/// Adds keys to a data folder's ring, as people joining do.
func makeKeys(_ names: [String], in workplace: Workplace) async throws {
    let store = try KeysSQLite(path: workplace.path("data/keys.sqlite"))
    let ring = try await KeyRing(
        store, master: try MasterKey.open(.beside(folder: workplace.path("data")), isFirstStart: false),
        forgotten: try ForgottenList(path: workplace.path("data.forgotten")))
    try await ring.makeKeys(try names.map { try #require(KeyName($0)) })
    try store.close()
}

func keyNames(in path: String) async throws -> [String] {
    let store = try KeysSQLite(path: path)
    let names = try await store.load().wrapped.keys.map(\.description).sorted()
    try store.close()
    return names
}

/// What a later version may have written: whole, but unknown here.
func appendUnreadableEntry(to folder: String) async throws {
    let journal = try SQLiteJournal(folder: folder, freshEpoch: Epoch(1))
    let key = ActKey(actor: try #require(ActorID("tomorrow")), act: try #require(ActID("tomorrow")))
    let write = Write(
        stream: StreamID("access/house"), body: Array(#"[{"doorPainted":{"colour":"red"}}]"#.utf8),
        expected: nil)
    _ = try await journal.append([Act(key: key, moment: Instant(milliseconds: 1), writes: [write])])
    try journal.close()
}
