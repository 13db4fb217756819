internal import Actions
internal import Domain
internal import Journal
internal import Pages

/// The feedback as one reader sees it.
struct FeedbackStand: Sendable {
    let feedback: Feedback
    let isTaking: Bool
    /// How many have answered so far, while answers are taken.
    let answers: Int
    /// The reader has; nobody else's page says so.
    let hasAnswered: Bool
    let position: Position

    /// What pages show of it, besides numbers.
    var key: [Bool] { [isTaking, feedback.closed != nil, feedback.isReleased] }
}

extension Scenes {
    /// `answers`: as the stamp of the page has it.
    func feedbackStand(
        of gathering: Gathering, _ caller: Caller, at stamp: Stamp
    ) async throws -> FeedbackStand {
        let feedback = try await instance.feedbacks.read(gathering.id) { $0 }
        let isTaking = feedback.isTaking(in: gathering.day.phase)
        var hasAnswered = false
        if isTaking, let own = caller.participant {
            hasAnswered = try await instance.hasAnswered(own, in: gathering.id)
        }
        return FeedbackStand(
            feedback: feedback, isTaking: isTaking, answers: stamp.answers, hasAnswered: hasAnswered,
            position: stamp.feedback)
    }

    /// Of an open box; a closed one is counted in its entry.
    func answers(in id: Gathering.ID) async throws -> Int {
        let phase = try await instance.gatherings.read(id) { $0.day.phase }
        let isTaking = try await instance.feedbacks.read(id) { $0.isTaking(in: phase) }
        return isTaking ? try await instance.answerCount(in: id) : 0
    }
}

extension Scene {
    var feedbackState: FeedbackPage.State {
        if stand.isTaking {
            guard caller.participant != nil else { return .seatFirst }
            return stand.hasAnswered ? .answered : .form(feedbackForm)
        }
        if let summary = stand.feedback.summary { return .result(FeedbackResult(summary)) }
        if let closed = stand.feedback.closed, closed.hasWords { return .counted }
        if let preview = stand.feedback.preview { return .result(FeedbackResult(preview)) }
        guard gathering.day.phase == .ended else { return .notYet }
        return .result(FeedbackResult(Feedback.Summary(answers: 0, words: [])))
    }

    var feedbackForm: FeedbackForm {
        FeedbackForm(
            gathering: id, controllers: gathering.programme.organisers.map(\.name.text))
    }

    /// What the phone's first page says at the end.
    var closingNote: PhaseNote.Phase {
        if stand.isTaking, caller.participant != nil { return stand.hasAnswered ? .answered : .closing }
        return stand.feedback.summary?.isNumberOnly == false ? .said : .over
    }

    /// Whoever has to leave early says it before the others do.
    var offersFeedback: Bool {
        stand.isTaking && gathering.day.phase < .closing && caller.participant != nil && !stand.hasAnswered
    }

    /// What the projector shows of it; `qr` leads to the form.
    func feedbackShow(qr: Markup?) -> ClosingShow.FeedbackShow {
        if stand.isTaking { return .open(answers: stand.answers, qr: qr) }
        if let summary = stand.feedback.summary { return .released(summary) }
        // Where there are no words nobody waits for them.
        guard let closed = stand.feedback.closed, closed.hasWords else { return .none }
        return .counted(answers: closed.answers)
    }

    /// "22. Runder Tisch, Do, 26. November".
    func named(_ edition: Documentation.Edition) -> String {
        let day = CalendarDay(year: edition.date.year, month: edition.date.month, day: edition.date.day)
        return [edition.title, day.map(formats.longDate)].compactMap(\.self).joined(separator: ", ")
    }
}
