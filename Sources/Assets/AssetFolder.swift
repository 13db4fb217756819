import FoundationEssentials

/// A folder with the files under development; no path leads out of it.
public struct AssetFolder: Sendable, Equatable {
    private let root: URL

    public init(_ path: String) {
        root = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    }

    func file(_ path: String) -> [UInt8]? {
        guard Self.staysInside(path) else { return nil }
        let url = root.appending(path: path).resolvingSymlinksInPath()
        guard url.path.hasPrefix(root.resolvingSymlinksInPath().path + "/") else { return nil }
        return (try? Data(contentsOf: url)).map { [UInt8]($0) }
    }

    func paths() -> [String] {
        let found = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return found.filter { file($0) != nil }
    }

    private static func staysInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy {
            !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\\") && !$0.contains("\0")
        }
    }
}
