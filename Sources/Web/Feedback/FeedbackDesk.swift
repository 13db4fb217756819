internal import Domain
internal import Pages

/// The moderator's page of the feedback.
extension ConsolePages {
    func feedbackDesk(_ frame: ConsoleFrame, _ scene: Scene) -> ConsoleFeedbackPage {
        let route = Route.feedback(scene.id)
        return ConsoleFeedbackPage(
            frame, scene.feedbackDeskState, address: parts.address(route), qr: parts.qr(route),
            hereCount: scene.gathering.attendees.presentCount)
    }

    /// Nil when there is nothing to close any more.
    func feedbackClosePage(_ frame: ConsoleFrame, _ scene: Scene) -> FeedbackClosePage? {
        scene.stand.isTaking ? FeedbackClosePage(frame, answers: scene.stand.answers) : nil
    }
}

extension Scene {
    fileprivate var feedbackDeskState: ConsoleFeedbackPage.State {
        let feedback = stand.feedback
        if let closed = feedback.closed { return .closed(ClosedFeedback(feedback, closed)) }
        if stand.isTaking { return .open(answers: stand.answers, isEarly: feedback.isOpenedEarly) }
        return gathering.day.phase == .ended ? .nobody : .notOpen
    }

    /// What the console's first page says of it at the end.
    var feedbackLine: FeedbackLine? {
        if stand.isTaking { return .open(answers: stand.answers) }
        guard let closed = stand.feedback.closed, closed.hasWords, !stand.feedback.isReleased else {
            return nil
        }
        return .unseen
    }
}
