import GRDB
import Journal

@testable import Lookup

/// All rows of a lookup and last where it stands, with the names of gatherings in the place of their numbers.
func allRows(of path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queries = [
        "SELECT gathering, title, series, edition, date, venue, town, isPublic FROM shelf ORDER BY gathering",
        """
        SELECT gathering, key & 268435455 AS rest, holding.title, sentence, points, rest FROM holding
            LEFT JOIN shelf ON number = key >> 28 ORDER BY gathering, rest
        """,
        "SELECT ending.text, term.text FROM ending LEFT JOIN term ON id = term ORDER BY 1, 2",
    ]
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
        try queries.flatMap { sql in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { "\($0)" }.joined(separator: "|")
            }
        } + places(db) + ["\(try State(db).position.value)"]
    }
}

/// Each word with each place where it stands.
private func places(_ db: Database) throws -> [String] {
    let shelves = try Row.fetchAll(db, sql: "SELECT number, gathering FROM shelf")
    let gatherings = Dictionary(uniqueKeysWithValues: shelves.map { ($0[0] as Int64, $0[1] as String) })
    var places: [String] = []
    for row in try Row.fetchAll(
        db, sql: "SELECT text, stack, places FROM posting LEFT JOIN term ON id = term")
    {
        Places.forEach(in: row[2]) { holding, part in
            let key = HoldingKey(stack: row[1], holding)
            places.append(
                "\(row[0] as String)|\(gatherings[key.gathering] ?? "?")|\(key.inGathering)|\(part)")
        }
    }
    return places.sorted()
}
