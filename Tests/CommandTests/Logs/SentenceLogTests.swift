import Foundation
import Logging
import Synchronization
import Testing

@testable import tafelrunde

struct SentenceLogTests {
    @Test func `an event is one line, whatever somebody typed`() {
        let lines = Lines()
        let logger = lines.logger(.plain)

        logger.warning("Space\nruns low.", metadata: ["free": "3 MB", "gathering": "abc", "said": "a\nb\"c"])

        #expect(
            lines.all == [
                #"2026-11-21T08:00:00.250Z warning Space runs low. free="3 MB" gathering=abc said="a\nb\"c""#
            ])
    }

    @Test func `an event may be an object for programs`() {
        let lines = Lines()
        let logger = lines.logger(.json)

        logger.error("It \"failed\".", metadata: ["number": "7"])

        #expect(
            lines.all == [
                #"{"time":"2026-11-21T08:00:00.250Z","level":"error","message":"It \"failed\".","number":"7"}"#
            ])
    }

    @Test func `what is below the level is not written`() {
        let lines = Lines()

        lines.logger(.plain).debug("Nothing.")

        #expect(lines.all == [])
    }
}

/// What a logger wrote.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func logger(_ format: LogFormat) -> Logger {
        let log = SentenceLog(
            format, level: .info, now: { Date(timeIntervalSince1970: 1_795_248_000.25) },
            write: { line in self.lines.withLock { $0.append(line) } })
        return Logger(label: "test") { _ in log }
    }
}
