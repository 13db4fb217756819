import Assets
import Foundation
import Journal

extension Settings {
    /// Refuses what can be known to be wrong before a folder or a key is made.
    func mustBeServable() throws(Stop) {
        try assetsMustBeWhole()
        _ = try certificate?.read()
        try masterKeyMustOpen()
        // Of a folder that is there, the other process that may serve it is told before the port it took.
        _ = try Port(listenHost, DataFolder(dataFolder).exists() ? 0 : port)
    }

    private func assetsMustBeWhole() throws(Stop) {
        guard let assetsFolder else { return }
        guard DataFolder(assetsFolder).exists() else {
            throw Stop(.noInput, "--assets \(assetsFolder): there is no such folder.")
        }
        let given = Assets(from: .folder(AssetFolder(assetsFolder)))
        let own = Assets()
        let needed = own.paths(under: "phrases") + own.paths(under: "templates")
        guard let missing = needed.first(where: { given.file($0) == nil }) else { return }
        throw Stop(.noInput, "--assets \(assetsFolder): there is no \(missing) in this folder.")
    }

    /// With a journal, its keys say whether the master key is the right one.
    private func masterKeyMustOpen() throws(Stop) {
        let isThere = FileManager.default.fileExists(atPath: masterKey.path)
        guard !DataFolder(dataFolder).holdsJournal(), masterKeyPath != nil || isThere else { return }
        do {
            _ = try MasterKey.open(masterKey, isFirstStart: true)
        } catch {
            throw Stop(opening: error)
        }
    }
}
