public import Domain
import Synchronization

/// A clock that stands still until a test moves it.
public final class SampleClock: Sendable {
    private let moment: Mutex<Now>

    public init(_ now: Now = .sample) {
        moment = Mutex(now)
    }

    public var now: Now { moment.withLock { $0 } }

    public func advance(seconds: Int) {
        moment.withLock { $0 = $0.at($0.instant.adding(seconds: seconds)) }
    }

    /// Goes to a time of the same day.
    public func go(to time: MinuteOfDay) {
        advance(seconds: (time.minutes - now.time.minutes) * 60)
    }
}

extension Now {
    /// 21 November 2026, 10:00 in Iserlohn.
    public static let sample = Now(instant: .sample, date: .sample, time: .sample)
}

extension LocalDate {
    /// 21 November 2026.
    public static let sample = LocalDate.certain("2026-11-21")

    private static func certain(_ text: String) -> Self {
        guard let date = Self(text) else { preconditionFailure("no day: \(text)") }
        return date
    }
}

extension MinuteOfDay {
    /// 10:00: people are there and nothing has begun.
    public static let sample = MinuteOfDay.certain("10:00")

    private static func certain(_ text: String) -> Self {
        guard let time = Self(text) else { preconditionFailure("no time: \(text)") }
        return time
    }
}

/// SplitMix64 behind a lock: small, and the same on every machine.
final class SampleDice: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) {
        state = Mutex(seed)
    }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
