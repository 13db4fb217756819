import Foundation
#if canImport(Glibc)
import Glibc
#endif

/// A folder that is gone, with all in it, when the test lets it go.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        path = try Self.untilTheEnd()
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in it.
    public func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// The names of what is in it, sorted.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    /// A new folder that stays until all tests are over.
    public static func untilTheEnd() throws -> String {
        let path = "\(ofThisRun)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private static let ofThisRun: String = {
        atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.path) }
        return path
    }()

    private static let path =
        FileManager.default.temporaryDirectory.path
        + "/tafelrunde-tests-\(ProcessInfo.processInfo.processIdentifier)"
}
