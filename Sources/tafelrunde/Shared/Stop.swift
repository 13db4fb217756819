/// Why the program ends before its work is done: one sentence, and a number for scripts.
struct Stop: Error, Equatable {
    let reason: ExitReason
    let sentence: String

    init(_ reason: ExitReason, _ sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }
}

/// The exit codes of `sysexits.h`, as far as they are used.
enum ExitReason: Int32, Sendable, CaseIterable {
    case usage = 64
    case damaged = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    case tryAgain = 75
    case newerVersion = 76
    case noPermission = 77
    case configuration = 78

    var explanation: String {
        switch self {
        case .usage: "the command line cannot be understood, or names what is not there"
        case .damaged: "the journal or a backup is damaged, or a file to plan from is not understood"
        case .noInput: "a file or folder to read is not there"
        case .unavailable: "the journal, or something of the system, cannot be used"
        case .software: "something unexpected went wrong"
        case .cannotCreate: "a file or folder cannot be made or written"
        case .inputOutput: "reading or writing failed: perhaps the disk is full"
        case .tryAgain: "busy: the port is in use, or another process serves the data folder"
        case .newerVersion: "a newer version of the program has written the data folder"
        case .noPermission: "not allowed, for example a port below 1024"
        case .configuration: "a setting or the master key is missing or wrong"
        }
    }

    /// For `--help`.
    static var listing: String {
        (["   0  done", "1, 2  doctor found something to look at, or something wrong"]
            + allCases.map { "  \($0.rawValue)  \($0.explanation)" }).joined(separator: "\n")
    }
}
