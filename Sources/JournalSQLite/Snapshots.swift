import Foundation
import GRDB
import Journal

/// The table of snapshots. One that does not fit its checksum counts as none: the entries are there.
enum Snapshots {
    static func newest(of stream: StreamID, fingerprint: String, in db: Database) throws -> Snapshot? {
        let statement = try db.cachedStatement(
            sql: "SELECT version, position, body, checksum FROM snapshot WHERE stream = ? AND fingerprint = ?"
        )
        guard let row = try Row.fetchOne(statement, arguments: [stream.description, fingerprint]) else {
            return nil
        }

        let snapshot = Snapshot(
            stream: stream, version: .init(try row.decode(atIndex: 0)),
            position: .init(try row.decode(atIndex: 1)),
            fingerprint: fingerprint, body: try row.bytes(2))
        return checksum(of: snapshot).bytes == (try row.bytes(3)) ? snapshot : nil
    }

    static func keep(_ snapshot: Snapshot, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO snapshot (stream, version, position, fingerprint, body, checksum)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (stream) DO UPDATE SET
                  version = excluded.version, position = excluded.position, fingerprint = excluded.fingerprint,
                  body = excluded.body, checksum = excluded.checksum
                WHERE excluded.version >= version OR excluded.fingerprint <> fingerprint
                """)
        try statement.execute(arguments: [
            snapshot.stream.description, snapshot.version.value, snapshot.position.value,
            snapshot.fingerprint,
            Data(snapshot.body), Data(checksum(of: snapshot).bytes),
        ])
    }

    private static func checksum(of snapshot: Snapshot) -> Checksum {
        let name =
            "\(snapshot.stream) \(snapshot.version.value) \(snapshot.position.value) \(snapshot.fingerprint)\n"
        return Checksum(of: Array(name.utf8) + snapshot.body)
    }
}
