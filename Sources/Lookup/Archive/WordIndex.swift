import Foundation
import GRDB

/// Writes which words stand where: a row for each word of a stack of gatherings.
struct WordIndex {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// A word comes into a holding or moves to another part of it; without a part it goes.
    struct Change {
        let key: HoldingKey
        let part: Holding.Part?
    }

    /// All of one stack.
    func apply(_ changes: [String: [Change]], to stack: Int64) throws {
        // Side by side in the table, so that many are written at once.
        for (term, changes) in changes.sorted(by: { $0.key < $1.key }) {
            let id = try id(of: term) ?? added(term)
            var places = try places(of: id, stack)
            for change in changes { places.set(change.key.inStack, change.part) }
            if places.isEmpty {
                try run("DELETE FROM posting WHERE term = ? AND stack = ?", [id, stack])
                if try !isKept(id) { try remove(id, term) }
            } else {
                try run("INSERT OR REPLACE INTO posting VALUES (?, ?, ?)", [id, stack, places.data])
            }
        }
    }

    private func id(of term: String) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM term WHERE text = ?"), arguments: [term])
    }

    private func places(of term: Int64, _ stack: Int64) throws -> Places {
        let data = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT places FROM posting WHERE term = ? AND stack = ?"),
            arguments: [term, stack])
        return data.map { Places($0) } ?? Places()
    }

    private func isKept(_ term: Int64) throws -> Bool {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM posting WHERE term = ? LIMIT 1"), arguments: [term])
            != nil
    }

    /// A word that is met for the first time is kept from each of its letters on.
    private func added(_ term: String) throws -> Int64 {
        try run("INSERT INTO term (text) VALUES (?)", [term])
        let id = db.lastInsertedRowID
        for ending in Self.endings(term) { try run("INSERT INTO ending VALUES (?, ?)", [ending, id]) }
        return id
    }

    private func remove(_ id: Int64, _ term: String) throws {
        try run("DELETE FROM term WHERE id = ?", [id])
        for ending in Self.endings(term) {
            try run("DELETE FROM ending WHERE text = ? AND term = ?", [ending, id])
        }
    }

    /// What is longer is looked for from its beginning only.
    private static let endingsLengthMax = 48

    private static func endings(_ term: String) -> [String] {
        guard term.count <= endingsLengthMax, term.contains(where: \.isLetter) else { return [] }
        return (1..<max(term.count - Likeness.partMin + 1, 1)).map { String(term.dropFirst($0)) }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
