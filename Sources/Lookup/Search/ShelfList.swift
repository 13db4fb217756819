import GRDB
import Synchronization

/// The gatherings of the archive, newest first and of one day always in the same order. They are read anew only when one
/// of them has changed.
final class ShelfList: Sendable {
    struct Numbered {
        let number: Int64
        let shelf: Shelf
    }

    private struct Kept {
        let version: Int64
        let shelves: [Numbered]
    }

    private let kept = Mutex<Kept?>(nil)

    func shelves(_ db: Database) throws -> [Numbered] {
        let version = try Int64.fetchOne(db.cachedStatement(sql: "SELECT shelves FROM state"))
        guard let version else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        if let kept = kept.withLock(\.self), kept.version == version { return kept.shelves }
        var shelves: [Numbered] = []
        let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT * FROM shelf"))
        while let row = try rows.next() {
            shelves.append(Numbered(number: try row.decode(Int64.self, atIndex: 0), shelf: try Shelf(row)))
        }
        shelves.sort {
            $0.shelf.date == $1.shelf.date
                ? $0.shelf.gathering < $1.shelf.gathering : $0.shelf.date > $1.shelf.date
        }
        let new = Kept(version: version, shelves: shelves)
        kept.withLock { $0 = new }
        return shelves
    }
}
