extension Gathering {
    /// Every "no" of a gathering. The visitor's sentences are in the phrases, by the same names.
    public enum Refused: Refusal {
        case noSuchGathering
        case notAllowed(Right)
        case alreadyPrepared
        /// `at`: nil when nobody ended it, and it is over all the same.
        case ended(at: Instant?)
        /// There is a next edition.
        case continuedAlready
        /// What was typed is neither the title nor the code of what would be deleted.
        case namedOtherwise

        // Programme
        case tooMany(Limit)
        case noSuchRoom
        case noSuchSlot
        case noSuchItem
        case noSuchOrganiser
        case outOfRange(field: String, from: Int, to: Int)
        case roomInUse(sessions: Int)
        /// Nobody could tell the two apart.
        case roomNamedAlike(RoomName)
        case noEmail
        case slotInUse(sessions: Int)
        case roomHasItem(Title)
        /// It lies there, on the draft or for everybody, and would not fit any more.
        case sessionInTheWay(Proposal.ID)
        case slotsOverlap(with: MinuteOfDay)
        case afterMidnight
        case timesChangedMeanwhile

        // People
        case noSuchParticipant
        case hasLeft

        // Topics
        case noSuchProposal
        case notYourProposal
        case proposalsClosed(since: Instant)
        case notOpenAnyMore
        case editedMeanwhile
        case sameProposal
        case noSuchHost
        /// It was hidden, or the record that asks it is not public any more.
        case noSuchSuggestion
        case adoptedAlready(by: Proposal.ID)
        case nobodyWaits
        case noPitch
        /// Somebody else went on to another topic, or ended the pitch.
        case pitchedMeanwhile(Proposal.ID?)
        case clockSetMeanwhile

        // Weighing
        case windowClosed(at: Instant?)
        /// How wishes are made and shown stays as it is while people make them.
        case windowStillOpen

        // Board
        case placeTaken(by: Proposal.ID)
        case movedMeanwhile(to: Place?)
        case boardChangedMeanwhile
        /// What is for everybody at once would publish a half-done draft along.
        case draftUnpublished
        case pinnedThere
        case noSuchPlace
        case placeBlocked(by: Title)
        case hostElsewhere(session: Proposal.ID)
        case hostAway
        case roomLacks(Set<Equipment>)
        case notOnBoard
        case nothingToPublish
        case notPublished

        // The wall
        case nothingToProject(Picture)

        // Records
        /// Somebody wrote on while the other wanted to make it public.
        case recordChangedMeanwhile
        /// Together with what others wrote it would be longer than the field takes.
        case recordTooLong(field: String, by: Int)
        case nothingWritten
        case noSuchRevision
        case tooManySteps

        // Working groups
        case noPhoneNumber
        case dateOutOfRange(field: String, from: LocalDate, to: LocalDate)
        /// Somebody else holds it together.
        case notYourGroup
        /// Whom it should go to is not in it.
        case notInGroup
        // Feedback
        case feedbackNotOpen
        case feedbackClosed(at: Instant)
        /// Words are hidden and shown once they are counted.
        case feedbackStillOpen
        case alreadyAnswered
        case nobodySaidThat

        // Undo
        case nothingToUndo
        case builtUpon(UndoLog.UndoableAct)

        public var kind: RefusalKind {
            switch self {
            case .noSuchGathering, .noSuchRoom, .noSuchSlot, .noSuchItem, .noSuchOrganiser,
                .noSuchParticipant,
                .noSuchProposal, .noSuchRevision, .nobodySaidThat:
                .notFound
            case .notAllowed, .notYourProposal, .notYourGroup: .forbidden
            case .outOfRange, .roomNamedAlike, .noEmail, .slotsOverlap, .afterMidnight, .sameProposal,
                .noSuchHost, .noSuchPlace, .namedOtherwise, .recordTooLong, .noPhoneNumber,
                .dateOutOfRange:
                .invalid
            default: .conflict
            }
        }
    }

    /// What there can be only so many of.
    public enum Limit: String, Sendable, Hashable, CaseIterable {
        case rooms, slots, items, organisers, participants, proposals, proposalsOfOneHost, announcements
    }
}
