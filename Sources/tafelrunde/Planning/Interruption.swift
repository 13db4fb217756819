import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Whether somebody pressed Control-C. The first time only ends the search; the second ends the program.
enum Interruption {
    private static let heard = Atomic(false)

    static var wasHeard: Bool { heard.load(ordering: .relaxed) }

    static func listen() {
        signal(SIGINT) { _ in
            Interruption.heard.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
        // Whoever started the program may have blocked it.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
