public import Journal

/// Why a desk could not settle an act. Never the visitor's doing: sent again with the same id it counts once.
public enum DeskFault: Error, Equatable, CustomStringConvertible {
    /// Too many acts wait already.
    case busy
    /// Others were faster each time.
    case contended
    /// A stream beside stood elsewhere than the decision expected: load it again and decide anew.
    case elsewhere(StreamID, at: Version)
    /// The journal failed. Whether the act is kept is unknown until it is sent again.
    case journal(JournalFault)
    /// An entry cannot be read, or is missing.
    case damaged(StreamID, Version)
    /// The changes cannot be written down, or one act writes twice to one stream.
    case notWritable(StreamID, reason: String)
    /// The desk was let go; `Desks` has another.
    case closed

    public var description: String {
        switch self {
        case .busy: "Too many acts wait."
        case .contended: "Others were faster each time."
        case .elsewhere(let stream, let version):
            "\(stream) stands at \(version.value), not where it was expected."
        case .journal(let fault): "The journal failed: \(fault)"
        case .damaged(let stream, let version): "Entry \(version.value) of \(stream) cannot be read."
        case .notWritable(let stream, let reason): "An act on \(stream) cannot be written down: \(reason)"
        case .closed: "The desk is closed."
        }
    }

    init(_ error: any Error) {
        self =
            switch error {
            case let fault as DeskFault: fault
            case let fault as JournalFault: .journal(fault)
            default: .journal(JournalFault(kind: .unavailable, description: "\(error)"))
            }
    }
}
