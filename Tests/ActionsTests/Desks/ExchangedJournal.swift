import Journal
import Synchronization
import TestSupport

/// A journal that is another one from some moment on, as after a restore beside a running server.
final class ExchangedJournal: WrappingJournal {
    private let current: Mutex<any Journal>
    private let other: any Journal

    init(first: any Journal, then other: any Journal) {
        current = Mutex(first)
        self.other = other
    }

    func exchange() {
        current.withLock { $0 = other }
    }

    var inner: any Journal { current.withLock { $0 } }
}
