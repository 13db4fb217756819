import Domain
import Foundation
import GRDB
import Journal

/// Adds acts inside one transaction, and knows what earlier acts of it did to their streams.
///
/// Nothing is remembered from one transaction to the next: another process may write to the same file.
struct Appending {
    private struct Tip {
        /// Nil until the stream has its first entry.
        var id: Int64?
        var version: Version
    }

    private let db: Database
    private var reading: Reading
    private let isThere: Statement
    private let insert: Statement
    private var newest: Position
    private var head: Checksum
    private var tips: [StreamID: Tip] = [:]

    init(_ db: Database) throws {
        self.db = db
        reading = Reading(db)
        isThere = try db.cachedStatement(sql: "SELECT 1 FROM entry WHERE actor = ? AND act = ? LIMIT 1")
        insert = try db.cachedStatement(
            sql: """
                INSERT INTO entry (position, stream, version, actor, act, moment, body, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT position, checksum FROM entry ORDER BY position DESC LIMIT 1"))
        newest = .init(try last?.decode(atIndex: 0) ?? 0)
        head = try last.flatMap { Checksum(try $0.bytes(1)) } ?? .none
    }

    /// Appends what one caller decided one on the other.
    mutating func append(_ acts: [Act]) throws -> [Outcome] {
        // Streams that do not stand where the later acts believe, whatever their version is.
        var lost: Set<StreamID> = []
        return try acts.map { act in
            let outcome = try append(act, unless: lost)
            if case .kept = outcome { return outcome }
            lost.formUnion(act.writes.map(\.stream))
            return outcome
        }
    }

    private mutating func append(_ act: Act, unless lost: Set<StreamID>) throws -> Outcome {
        let key = act.key
        if try Int.fetchOne(isThere, arguments: [key.actor.text, key.act.text]) != nil {
            return .repeated(try reading.entries(of: key))
        }
        for write in act.writes {
            let version = try tip(of: write.stream).version
            if let expected = write.expected, expected != version || lost.contains(write.stream) {
                return .conflict(write.stream, at: version)
            }
        }
        return .kept(try act.writes.map { try keep($0, of: act) })
    }

    private mutating func keep(_ write: Write, of act: Act) throws -> Entry {
        let tip = try tip(of: write.stream)
        let id = try tip.id ?? add(write.stream)
        let entry = Entry(
            position: .init(newest.value + 1), stream: write.stream, version: tip.version.next, key: act.key,
            moment: act.moment, body: write.body)
        let checksum = head.chained(to: entry)
        try insert.execute(arguments: [
            entry.position.value, id, entry.version.value, act.key.actor.text, act.key.act.text,
            act.moment.milliseconds, Data(write.body), Data(checksum.bytes),
        ])
        newest = entry.position
        head = checksum
        tips[write.stream] = Tip(id: id, version: entry.version)
        return entry
    }

    private mutating func tip(of stream: StreamID) throws -> Tip {
        if let known = tips[stream] { return known }

        let statement = try db.cachedStatement(
            sql: """
                SELECT id, (SELECT max(version) FROM entry WHERE entry.stream = stream.id) FROM stream WHERE name = ?
                """)
        let row = try Row.fetchOne(statement, arguments: [stream.description])
        let tip = Tip(
            id: try row?.decode(atIndex: 0), version: .init(try row?.decode(Int64?.self, atIndex: 1) ?? 0))
        tips[stream] = tip
        return tip
    }

    private func add(_ stream: StreamID) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO stream (name) VALUES (?)")
            .execute(arguments: [stream.description])
        return db.lastInsertedRowID
    }
}
