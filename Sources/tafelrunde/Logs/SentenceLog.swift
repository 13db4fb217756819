import Foundation
import Logging

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

enum LogFormat: String, Sendable, CaseIterable {
    /// A sentence and its fields, for people.
    case plain
    /// An object a line, for programs.
    case json
}

/// Writes one line an event: when, how bad, a sentence, and fields.
struct SentenceLog: LogHandler {
    let format: LogFormat
    let write: @Sendable (String) -> Void
    let now: @Sendable () -> Date

    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(
        _ format: LogFormat, level: Logger.Level, now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable (String) -> Void = SentenceLog.toStandardError
    ) {
        self.format = format
        self.write = write
        self.now = now
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { _, new in new } }
        if let own = event.metadata { fields.merge(own) { _, new in new } }
        let sorted = fields.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        let moment = WallClock.timestamp(now())
        let message = "\(event.message)"
        switch format {
        case .plain: write(Self.plain(moment, event.level, message, sorted))
        case .json: write(Self.json(moment, event.level, message, sorted))
        }
    }

    private static func plain(
        _ moment: String, _ level: Logger.Level, _ message: String, _ fields: [(String, String)]
    ) -> String {
        let words = [moment, level.rawValue, oneLine(message)] + fields.map { "\($0)=\(quoted($1))" }
        return words.joined(separator: " ")
    }

    private static func json(
        _ moment: String, _ level: Logger.Level, _ message: String, _ fields: [(String, String)]
    ) -> String {
        let own = [("time", moment), ("level", level.rawValue), ("message", message)]
        let pairs = (own + fields).map { "\(string($0)):\(string($1))" }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    /// Nothing that somebody typed can begin a line of its own.
    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control || $0.value == 0x2028 ? " " : $0
                }))
    }

    private static func quoted(_ value: String) -> String {
        let plain = value.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "=" }
        return plain && !value.isEmpty ? oneLine(value) : string(value)
    }

    private static func string(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    /// In one call, so that lines of two threads do not mix.
    @Sendable static func toStandardError(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

extension Logger {
    /// The program's own logger; libraries that make one of their own get the same.
    static func start(_ settings: Settings) -> Logger {
        let handler = SentenceLog(settings.logFormat, level: settings.logLevel)
        LoggingSystem.bootstrap { _ in handler }
        return Logger(label: "tafelrunde") { _ in handler }
    }
}
