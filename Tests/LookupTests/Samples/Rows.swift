import GRDB

/// All rows of a lookup, with the names of gatherings in the place of their numbers.
func allRows(of path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queries = [
        "SELECT gathering, title, series, edition, date, venue, town, isPublic FROM shelf ORDER BY gathering",
        """
        SELECT gathering, key & 268435455 AS rest, holding.title, sentence, points, rest FROM holding
            LEFT JOIN shelf ON number = key >> 28 ORDER BY gathering, rest
        """,
        """
        SELECT term, gathering, posting & 1073741823 AS rest FROM word LEFT JOIN shelf ON number = posting >> 30
            ORDER BY term, gathering, rest
        """,
        "SELECT text, term FROM ending ORDER BY text, term",
        "SELECT position, isWhole FROM state",
    ]
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
        try queries.flatMap { sql in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { "\($0)" }.joined(separator: "|")
            }
        }
    }
}
