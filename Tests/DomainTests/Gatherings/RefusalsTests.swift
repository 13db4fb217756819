import Domain
import Testing

struct RefusalsTests {
    @Test(arguments: Provocation.all)
    func `is provoked by a verb, and changes nothing`(_ provocation: Provocation) {
        #expect(throws: provocation.refused) { try provocation.verb() }
    }

    @Test func `every refusal of a gathering is provoked`() {
        let provoked = Set(Provocation.all.map { RefusedName($0.refused) })

        #expect(Set(RefusedName.allCases).subtracting(provoked) == RefusedName.withoutVerb)
        #expect(provoked.isDisjoint(with: RefusedName.withoutVerb))
    }

    @Test func `every limit is provoked`() {
        let limits = Set(
            Provocation.all.compactMap { provocation -> Gathering.Limit? in
                if case .tooMany(let limit) = provocation.refused { limit } else { nil }
            })
        let programme = Set(Full.all.map(\.limit))
        let people: Set<Gathering.Limit> = [.participants, .proposals, .announcements]

        #expect(limits.union(programme).union(people) == Set(Gathering.Limit.allCases))
    }

    @Test(arguments: Provocation.all)
    func `is of the kind that the table says`(_ provocation: Provocation) {
        #expect(provocation.refused.kind == RefusedName(provocation.refused).kind)
    }

    @Test func `every refusal of access has its kind`() {
        let all = AccessRefusedName.allCases.map(\.refused)

        #expect(all.map(AccessRefusedName.init) == AccessRefusedName.allCases)
        #expect(
            all.map(\.kind) == [
                .forbidden, .notFound, .conflict, .conflict, .conflict, .conflict, .invalid, .invalid,
            ])
    }
}

/// The cases of `Access.Refused`: `AccessTests` provokes each. A new case does not compile until it stands here.
enum AccessRefusedName: CaseIterable {
    case notAllowed, noSuchLink, linkRevoked, linkExpired, linkUsed, tooManyLinks, noLinkForRole, wrongCode

    init(_ refused: Access.Refused) {
        self =
            switch refused {
            case .notAllowed: .notAllowed
            case .noSuchLink: .noSuchLink
            case .linkRevoked: .linkRevoked
            case .linkExpired: .linkExpired
            case .linkUsed: .linkUsed
            case .tooManyLinks: .tooManyLinks
            case .noLinkForRole: .noLinkForRole
            case .wrongCode: .wrongCode
            }
    }

    var refused: Access.Refused {
        switch self {
        case .notAllowed: .notAllowed
        case .noSuchLink: .noSuchLink
        case .linkRevoked: .linkRevoked
        case .linkExpired: .linkExpired
        case .linkUsed: .linkUsed
        case .tooManyLinks: .tooManyLinks
        case .noLinkForRole: .noLinkForRole
        case .wrongCode: .wrongCode
        }
    }
}

/// The cases of `Gathering.Refused` without what they carry. A new case does not compile until it stands here.
enum RefusedName: CaseIterable {
    case noSuchGathering, notAllowed, alreadyPrepared, ended, namedOtherwise, tooMany, noSuchRoom, noSuchSlot,
        noSuchItem
    case noSuchOrganiser, outOfRange, roomInUse, slotInUse, roomHasItem, sessionInTheWay, slotsOverlap
    case roomNamedAlike, noEmail
    case afterMidnight, timesChangedMeanwhile, noSuchParticipant
    case hasLeft, noSuchProposal, notYourProposal, proposalsClosed, notOpenAnyMore, editedMeanwhile
    case noSuchSuggestion, adoptedAlready
    case sameProposal, noSuchHost, nobodyWaits, noPitch, pitchedMeanwhile, clockSetMeanwhile, windowClosed
    case windowStillOpen, placeTaken
    case movedMeanwhile, boardChangedMeanwhile, draftUnpublished, pinnedThere, noSuchPlace, placeBlocked
    case hostElsewhere, hostAway
    case roomLacks, notOnBoard, nothingToPublish, notPublished, nothingToUndo, builtUpon
    case nothingToProject
    case recordChangedMeanwhile, recordTooLong, nothingWritten, noSuchRevision, tooManySteps
    case continuedAlready, noPhoneNumber, dateOutOfRange, notYourGroup, notInGroup
    case feedbackNotOpen, feedbackClosed, feedbackStillOpen, alreadyAnswered, nobodySaidThat

    /// Nothing in the domain says these: the edge does, or nobody.
    static let withoutVerb: Set<RefusedName> = [.alreadyAnswered]

