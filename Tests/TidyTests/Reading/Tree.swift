import Foundation
import Testing

/// The project's files, or a few planted ones.
struct Tree: Sendable {
    let files: [TextFile]
    /// All paths, also of files that are no text, and of folders.
    let paths: Set<String>

    init(_ files: [TextFile], paths: Set<String> = []) {
        self.files = files
        self.paths = paths.union(files.flatMap { Self.withFolders($0.path) })
    }

    private static func withFolders(_ path: String) -> [String] {
        let parts = path.split(separator: "/")
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    subscript(path: String) -> TextFile? { files.first { $0.path == path } }

    func files(under folder: String, ending: String = "") -> [TextFile] {
        files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(ending) }
    }

    /// Read once; all rules look at the same.
    static func project() throws -> Tree { try read.get() }

    private static let read = Result { try Tree(root: root) }

    private static var root: URL {
        if let named = ProcessInfo.processInfo.environment["TAFELRUNDE_ROOT"] { return URL(filePath: named) }
        return URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    }

    private static let bytesMax = 1 << 20

    private init(root: URL) throws {
        let ignored = Ignored(try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8))
        var files: [TextFile] = []
        var paths: Set<String> = []
        var folders = [""]
        while let folder = folders.popLast() {
            for name in try FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder).sorted()
            {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                if ignored.holds(path) { continue }
                paths.insert(path)
                let url = root.appending(path: path)
                if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
                    folders.append(path)
                } else if let bytes = try? Data(contentsOf: url), bytes.count <= Self.bytesMax,
                    let text = String(data: bytes, encoding: .utf8)
                {
                    files.append(TextFile(path, text))
                }
            }
        }
        self.init(files.sorted { $0.path < $1.path }, paths: paths)
    }
}

/// What git does not look at either: names and paths from the root, a star at the end at most.
struct Ignored: Sendable {
    private let patterns: [String]

    init(_ file: String?) {
        let lines = (file ?? "").split(whereSeparator: \.isNewline).map(String.init)
        patterns = [".git"] + lines.filter { !$0.hasPrefix("#") }
    }

    func holds(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return patterns.contains { pattern in
            var pattern = pattern[...]
            if pattern.hasSuffix("/") { pattern = pattern.dropLast() }
            let isFromRoot = pattern.contains("/")
            if pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
            let subject = isFromRoot ? path : name
            return pattern.hasSuffix("*") ? subject.hasPrefix(pattern.dropLast()) : subject == pattern
        }
    }
}

/// A file that can be read as text.
struct TextFile: Sendable {
    let path: String
    let text: String
    /// Nil for what is not Swift.
    let swift: SwiftText?

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
        swift = path.hasSuffix(".swift") ? SwiftText(text) : nil
    }

    var lines: [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// What a rule found, and where.
struct Finding: Hashable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let sentence: String

    init(_ path: String, _ line: Int = 1, _ sentence: String) {
        self.path = path
        self.line = line
        self.sentence = sentence
    }

    var description: String { "\(path):\(line): \(sentence)" }
}

extension Finding {
    /// One issue with a line for each finding.
    static func report(_ findings: [Finding], _ place: SourceLocation = #_sourceLocation) {
        guard !findings.isEmpty else { return }
        let lines = findings.map(\.description).joined(separator: "\n")
        Issue.record("\(findings.count) found:\n\(lines)", sourceLocation: place)
    }
}
