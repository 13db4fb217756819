/// What moderators and organisers do in a gathering, each at an address of its own below it.
public enum ModeratorAct: Sendable, Hashable {
    case phase
    case window
    case proposing
    case pitch
    case pitchPause
    case pitchResumption
    case pitchExtension
    case pitchEnd
    case turn(String)
    case hands(String)
    case heads
    case merger(String)
    case hiding(String)
    case hidingWithdrawal(String)
    case admission(String)
    case reopening(String)
    case proposalWithdrawal(String)
    case proposals

    case layBoard
    case rearrangement
    case publication
    case place(String)
    case swap(String)
    case pin(String)
    case pinWithdrawal(String)
    case parking(String)
    case cancellation(String)
    case cancellationWithdrawal(String)
    case roomChange(String)
    case roomSwap(String)
    case recordRequest(String)

    case feedbackOpening
    case feedbackOpeningWithdrawal
    case feedbackClose
    case feedbackRelease
    case feedbackReleaseWithdrawal
    /// By its number in the list.
    case feedbackWord(String)
    case feedbackSentence(String)

    case announcements
    case announcementWithdrawal(String)
    case delay
    case picture
    case undo

    case people
    case personRemoval(String)
    case personCode(String)
    case links
    case linkRevocation(String)
    case devicesRemoval

    case facts
    case rooms
    case room(String)
    case roomRemoval(String)
    case slots
    case slotRow
    case slot(String)
    case slotRemoval(String)
    case items
    case item(String)
    case itemRemoval(String)
    case organisers
    case organiser(String)
    case organiserRemoval(String)
    case rehearsal
    case nextEdition
    case deletion
    case rehearsalReset
    case rehearsalEnd

    /// Below `/g/GATHERING/`.
    public var path: String {
        switch self {
        case .phase, .window, .proposing, .heads, .proposals, .announcements, .delay, .picture, .undo,
            .people, .links,
            .facts, .rooms, .slots, .items, .organisers, .rehearsal, .deletion:
            "\(self)"
        case .pitch, .pitchPause, .pitchResumption, .pitchExtension, .pitchEnd: pitchPath
        case .feedbackOpening, .feedbackOpeningWithdrawal, .feedbackClose, .feedbackRelease,
            .feedbackReleaseWithdrawal, .feedbackWord, .feedbackSentence:
            feedbackPath
        case .layBoard: "board/plan"
        case .rearrangement: "board/rearrangement"
        case .publication: "board/publication"
        case .announcementWithdrawal(let id): "announcements/\(id)/withdrawal"
        case .personRemoval(let id): "people/\(id)/removal"
        case .personCode(let id): "people/\(id)/code"
        case .linkRevocation(let id): "links/\(id)/revocation"
        case .devicesRemoval: "devices/removal"
        case .slotRow: "slots/row"
        case .room(let id): "rooms/\(id)"
        case .roomRemoval(let id): "rooms/\(id)/removal"
        case .slot(let id): "slots/\(id)"
        case .slotRemoval(let id): "slots/\(id)/removal"
        case .item(let id): "items/\(id)"
        case .itemRemoval(let id): "items/\(id)/removal"
        case .organiser(let id): "organisers/\(id)"
        case .organiserRemoval(let id): "organisers/\(id)/removal"
        case .nextEdition: "next"
        case .rehearsalReset: "rehearsal/reset"
        case .rehearsalEnd: "rehearsal/end"
        default: topicPath
        }
    }

    private var pitchPath: String {
        switch self {
        case .pitchPause: "pitch/pause"
        case .pitchResumption: "pitch/resumption"
        case .pitchExtension: "pitch/extension"
        case .pitchEnd: "pitch/end"
        default: "pitch"
        }
    }

    private var feedbackPath: String {
        switch self {
        case .feedbackOpening: "feedback/opening"
        case .feedbackOpeningWithdrawal: "feedback/opening/withdrawal"
        case .feedbackClose: "feedback/close"
        case .feedbackRelease: "feedback/release"
        case .feedbackReleaseWithdrawal: "feedback/release/withdrawal"
        case .feedbackWord(let id): "feedback/words/\(id)"
        case .feedbackSentence(let id): "feedback/sentences/\(id)"
        default: "feedback"
        }
    }

    private var topicPath: String {
        switch self {
        case .turn(let id): "proposals/\(id)/turn"
        case .hands(let id): "proposals/\(id)/hands"
        case .merger(let id): "proposals/\(id)/merger"
        case .hiding(let id): "proposals/\(id)/hiding"
        case .hidingWithdrawal(let id): "proposals/\(id)/hiding/withdrawal"
        case .admission(let id): "proposals/\(id)/admission"
        case .reopening(let id): "proposals/\(id)/reopening"
        case .proposalWithdrawal(let id): "proposals/\(id)/withdrawal"
        case .place(let id): "sessions/\(id)/place"
        case .swap(let id): "sessions/\(id)/swap"
        case .pin(let id): "sessions/\(id)/pin"
        case .pinWithdrawal(let id): "sessions/\(id)/pin/withdrawal"
        case .parking(let id): "sessions/\(id)/parking"
        case .cancellation(let id): "sessions/\(id)/cancellation"
        case .cancellationWithdrawal(let id): "sessions/\(id)/cancellation/withdrawal"
        case .roomChange(let id): "sessions/\(id)/room"
        case .roomSwap(let id): "sessions/\(id)/room/swap"
        case .recordRequest(let id): "records/\(id)/request"
        default: ""
        }
    }
}

extension ModeratorAct {
    /// One of each, for those who walk all addresses.
    public static func all(with id: String) -> [Self] {
        [
            .phase, .window, .proposing, .pitch, .pitchPause, .pitchResumption, .pitchExtension, .pitchEnd,
            .turn(id), .hands(id), .heads, .merger(id), .hiding(id), .hidingWithdrawal(id), .admission(id),
            .reopening(id), .proposalWithdrawal(id), .proposals, .layBoard, .rearrangement, .publication,
            .place(id), .swap(id), .pin(id), .pinWithdrawal(id), .parking(id), .cancellation(id),
            .cancellationWithdrawal(id), .roomChange(id), .roomSwap(id), .recordRequest(id), .feedbackOpening,
            .feedbackOpeningWithdrawal, .feedbackClose, .feedbackRelease, .feedbackReleaseWithdrawal,
            .feedbackWord(id), .feedbackSentence(id), .announcements,
            .announcementWithdrawal(id), .delay, .picture,
            .undo, .people, .personRemoval(id), .personCode(id), .links, .linkRevocation(id), .devicesRemoval,
            .facts, .rooms,
            .room(id), .roomRemoval(id), .slots, .slotRow, .slot(id), .slotRemoval(id), .items, .item(id),
            .itemRemoval(id), .organisers, .organiser(id), .organiserRemoval(id), .rehearsal,
            .rehearsalReset, .rehearsalEnd, .nextEdition, .deletion,
        ]
    }
}
