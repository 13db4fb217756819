public import Domain

/// What a refusal has to name that only the gathering knows.
public struct RefusalNames: Sendable {
    let title: @Sendable (Proposal.ID) -> String
    let place: @Sendable (Place) -> String
    let moment: @Sendable (Instant) -> String

    /// `moment`: "um 10:42", by the hall's clock.
    public init(
        title: @escaping @Sendable (Proposal.ID) -> String, place: @escaping @Sendable (Place) -> String,
        moment: @escaping @Sendable (Instant) -> String
    ) {
        self.title = title
        self.place = place
        self.moment = moment
    }

    /// Where nothing is known: numbers instead of titles.
    public static let none = Self(
        title: { "\($0)" }, place: { "\($0.slot)/\($0.room)" }, moment: { "\($0.milliseconds)" })
}

extension Phrases {
    /// The sentence for a refusal that any page may meet.
    public func sentence(for refused: Gathering.Refused, _ names: RefusalNames = .none) -> String {
        switch refused {
        case .noSuchGathering: self["refused.noSuchGathering"]
        case .notAllowed(.prepare): self["refused.notAllowedToPrepare"]
        case .notAllowed: self["refused.notAllowed"]
        case .alreadyPrepared: self["refused.alreadyPrepared"]
        case .ended(nil): self["refused.ended"]
        case .ended(let moment?): self("refused.endedAt", ["when": names.moment(moment)])
        case .continuedAlready: self["refused.continuedAlready"]
        case .namedOtherwise: self["refused.namedOtherwise"]
        case .tooMany(let limit): sentence(for: limit)
        case .noSuchRoom: self["refused.noSuchRoom"]
        case .noSuchSlot: self["refused.noSuchSlot"]
        case .noSuchItem: self["refused.noSuchItem"]
        case .noSuchOrganiser: self["refused.noSuchOrganiser"]
        case .outOfRange(_, let from, let to): self("refused.outOfRange", ["from": "\(from)", "to": "\(to)"])
        case .roomNamedAlike(let name): self("refused.roomNamedAlike", ["name": name.text])
        case .noEmail: self["refused.noEmail"]
        case .roomInUse(let sessions): self("refused.roomInUse", count: sessions)
        case .roomHasItem(let title): self("refused.roomHasItem", ["title": title.text])
        case .sessionInTheWay(let id): self("refused.sessionInTheWay", ["title": names.title(id)])
        case .slotInUse(let sessions): self("refused.slotInUse", count: sessions)
        case .slotsOverlap(let start): self("refused.slotsOverlap", ["time": "\(start)"])
        case .afterMidnight: self["refused.afterMidnight"]
        case .timesChangedMeanwhile: self["refused.timesChangedMeanwhile"]
        case .noSuchParticipant: self["refused.noSuchParticipant"]
        case .hasLeft: self["refused.hasLeft"]
        default: topicSentence(for: refused, names)
        }
    }

    private func sentence(for limit: Gathering.Limit) -> String {
        switch limit {
        case .rooms: self["refused.tooMany.rooms"]
        case .slots: self["refused.tooMany.slots"]
        case .items: self["refused.tooMany.items"]
        case .organisers: self["refused.tooMany.organisers"]
        case .participants: self["refused.tooMany.participants"]
        case .proposals: self["refused.tooMany.proposals"]
        case .proposalsOfOneHost: self["refused.tooMany.proposalsOfOneHost"]
        case .announcements: self["refused.tooMany.announcements"]
        }
    }

    private func topicSentence(for refused: Gathering.Refused, _ names: RefusalNames) -> String {
        switch refused {
        case .noSuchProposal: self["refused.noSuchProposal"]
        case .notYourProposal: self["refused.notYourProposal"]
        case .proposalsClosed(let moment):
            self("refused.proposalsClosed", ["when": names.moment(moment)])
        case .notOpenAnyMore: self["refused.notOpenAnyMore"]
        case .editedMeanwhile: self["refused.editedMeanwhile"]
        case .sameProposal: self["refused.sameProposal"]
        case .noSuchHost: self["refused.noSuchHost"]
        case .noSuchSuggestion: self["refused.noSuchSuggestion"]
        case .adoptedAlready(let id): self("refused.adoptedAlready", ["title": names.title(id)])
        case .nobodyWaits: self["refused.nobodyWaits"]
        case .noPitch: self["refused.noPitch"]
        case .pitchedMeanwhile(nil): self["refused.pitchEndedMeanwhile"]
        case .pitchedMeanwhile(let id?): self("refused.pitchedMeanwhile", ["title": names.title(id)])
        case .clockSetMeanwhile: self["refused.clockSetMeanwhile"]
        case .windowClosed(nil): self["refused.windowNotOpen"]
        case .windowClosed(let moment?): self("refused.windowClosed", ["when": names.moment(moment)])
        case .windowStillOpen: self["refused.windowStillOpen"]
        case .nothingToUndo: self["refused.nothingToUndo"]
        case .builtUpon: self["refused.builtUpon"]
        default: boardSentence(for: refused, names)
        }
    }

