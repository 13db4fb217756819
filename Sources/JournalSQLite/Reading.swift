import Domain
import Foundation
import GRDB
import Journal

/// Reads entries on one connection, inside one transaction.
struct Reading {
    private let db: Database
    /// Names of streams that were met already: an entry row carries only the stream's number.
    private var names: [Int64: StreamID] = [:]

    init(_ db: Database) {
        self.db = db
    }

    mutating func entries(of stream: StreamID, after version: Version) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: Self.select
                + " WHERE stream = (SELECT id FROM stream WHERE name = ?) AND version > ? ORDER BY version")
        return try entries(statement, [stream.description, version.value])
    }

    mutating func entries(of key: ActKey) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: Self.select + " WHERE actor = ? AND act = ? ORDER BY position")
        return try entries(statement, [key.actor.text, key.act.text])
    }

    /// - Throws: `.damaged` when an entry is missing in between, so that no follower passes over it unawares.
    mutating func entries(after position: Position, limit: Int) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: Self.select + " WHERE position > ? ORDER BY position LIMIT ?")
        let found = try entries(statement, [position.value, max(limit, 0)])
        for (entry, place) in zip(found, 1...) where entry.position.value != position.value + Int64(place) {
            throw JournalFault.damaged(at: position.value + Int64(place), "it is missing")
        }
        return found
    }

    /// Hands over every entry with the checksum it carries, in their order.
    mutating func forEachEntry(
        after position: Position, _ body: (Entry, Checksum) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(sql: Self.select + " WHERE position > ? ORDER BY position")
        let rows = try Row.fetchCursor(statement, arguments: [position.value])
        while let row = try rows.next() {
            let entry = try entry(row)
            guard let checksum = Checksum(try row.bytes(7)) else {
                throw JournalFault.damaged(at: entry.position.value, "it has no checksum")
            }
            try body(entry, checksum)
        }
    }

    private static let select =
        "SELECT position, stream, version, actor, act, moment, body, checksum FROM entry"

    private mutating func entries(_ statement: Statement, _ arguments: StatementArguments) throws -> [Entry] {
        var entries: [Entry] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            entries.append(try entry(row))
        }
        return entries
    }

    private mutating func entry(_ row: Row) throws -> Entry {
        let position = try row.decode(Int64.self, atIndex: 0)
        guard let actor = ActorID(try row.decode(atIndex: 3)), let act = ActID(try row.decode(atIndex: 4))
        else {
            throw JournalFault.damaged(at: position, "its act has no name")
        }
        return Entry(
            position: .init(position), stream: try name(row.decode(atIndex: 1), at: position),
            version: .init(try row.decode(atIndex: 2)), key: .init(actor: actor, act: act),
            moment: .init(milliseconds: try row.decode(atIndex: 5)), body: try row.bytes(6))
    }

    private mutating func name(_ id: Int64, at position: Int64) throws -> StreamID {
        if let known = names[id] { return known }

        let statement = try db.cachedStatement(sql: "SELECT name FROM stream WHERE id = ?")
        guard let name = try String.fetchOne(statement, arguments: [id]) else {
            throw JournalFault.damaged(at: position, "its stream has no name")
        }
        let stream = StreamID(name)
        names[id] = stream
        return stream
    }
}

extension Row {
    /// Like every reading here it throws: GRDB's subscripts end the program when a damaged row has no such value.
    func bytes(_ column: Int) throws -> [UInt8] {
        [UInt8](try decode(Data.self, atIndex: column))
    }
}
