import CAssets

/// The files of the program that are not code: templates, styles, scripts, phrases, icons.
public struct Assets: Sendable {
    private let source: AssetSource
    private let edition: String
    private let embedded: [String: [UInt8]]
    /// Whether they are what the program brings along: what is made of them is the same for as long as it runs.
    public let areOfProgram: Bool

    public init(from source: AssetSource = .embedded) {
        switch source {
        case .embedded: self = Self.ofProgram
        case .folder: self.init(source, embedded: [:], edition: "folder")
        }
    }

    private static let ofProgram = {
        let files = readEmbedded()
        return Assets(.embedded, embedded: files, edition: edition(of: files), areOfProgram: true)
    }()

    /// The files as they are now, with others beside or instead of them, for what draws many pages at once.
    public func held(with others: [String: [UInt8]] = [:]) -> Assets {
        let folders = ["fonts", "icons", "phrases", "pictures", "scripts", "styles", "templates", "towns"]
        let paths = folders.flatMap { self.paths(under: $0) }
        let files = Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in file(path).map { (path, $0) } })
        return Assets(.embedded, embedded: files.merging(others) { $1 }, edition: edition)
    }

    private init(
        _ source: AssetSource, embedded: [String: [UInt8]], edition: String, areOfProgram: Bool = false
    ) {
        self.source = source
        self.embedded = embedded
        self.edition = edition
        self.areOfProgram = areOfProgram
    }

    /// Whether files may change while the program runs, so that nothing made of them may be kept.
    public var changesWhileRunning: Bool { source != .embedded }

    /// Changes with the content of any file: addresses that carry it may be cached for ever.
    public var address: String { "/assets/\(edition)" }

    /// The content of one file, like `styles/base.css`.
    public func file(_ path: String) -> [UInt8]? {
        switch source {
        case .embedded: embedded[path]
        case .folder(let folder): folder.file(path)
        }
    }

    /// The text of one file; nil also when it is not UTF-8.
    public func text(_ path: String) -> String? {
        file(path).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// All paths below a folder like `templates`, sorted.
    public func paths(under folder: String) -> [String] {
        let prefix = folder + "/"
        let all =
            switch source {
            case .embedded: Array(embedded.keys)
            case .folder(let folder): folder.paths()
            }
        return all.filter { $0.hasPrefix(prefix) }.sorted()
    }

    /// What answers `/assets/EDITION/PATH`: a file that browsers may have, or a bundle put together.
    public func served(_ path: String) -> ServedAsset? {
        if let bundle = StyleBundle(path: path) {
            return ServedAsset(kind: .style, bytes: bundle.bytes(from: self))
        }
        if let bundle = ScriptBundle(path: path) {
            return ServedAsset(kind: .script, bytes: bundle.bytes(from: self))
        }
        guard let kind = ServedAsset.Kind(path: path), let bytes = file(path) else { return nil }
        return ServedAsset(kind: kind, bytes: bytes)
    }

    private static func readEmbedded() -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for index in 0..<assetCount() {
            let file = assetAt(index)
            files[String(cString: file.path)] = Array(
                UnsafeBufferPointer(start: file.bytes, count: file.count)
            )
        }
        return files
    }

    /// FNV-1a over all paths and bytes: it tells editions apart, it protects nothing.
    private static func edition(of files: [String: [UInt8]]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            for byte in Array(path.utf8) + [0] + bytes + [0] {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        return String(hash, radix: 36)
    }
}
