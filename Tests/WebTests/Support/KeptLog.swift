import Logging
import Synchronization

/// What a logger was told, as one text a line.
final class KeptLog: Sendable {
    private let kept = Mutex<[String]>([])
    private let level: Logger.Level

    init(_ level: Logger.Level) { self.level = level }

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(logLevel: self.level) { self.keep($0) } }
    }

    private func keep(_ line: String) { kept.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        var metadata = Logger.Metadata()
        var logLevel: Logger.Level
        let keep: @Sendable (String) -> Void

        init(logLevel: Logger.Level, _ keep: @escaping @Sendable (String) -> Void) {
            self.logLevel = logLevel
            self.keep = keep
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            keep("\(event.message) \(event.metadata ?? [:])")
        }
    }
}
