import Domain
import Foundation
import Journal
import JournalSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Makes a data folder from a backup, whole or not at all.
struct Restore: Sendable {
    let file: String
    let folder: DataFolder
    let keysPath: String?

    struct Done: Sendable, Equatable {
        var entryCount = 0
        var streamCount = 0
        var keyCount = 0
        var forgottenCount = 0
        var isMasterKeyNew = false
    }

    func run(forgottenLists: [String]) async throws -> Done {
        let manifest = try manifest()
        let keys = try keysPath.map { try KeysFile.read($0) }
        try folder.mustBeEmpty()
        let place = MasterKey.Place.beside(folder: folder.path)
        if let keys { try mustFit(keys, place) }

        let madeFolders = folder.missingFolders()
        var made: [String] = []
        do {
            var done = try restoreJournal(manifest)
            try await bring(keys, place, forgottenLists, &done, &made)
            return done
        } catch {
            for path in made { try? FileManager.default.removeItem(atPath: path) }
            folder.empty()
            for path in madeFolders { rmdir(path) }
            throw Self.stop(error)
        }
    }

    private func manifest() throws(Stop) -> Manifest {
        let path = Backup.manifestPath(of: file)
        guard FileManager.default.fileExists(atPath: file) else {
            throw Stop(.noInput, "There is no file \(file).")
        }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: try PrivateFile.read(path)) else {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw isThere
                ? Stop(.damaged, "The manifest \(path) is damaged: nothing was restored.")
                : Stop(.noInput, "There is no manifest \(path): a restore needs it.")
        }
        return manifest
    }

    private func restoreJournal(_ manifest: Manifest) throws -> Done {
        var replay = Replay()
        var epoch = Epoch.fresh()
        while epoch.value == manifest.epoch { epoch = Epoch.fresh() }
        try SQLiteJournal.restore(file, manifest: manifest, into: folder.path, epoch: epoch) {
            try replay.apply($0)
        }
        return Done(entryCount: Int(manifest.tally.entryCount), streamCount: replay.streamCount)
    }

    /// A master key that is there already belongs to something else, unless it is the same.
    private func mustFit(_ keys: KeysFile, _ place: MasterKey.Place) throws(Stop) {
        guard FileManager.default.fileExists(atPath: place.path) else { return }
        guard try PrivateFile.read(place.path) == Data(keys.masterKey.utf8) else {
            throw Stop(
                .cannotCreate, "\(place.path) is there already and is another master key: move it away.")
        }
    }

    /// Without a backup of keys the store gets a master key all the same, or nothing could be served.
    ///
    /// `made`: what lies outside the folder and did not before.
    private func bring(
        _ keys: KeysFile?, _ place: MasterKey.Place, _ lists: [String], _ done: inout Done,
        _ made: inout [String]
    ) async throws {
        let wrapped = try keys?.wrapped(keysPath ?? "") ?? [:]
        if !FileManager.default.fileExists(atPath: place.path) {
            made.append(place.path)
            if let keys { try PrivateFile.create(place.path, Data(keys.masterKey.utf8)) }
            done.isMasterKeyNew = try MasterKey.open(place, isFirstStart: true).isNew
        }
        if !FileManager.default.fileExists(atPath: place.forgottenPath) { made.append(place.forgottenPath) }
        try PrivateFile.replace(
            place.forgottenPath, Self.united(keys?.forgotten ?? "", lists + [place.forgottenPath]))

        let store = try KeysSQLite(path: folder.keysFile)
        if let check = keys?.check { try await store.keep(check: [UInt8](check)) }
        _ = try await store.put(wrapped)
        let ring = try await KeyRing(
            store, master: try MasterKey.open(place, isFirstStart: false),
            forgotten: try ForgottenList(path: place.forgottenPath))
        if let name = ring.damagedKeys.min(by: { $0.description < $1.description }) {
            throw KeyFault.keyDamaged(name)
        }
        done.keyCount = try await store.load().wrapped.count
        done.forgottenCount = wrapped.count - done.keyCount
        try store.close()
    }

    /// All lines of all lists, each once.
    private static func united(_ first: String, _ paths: [String]) -> Data {
        let texts =
            [first]
            + paths.map { (try? PrivateFile.read($0)).map { String(decoding: $0, as: UTF8.self) } ?? "" }
        let lines = Set(texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) })
        return Data(lines.sorted().map { $0 + "\n" }.joined().utf8)
    }

    private static func stop(_ error: any Error) -> Stop {
        switch error {
        case let stop as Stop: stop
        case let fault as JournalFault: Stop(fault.exitReason, "Nothing was restored: \(fault.description).")
        case let fault as KeyFault: Stop(fault.exitReason, "Nothing was restored. \(fault.description)")
        default: Stop(.software, "Nothing was restored: \(error).")
        }
    }
}

extension DataFolder {
    func mustBeEmpty() throws(Stop) {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard FileManager.default.fileExists(atPath: path) ? names == [] : true else {
            throw Stop(.cannotCreate, "\(path) is not an empty folder: nothing is overwritten.")
        }
    }

    /// The folder and those around it that are not there yet, the innermost first.
    func missingFolders() -> [String] {
        var missing: [String] = []
        var path = path
        while !path.isEmpty, !FileManager.default.fileExists(atPath: path) {
            missing.append(path)
            path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        }
        return missing
    }

    /// Removes all that a restore may have begun in a folder that was empty.
    func empty() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
    }
}
