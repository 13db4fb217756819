import Domain

/// The vocabulary of the journal. A new kind does not compile until it stands here, and fails until it has a file.
enum ChangeKind: String, CaseIterable {
    case factsSet = "gathering.programme.factsSet"
    case organiserSet = "gathering.programme.organiserSet"
    case organiserRemoved = "gathering.programme.organiserRemoved"
    case roomSet = "gathering.programme.roomSet"
    case roomRemoved = "gathering.programme.roomRemoved"
    case slotSet = "gathering.programme.slotSet"
    case slotRemoved = "gathering.programme.slotRemoved"
    case itemSet = "gathering.programme.itemSet"
    case itemRemoved = "gathering.programme.itemRemoved"
    case shifted = "gathering.programme.shifted"
    case previousSet = "gathering.programme.previousSet"
    case nextSet = "gathering.programme.nextSet"

    case joined = "gathering.people.joined"
    case profileSet = "gathering.people.profileSet"
    case left = "gathering.people.left"
    case takenOut = "gathering.people.takenOut"
    case headsCounted = "gathering.people.headsCounted"
    case voicesCut = "gathering.people.voicesCut"
    case originsCounted = "gathering.people.originsCounted"

    case proposed = "gathering.topics.proposed"
    case edited = "gathering.topics.edited"
    case withdrawn = "gathering.topics.withdrawn"
    case reopened = "gathering.topics.reopened"
    case removed = "gathering.topics.removed"
    case hostsSet = "gathering.topics.hostsSet"
    case merged = "gathering.topics.merged"
    case parted = "gathering.topics.parted"
    case hidden = "gathering.topics.hidden"
    case shown = "gathering.topics.shown"
    case admitted = "gathering.topics.admitted"
    case takingSet = "gathering.topics.takingSet"
    case queueSet = "gathering.topics.queueSet"
    case pitchBegan = "gathering.topics.pitchBegan"
    case pitchClockSet = "gathering.topics.pitchClockSet"
    case pitchEnded = "gathering.topics.pitchEnded"
    case handsCounted = "gathering.topics.handsCounted"
    case topicChathamSet = "gathering.topics.chathamSet"

    case draftChanged = "gathering.board.draftChanged"
    case published = "gathering.board.published"
    case publishedAgain = "gathering.board.publishedAgain"
    case cancelled = "gathering.board.cancelled"
    case restored = "gathering.board.restored"

    case phaseEntered = "gathering.day.phaseEntered"
    case windowOpened = "gathering.day.windowOpened"
    case windowClosed = "gathering.day.windowClosed"
    case windowPutOff = "gathering.day.windowPutOff"
    case announced = "gathering.day.announced"
    case announcementTakenBack = "gathering.day.announcementTakenBack"
    case projected = "gathering.day.projected"
    case undone = "gathering.undone"

    case interestOpened = "interest.windowOpened"
    case interestClosed = "interest.windowClosed"
    case interestPutOff = "interest.windowPutOff"
    case wished = "interest.wished"
    case unwished = "interest.unwished"
    case wishesRemoved = "interest.voiceRemoved"

    case chosen = "attendance.chosen"
    case unchosen = "attendance.unchosen"
    case choicesRemoved = "attendance.voiceRemoved"

    case linkMade = "access.linkMade"
    case linkRevoked = "access.linkRevoked"
    case linkOpened = "access.linkOpened"
    case granted = "access.granted"
    case personalCodeSet = "access.personalCodeSet"
    case participantRemoved = "access.participantRemoved"
    case deviceSignedOut = "access.deviceSignedOut"
    case grantTaken = "access.grantTaken"

    case gatheringListed = "house.gatheringListed"
    case gatheringForgotten = "house.gatheringForgotten"

    case recordWritten = "record.written"
    case chathamSet = "record.chathamSet"
    case paperAuthorSet = "record.paperAuthorSet"
    case keeperSet = "record.keeperSet"
    case recordAsked = "record.asked"
    case recordHeld = "record.held"
    case recordReleased = "record.released"
    case releaseWithdrawn = "record.releaseWithdrawn"

    case groupJoined = "groups.joined"
    case consentSet = "groups.consentSet"
    case contactRevoked = "groups.contactRevoked"
    case groupLeft = "groups.left"
    case handedOver = "groups.handedOver"
    case groupsParticipantRemoved = "groups.participantRemoved"
    case feedbackOpened = "feedback.opened"
    case feedbackPutOff = "feedback.putOff"
    case feedbackClosed = "feedback.closed"
    case wordHidden = "feedback.wordHidden"
    case wordShown = "feedback.wordShown"
    case sentenceHidden = "feedback.sentenceHidden"
    case sentenceShown = "feedback.sentenceShown"
    case feedbackReleased = "feedback.released"
    case feedbackReleaseWithdrawn = "feedback.releaseWithdrawn"

