internal import Pages

/// Who reads a stream: everyone of one audience gets the same bytes.
struct Audience: Hashable, Sendable {
    /// What is open on the device: a stream names what it shows, and is sent nothing else.
    enum Screen: String, Sendable, CaseIterable, Comparable {
        case phone, people, group, board, record, projector, console

        /// The first change goes out at once, then at most so often.
        var tick: Duration {
            switch self {
            case .phone, .people, .group, .board: .seconds(1)
            case .record: .milliseconds(500)
            case .projector, .console: .milliseconds(250)
            }
        }

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Several, where pages in one browser share a stream.
    let screens: Set<Screen>
    let language: Language
    /// Whether names are in it.
    let isInside: Bool

    var tick: Duration { screens.map(\.tick).min() ?? .seconds(1) }
}
