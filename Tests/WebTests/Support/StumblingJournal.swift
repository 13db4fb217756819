import Journal
import Synchronization
import TestSupport

/// Cannot read a kind of stream the first time it is asked to.
final class StumblingJournal: WrappingJournal {
    let inner: any Journal
    private let kind: String
    private let stumbled = Mutex(false)

    init(_ inner: any Journal, at kind: String) {
        self.inner = inner
        self.kind = kind
    }

    var hasStumbled: Bool { stumbled.withLock { $0 } }

    func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        let stumbles =
            stream.description.hasPrefix(kind)
            && stumbled.withLock { before in
                defer { before = true }
                return !before
            }
        if stumbles { throw JournalFault(kind: .unavailable, description: "the disk is busy") }
        return try await inner.entries(of: stream, after: version)
    }
}
