import Actions
import Domain
import Journal

extension Stop {
    /// What stands in the way of opening a data folder, in one sentence.
    init(opening error: any Error) {
        switch error {
        case let stop as Stop: self = stop
        case let fault as JournalFault where fault.kind == .newerSchema:
            self.init(
                fault.exitReason,
                "A newer version of Tafelrunde has written this data folder: install that one. (\(fault.description))"
            )
        case let fault as JournalFault:
            self.init(fault.exitReason, "The journal cannot be opened: \(fault.description).")
        case let fault as KeyFault: self.init(fault.exitReason, fault.description)
        default: self.init(.software, "The data folder cannot be opened: \(error).")
        }
    }

    /// What stands in the way of an act of the command line.
    init(acting error: any Error) {
        switch error {
        case let stop as Stop: self = stop
        case let refused as Access.Refused: self.init(refused)
        case let fault as DeskFault:
            self.init(.tryAgain, "It could not be kept: \(fault) Try again.")
        case let fault as JournalFault:
            self.init(fault.exitReason, "It could not be kept: \(fault.description).")
        case let fault as KeyFault: self.init(fault.exitReason, fault.description)
        default: self.init(.software, "Something unexpected went wrong: \(error).")
        }
    }

    private init(_ refused: Access.Refused) {
        switch refused {
        case .tooManyLinks: self.init(.tryAgain, "There are too many links: revoke some first.")
        case .noSuchLink: self.init(.usage, "There is no such link: “tafelrunde link list” shows all.")
        default: self.init(.software, "The link was refused: \(refused).")
        }
    }
}

extension JournalFault {
    var exitReason: ExitReason {
        switch kind {
        case .damaged: .damaged
        case .diskFull: .inputOutput
        case .notWritable: .cannotCreate
        case .newerSchema: .newerVersion
        case .unavailable: .unavailable
        }
    }
}

extension KeyFault {
    var exitReason: ExitReason {
        switch self {
        case .masterKeyMissing, .masterKeyNowhere, .masterKeyMalformed, .masterKeyWrong, .notReadable:
            .configuration
        case .notWritable: .cannotCreate
        case .storeDamaged, .keyMissing, .keyDamaged, .forgotten: .damaged
        }
    }
}
