import Logging
import Lookup

/// Keeps the lookup at the journal's end while the server runs.
struct LookupKeeping: Sendable {
    let lookup: Lookup
    let logger: Logger

    /// Entries that come close together are read together; whoever opens the archive waits for none of this.
    private static let pause = Duration.milliseconds(200)
    private static let pauseAfterFault = Duration.seconds(10)

    /// Until its task ends. Without it the archive is read on by whoever opens its page.
    func run() async {
        if !lookup.isWhole { logger.info("The archive is being made anew from the journal.") }
        var isTold = lookup.isWhole
        while !Task.isCancelled {
            do {
                try await lookup.catchUp()
                if !isTold { logger.info("The archive is made.") }
                isTold = true
                try await lookup.clean()
                try await lookup.waitForNews()
                try await Task.sleep(for: Self.pause)
            } catch is CancellationError {
            } catch {
                logger.error("The archive cannot be read on.", metadata: ["fault": "\(error)"])
                try? await Task.sleep(for: Self.pauseAfterFault)
            }
        }
    }
}
