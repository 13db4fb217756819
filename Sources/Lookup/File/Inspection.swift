import Foundation
import GRDB
public import Journal

extension Lookup {
    /// What lies in a file, for whoever looks at a machine.
    public enum Inspection: Sendable, Equatable {
        case missing
        /// Of another version of the program, or of a journal that was restored since.
        case unfitting
        case damaged
        /// It is not read to the journal's end yet.
        case unfinished
        case whole(holdings: Int)
    }

    /// Looks at a file and changes nothing. `isThorough`: reads every page of it.
    public static func inspect(_ path: String, epoch: Epoch, isThorough: Bool) -> Inspection {
        guard FileManager.default.fileExists(atPath: path) else { return .missing }
        do {
            return try opened(path).read { db in
                guard try Schema.fits(db, epoch: epoch) else { return .unfitting }
                if isThorough, try String.fetchOne(db, sql: "PRAGMA quick_check") != "ok" { return .damaged }
                guard try State(db).isWhole else { return .unfinished }
                return .whole(holdings: try Int.fetchOne(db, sql: "SELECT count(*) FROM holding") ?? 0)
            }
        } catch {
            return .damaged
        }
    }

    /// Without a write-ahead log nobody has it open, and SQLite need not even make its own files beside it.
    private static func opened(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        var address = URLComponents()
        address.scheme = "file"
        address.path = path
        if !FileManager.default.fileExists(atPath: path + "-wal") {
            address.queryItems = [URLQueryItem(name: "immutable", value: "1")]
        }
        return try DatabaseQueue(path: address.string ?? path, configuration: configuration)
    }
}
