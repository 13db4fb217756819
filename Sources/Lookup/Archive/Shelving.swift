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
        let old = try String.fetchOne(
            db, sql: "SELECT title FROM shelf WHERE number = ?", arguments: [number])
        if let old, old != shelf.title { try noteUnclean() }
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
        var (added, removed): ([Posting], [Posting]) = ([], [])
        for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] {
            let (before, after) = (old[key]?.terms ?? [:], new[key]?.terms ?? [:])
            for (term, part) in after where before[term] != part { added.append(Posting(term, key, part)) }
            for (term, part) in before where after[term] != part { removed.append(Posting(term, key, part)) }
            if let holding = new[key] {
                try run(
                    "INSERT OR REPLACE INTO holding VALUES (?, ?, ?, ?, ?)",
                    [key.number, holding.title, holding.sentence, holding.points, holding.rest])
            } else {
                try run("DELETE FROM holding WHERE key = ?", [key.number])
            }
            if old[key] != nil { try noteUnclean() }
        }
        try add(added.sorted())
        try remove(removed.sorted())
    }

    /// A word that is met for the first time is kept from each of its letters on.
    private func add(_ postings: [Posting]) throws {
        var last: String?
        for posting in postings {
            if posting.term != last, try !isKept(posting.term) {
                for ending in Self.endings(posting.term) {
                    try run("INSERT INTO ending VALUES (?, ?)", [ending, posting.term])
                }
            }
            last = posting.term
            try run("INSERT INTO word VALUES (?, ?)", [posting.term, posting.number])
        }
    }

    private func remove(_ postings: [Posting]) throws {
        for posting in postings {
            try run("DELETE FROM word WHERE term = ? AND posting = ?", [posting.term, posting.number])
        }
        for term in Set(postings.map(\.term)) where try !isKept(term) {
            for ending in Self.endings(term) {
                try run("DELETE FROM ending WHERE text = ? AND term = ?", [ending, term])
            }
        }
    }

    private func isKept(_ term: String) throws -> Bool {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM word WHERE term = ? LIMIT 1"), arguments: [term]) != nil
    }

    /// What is longer is looked for from its beginning only.
    private static let endingsLengthMax = 48

    private static func endings(_ term: String) -> [String] {
        guard term.count <= endingsLengthMax, term.contains(where: \.isLetter) else { return [] }
        return (1..<max(term.count - Likeness.partMin + 1, 1)).map { String(term.dropFirst($0)) }
    }

    private func noteUnclean() throws {
        try run("UPDATE state SET isUnclean = 1 WHERE isUnclean = 0", [])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

/// A word of a holding.
private struct Posting: Comparable {
    let term: String
    let number: Int64

    init(_ term: String, _ key: HoldingKey, _ part: Holding.Part) {
        self.term = term
        number = key.posting(part)
    }

    /// As the table has them: by bytes, so that many are written side by side.
    static func < (left: Self, right: Self) -> Bool {
        left.term == right.term
            ? left.number < right.number : left.term.utf8.lexicographicallyPrecedes(right.term.utf8)
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
