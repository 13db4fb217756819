import Domain
import GRDB

/// Puts what a gathering holds in the place of what it held, inside one transaction.
struct Shelving {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// What is kept of a gathering, by session.
    func holdings(of gathering: Gathering.ID) throws -> [Proposal.ID: [Holding]] {
        guard let number = try number(of: gathering) else { return [:] }
        return Dictionary(grouping: try holdings(number).values, by: \.session)
    }

    /// All gatherings of which something is kept.
    func gatherings() throws -> [Gathering.ID] {
        try String.fetchAll(db, sql: "SELECT gathering FROM shelf ORDER BY gathering").compactMap {
            Gathering.ID($0)
        }
    }

    /// Without a shelf, or without anything to put there, nothing is left of the gathering.
    func put(_ shelf: Shelf?, _ holdings: [Holding], of gathering: Gathering.ID) throws {
        let known = try number(of: gathering)
        guard let shelf, !holdings.isEmpty else {
            guard let known else { return }
            try replace([:], on: known)
            try run("DELETE FROM shelf WHERE number = ?", [known])
            try noteShelves()
            return try noteUnclean()
        }
        let free = try known ?? Int64.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM shelf")
        let number = free ?? 1
        try set(shelf, number)
        var new: [HoldingKey: Holding] = [:]
        for holding in holdings {
            if let key = HoldingKey(gathering: number, holding) { new[key] = holding }
        }
        try replace(new, on: number)
    }

    private func number(of gathering: Gathering.ID) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM shelf WHERE gathering = ?"),
            arguments: [gathering.text])
    }

    private func set(_ shelf: Shelf, _ number: Int64) throws {
        let old = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM shelf WHERE number = ?"), arguments: [number]
        ).map { try Shelf($0) }
        guard old != shelf else { return }
        if let old, old.title != shelf.title { try noteUnclean() }
        try noteShelves()
        try run(
            "INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, shelf.gathering.text, shelf.title, shelf.series, shelf.edition,
                shelf.date.description, shelf.venue, shelf.town?.text, shelf.isPublic,
            ])
    }

    private func holdings(_ number: Int64) throws -> [HoldingKey: Holding] {
        let range = HoldingKey.range(of: number)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT key, title, sentence, points, rest FROM holding WHERE key >= ? AND key < ?"),
            arguments: [range.lowerBound, range.upperBound])
        var found: [HoldingKey: Holding] = [:]
        while let row = try rows.next() {
            let key = HoldingKey(try row.decode(Int64.self, atIndex: 0))
            found[key] = try Holding(key, row)
        }
        return found
    }

    private func replace(_ new: [HoldingKey: Holding], on number: Int64) throws {
        let old = try holdings(number)
        var changes: [String: [WordIndex.Change]] = [:]
        for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] {
            let (before, after) = (old[key]?.terms ?? [:], new[key]?.terms ?? [:])
            for (term, part) in after where before[term] != part {
                changes[term, default: []].append(.init(key: key, part: part))
            }
            for term in before.keys where after[term] == nil {
                changes[term, default: []].append(.init(key: key, part: nil))
            }
            if let holding = new[key] {
                try run(
                    "INSERT OR REPLACE INTO holding VALUES (?, ?, ?, ?, ?)",
                    [key.number, holding.title, holding.sentence, holding.points, holding.rest])
            } else {
                try run("DELETE FROM holding WHERE key = ?", [key.number])
            }
            if old[key] != nil { try noteUnclean() }
        }
        try WordIndex(db).apply(changes, to: HoldingKey.stack(of: number))
    }

    /// Whoever keeps the shelves in memory reads them anew.
    private func noteShelves() throws { try run("UPDATE state SET shelves = random()", []) }

    private func noteUnclean() throws {
        try run("UPDATE state SET isUnclean = 1 WHERE isUnclean = 0", [])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Holding {
    init(_ key: HoldingKey, _ row: Row) throws {
        self.init(
            kind: key.kind, session: key.session, line: key.line, title: try row.decode(atIndex: 1),
            sentence: try row.decode(atIndex: 2), points: try row.decode(atIndex: 3),
            rest: try row.decode(atIndex: 4))
    }
}

extension Shelf {
    init(_ row: Row) throws {
        guard let gathering = Gathering.ID(try row.decode(String.self, atIndex: 1)),
            let date = LocalDate(try row.decode(String.self, atIndex: 5))
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        self.init(
            gathering: gathering, title: try row.decode(atIndex: 2), series: try row.decode(atIndex: 3),
            edition: try row.decode(atIndex: 4), date: date, venue: try row.decode(atIndex: 6),
            town: try row.decode(String?.self, atIndex: 7).flatMap { TownKey($0) },
            isPublic: try row.decode(atIndex: 8))
    }
}