    var kind: RefusalKind {
        switch self {
        case .noSuchGathering, .noSuchRoom, .noSuchSlot, .noSuchItem, .noSuchOrganiser, .noSuchParticipant,
            .noSuchProposal, .noSuchRevision, .nobodySaidThat:
            .notFound
        case .notAllowed, .notYourProposal, .notYourGroup: .forbidden
        case .outOfRange, .roomNamedAlike, .noEmail, .slotsOverlap, .afterMidnight, .sameProposal,
            .noSuchHost,
            .noSuchPlace, .namedOtherwise, .recordTooLong, .noPhoneNumber, .dateOutOfRange:
            .invalid
        case .alreadyPrepared, .ended, .tooMany, .roomInUse, .slotInUse, .hasLeft, .proposalsClosed,
            .notOpenAnyMore, .editedMeanwhile, .nobodyWaits, .noPitch, .pitchedMeanwhile, .clockSetMeanwhile,
            .timesChangedMeanwhile, .roomHasItem, .sessionInTheWay, .windowClosed, .windowStillOpen,
            .placeTaken, .movedMeanwhile, .boardChangedMeanwhile, .draftUnpublished, .pinnedThere,
            .placeBlocked, .hostElsewhere, .hostAway, .roomLacks, .notOnBoard, .nothingToPublish,
            .notPublished, .nothingToProject,
            .nothingToUndo,
            .builtUpon, .recordChangedMeanwhile, .nothingWritten, .tooManySteps, .notInGroup,
            .continuedAlready, .feedbackNotOpen, .feedbackClosed, .feedbackStillOpen, .alreadyAnswered,
            .noSuchSuggestion, .adoptedAlready:
            .conflict
        }
    }

    init(_ refused: Gathering.Refused) {
        self =
            switch refused {
            case .noSuchGathering: .noSuchGathering
            case .notAllowed: .notAllowed
            case .alreadyPrepared: .alreadyPrepared
            case .ended: .ended
            case .namedOtherwise: .namedOtherwise
            case .tooMany: .tooMany
            case .noSuchRoom: .noSuchRoom
            case .noSuchSlot: .noSuchSlot
            case .noSuchItem: .noSuchItem
            case .noSuchOrganiser: .noSuchOrganiser
            case .outOfRange: .outOfRange
            case .roomNamedAlike: .roomNamedAlike
            case .noEmail: .noEmail
            case .roomInUse: .roomInUse
            case .slotInUse: .slotInUse
            case .roomHasItem: .roomHasItem
            case .sessionInTheWay: .sessionInTheWay
            case .slotsOverlap: .slotsOverlap
            case .afterMidnight: .afterMidnight
            case .timesChangedMeanwhile: .timesChangedMeanwhile
            case .noSuchParticipant: .noSuchParticipant
            case .hasLeft: .hasLeft
            case .noSuchProposal: .noSuchProposal
            case .notYourProposal: .notYourProposal
            case .proposalsClosed: .proposalsClosed
            case .notOpenAnyMore: .notOpenAnyMore
            case .editedMeanwhile: .editedMeanwhile
            case .sameProposal: .sameProposal
            case .noSuchHost: .noSuchHost
            case .nobodyWaits: .nobodyWaits
            case .noPitch: .noPitch
            case .pitchedMeanwhile: .pitchedMeanwhile
            case .clockSetMeanwhile: .clockSetMeanwhile
            case .windowClosed: .windowClosed
            case .windowStillOpen: .windowStillOpen
            case .placeTaken: .placeTaken
            case .movedMeanwhile: .movedMeanwhile
            case .boardChangedMeanwhile: .boardChangedMeanwhile
            case .draftUnpublished: .draftUnpublished
            case .pinnedThere: .pinnedThere
            case .noSuchPlace: .noSuchPlace
            case .placeBlocked: .placeBlocked
            case .hostElsewhere: .hostElsewhere
            case .hostAway: .hostAway
            case .roomLacks: .roomLacks
            case .notOnBoard: .notOnBoard
            case .nothingToPublish: .nothingToPublish
            case .notPublished: .notPublished
            case .nothingToProject: .nothingToProject
            case .recordChangedMeanwhile, .recordTooLong, .nothingWritten, .noSuchRevision, .tooManySteps,
                .feedbackNotOpen, .feedbackClosed, .feedbackStillOpen, .alreadyAnswered, .nobodySaidThat:
                Self.ofWords(refused)
            case .noPhoneNumber, .dateOutOfRange, .notYourGroup, .notInGroup, .continuedAlready,
                .noSuchSuggestion, .adoptedAlready, .nothingToUndo, .builtUpon:
                Self.ofGroups(refused)
            }
    }

    /// Of groups, of editions and of taking back.
    private static func ofGroups(_ refused: Gathering.Refused) -> Self {
        switch refused {
        case .noPhoneNumber: .noPhoneNumber
        case .dateOutOfRange: .dateOutOfRange
        case .notYourGroup: .notYourGroup
        case .continuedAlready: .continuedAlready
        case .noSuchSuggestion: .noSuchSuggestion
        case .adoptedAlready: .adoptedAlready
        case .nothingToUndo: .nothingToUndo
        case .builtUpon: .builtUpon
        default: .notInGroup
        }
    }

    /// Of records and of feedback.
    private static func ofWords(_ refused: Gathering.Refused) -> Self {
        switch refused {
        case .recordChangedMeanwhile: .recordChangedMeanwhile
        case .recordTooLong: .recordTooLong
        case .nothingWritten: .nothingWritten
        case .noSuchRevision: .noSuchRevision
        case .tooManySteps: .tooManySteps
        case .feedbackNotOpen: .feedbackNotOpen
        case .feedbackClosed: .feedbackClosed
        case .feedbackStillOpen: .feedbackStillOpen
        case .alreadyAnswered: .alreadyAnswered
        default: .nobodySaidThat
        }
    }
}
