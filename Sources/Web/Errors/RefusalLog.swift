internal import Domain
internal import Logging
internal import Synchronization

/// Tells the operator of refusals that may mean an attack: one line a minute for each kind, however many there are,
/// or the log would be what fills the disk. Everything else that is refused is told to the visitor alone.
final class RefusalLog: Sendable {
    private enum Kind: Hashable {
        case tooMany(TooMany.What)
        case anotherOrigin

        init?(_ error: any Error) {
            switch error {
            case let refused as TooMany: self = .tooMany(refused.what)
            case is SameOrigin.Refused: self = .anotherOrigin
            default: return nil
            }
        }

        var sentence: String {
            switch self {
            case .tooMany(.codes): "Too many wrong codes from one place: they have to wait."
            case .tooMany(.acts): "Too many acts from one place: they have to wait."
            case .tooMany(.streams): "Too many pages are open: the next has to wait."
            case .tooMany(.searches): "Too many searches from one place: they have to wait."
            case .anotherOrigin: "A form of another site was refused."
            }
        }
    }

    private struct Silence {
        var endsAt: Instant
        var refusalCount: Int
    }

    private let silences = Mutex<[Kind: Silence]>([:])

    func note(_ error: any Error, of gathering: Gathering.ID?, at now: Instant, _ logger: Logger) {
        guard let kind = Kind(error) else { return }
        let unsaid: Int? = silences.withLock { silences in
            if let silence = silences[kind], now < silence.endsAt {
                silences[kind]?.refusalCount += 1
                return nil
            }
            let count = silences[kind]?.refusalCount ?? 0
            silences[kind] = Silence(endsAt: now.adding(seconds: 60), refusalCount: 0)
            return count
        }
        guard let unsaid else { return }
        var metadata: Logger.Metadata = unsaid > 0 ? ["since the last line": "\(unsaid)"] : [:]
        if let gathering { metadata["gathering"] = "\(gathering)" }
        logger.notice("\(kind.sentence)", metadata: metadata)
    }
}