    private func boardSentence(for refused: Gathering.Refused, _ names: RefusalNames) -> String {
        switch refused {
        case .placeTaken(let id): self("refused.placeTaken", ["title": names.title(id)])
        case .movedMeanwhile(nil): self["refused.parkedMeanwhile"]
        case .movedMeanwhile(let place?): self("refused.movedMeanwhile", ["place": names.place(place)])
        case .boardChangedMeanwhile: self["refused.boardChangedMeanwhile"]
        case .draftUnpublished: self["refused.draftUnpublished"]
        case .pinnedThere: self["refused.pinnedThere"]
        case .noSuchPlace: self["refused.noSuchPlace"]
        case .placeBlocked(let title): self("refused.placeBlocked", ["title": title.text])
        case .hostElsewhere(let id): self("refused.hostElsewhere", ["title": names.title(id)])
        case .hostAway: self["refused.hostAway"]
        case .roomLacks(let missing):
            self("refused.roomLacks", ["what": missing.sorted().map(equipmentName).joined(separator: ", ")])
        case .notOnBoard: self["refused.notOnBoard"]
        case .nothingToPublish: self["refused.nothingToPublish"]
        case .notPublished: self["refused.notPublished"]
        case .nothingToProject: self["refused.nothingToProject"]
        default: recordSentence(for: refused, names)
        }
    }

    private func recordSentence(for refused: Gathering.Refused, _ names: RefusalNames) -> String {
        switch refused {
        case .recordChangedMeanwhile: self["refused.recordChangedMeanwhile"]
        case .recordTooLong(_, let length): self("refused.recordTooLong", count: length)
        case .nothingWritten: self["refused.nothingWritten"]
        case .noSuchRevision: self["refused.noSuchRevision"]
        case .tooManySteps: self["refused.tooManySteps"]
        case .feedbackNotOpen: self["refused.feedbackNotOpen"]
        case .feedbackClosed(let moment):
            self("refused.feedbackClosed", ["when": names.moment(moment)])
        case .feedbackStillOpen: self["refused.feedbackStillOpen"]
        case .alreadyAnswered: self["refused.alreadyAnswered"]
        case .nobodySaidThat: self["refused.nobodySaidThat"]
        default: groupSentence(for: refused)
        }
    }

    private func groupSentence(for refused: Gathering.Refused) -> String {
        switch refused {
        case .noPhoneNumber: self["refused.noPhoneNumber"]
        case .dateOutOfRange(_, let from, let to):
            self("refused.dateOutOfRange", ["from": date(from), "to": date(to)])
        case .notYourGroup: self["refused.notYourGroup"]
        case .notInGroup: self["refused.notInGroup"]
        default: self["refused.unknown"]
        }
    }

    /// "21. November 2027"
    public func date(_ date: LocalDate) -> String {
        CalendarDay(year: date.year, month: date.month, day: date.day).map(Formats(language).date)
            ?? "\(date)"
    }

    public func sentence(for refused: Access.Refused) -> String {
        switch refused {
        case .notAllowed: self["refused.notAllowed"]
        case .noSuchLink: self["refused.noSuchLink"]
        case .linkRevoked: self["refused.linkRevoked"]
        case .linkExpired: self["refused.linkExpired"]
        case .linkUsed: self["refused.linkUsed"]
        case .tooManyLinks: self["refused.tooManyLinks"]
        case .noLinkForRole: self["refused.noLinkForRole"]
        case .wrongCode: self["refused.wrongCode"]
        }
    }

    public func sentence(for refused: PaperRefused) -> String {
        switch refused {
        case .empty: self["refused.feedbackEmpty"]
        case .tooManyWords(let count): self("refused.feedbackTooManyWords", count: count)
        case .notOneWord: self["refused.feedbackNotOneWord"]
        }
    }

    public func sentence(for refused: TextRefused) -> String {
        switch refused {
        case .empty: self["refused.textEmpty"]
        case .tooLong(_, let by, _): self("refused.textTooLong", count: by)
        }
    }

    public func equipmentName(_ equipment: Equipment) -> String {
        switch equipment {
        case .projector: self["equipment.projector"]
        case .whiteboard: self["equipment.whiteboard"]
        case .flipchart: self["equipment.flipchart"]
        case .videoCall: self["equipment.videoCall"]
        case .accessible: self["equipment.accessible"]
        }
    }
}