    init(_ change: Gathering.Change) {
        switch change {
        case .programme(let change): self.init(change)
        case .people(let change): self.init(change)
        case .topics(let change): self.init(change)
        case .board(let change): self.init(change)
        case .day(let change): self.init(change)
        case .undone: self = .undone
        }
    }

    private init(_ change: Programme.Change) {
        self =
            switch change {
            case .factsSet: .factsSet
            case .organiserSet: .organiserSet
            case .organiserRemoved: .organiserRemoved
            case .roomSet: .roomSet
            case .roomRemoved: .roomRemoved
            case .slotSet: .slotSet
            case .slotRemoved: .slotRemoved
            case .itemSet: .itemSet
            case .itemRemoved: .itemRemoved
            case .shifted: .shifted
            case .previousSet: .previousSet
            case .nextSet: .nextSet
            }
    }

    private init(_ change: Attendees.Change) {
        self =
            switch change {
            case .joined: .joined
            case .profileSet: .profileSet
            case .left: .left
            case .takenOut: .takenOut
            case .headsCounted: .headsCounted
            case .voicesCut: .voicesCut
            case .originsCounted: .originsCounted
            }
    }

    private init(_ change: Topics.Change) {
        self =
            switch change {
            case .proposed: .proposed
            case .edited: .edited
            case .withdrawn: .withdrawn
            case .reopened: .reopened
            case .removed: .removed
            case .hostsSet: .hostsSet
            case .merged: .merged
            case .parted: .parted
            case .hidden: .hidden
            case .shown: .shown
            case .admitted: .admitted
            case .takingSet: .takingSet
            case .queueSet: .queueSet
            case .pitchBegan: .pitchBegan
            case .pitchClockSet: .pitchClockSet
            case .pitchEnded: .pitchEnded
            case .handsCounted: .handsCounted
            case .chathamSet: .topicChathamSet
            }
    }

    private init(_ change: Board.Change) {
        self =
            switch change {
            case .draftChanged: .draftChanged
            case .published: .published
            case .publishedAgain: .publishedAgain
            case .cancelled: .cancelled
            case .restored: .restored
            }
    }

    private init(_ change: Day.Change) {
        self =
            switch change {
            case .phaseEntered: .phaseEntered
            case .windowOpened: .windowOpened
            case .windowClosed: .windowClosed
            case .windowPutOff: .windowPutOff
            case .announced: .announced
            case .announcementTakenBack: .announcementTakenBack
            case .projected: .projected
            }
    }

    init(_ change: Interest.Change) {
        self =
            switch change {
            case .windowOpened: .interestOpened
            case .windowClosed: .interestClosed
            case .windowPutOff: .interestPutOff
            case .wished: .wished
            case .unwished: .unwished
            case .voiceRemoved: .wishesRemoved
            }
    }

    init(_ change: Attendance.Change) {
        self =
            switch change {
            case .chosen: .chosen
            case .unchosen: .unchosen
            case .voiceRemoved: .choicesRemoved
            }
    }

    init(_ change: Access.Change) {
        self =
            switch change {
            case .linkMade: .linkMade
            case .linkRevoked: .linkRevoked
            case .linkOpened: .linkOpened
            case .granted: .granted
            case .personalCodeSet: .personalCodeSet
            case .participantRemoved: .participantRemoved
            case .deviceSignedOut: .deviceSignedOut
            case .grantTaken: .grantTaken
            }
    }

    init(_ change: House.Change) {
        self =
            switch change {
            case .gatheringListed: .gatheringListed
            case .gatheringForgotten: .gatheringForgotten
            }
    }

    init(_ change: Record.Change) {
        self =
            switch change {
            case .written: .recordWritten
            case .chathamSet: .chathamSet
            case .paperAuthorSet: .paperAuthorSet
            case .keeperSet: .keeperSet
            case .asked: .recordAsked
            case .held: .recordHeld
            case .released: .recordReleased
            case .releaseWithdrawn: .releaseWithdrawn
            }
    }

    init(_ change: WorkingGroups.Change) {
        self =
            switch change {
            case .joined: .groupJoined
            case .consentSet: .consentSet
            case .contactRevoked: .contactRevoked
            case .left: .groupLeft
            case .handedOver: .handedOver
            case .participantRemoved: .groupsParticipantRemoved
            }
    }

    init(_ change: Feedback.Change) {
        self =
            switch change {
            case .opened: .feedbackOpened
            case .putOff: .feedbackPutOff
            case .closed: .feedbackClosed
            case .wordHidden: .wordHidden
            case .wordShown: .wordShown
            case .sentenceHidden: .sentenceHidden
            case .sentenceShown: .sentenceShown
            case .released: .feedbackReleased
            case .releaseWithdrawn: .feedbackReleaseWithdrawn
            }
    }
}
