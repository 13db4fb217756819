@testable import Domain

extension Paper {
    static func sample(_ words: String..., sentence: String? = nil) throws -> Paper {
        try Paper(
            words: words.map { try FeedbackWord($0) }, sentence: sentence.map { try FeedbackSentence($0) })
    }
}

extension Feedback {
    static func sample() -> Feedback { Feedback(id: "iserlohn") }

    /// Five have answered, it is closed and counted: “gut” first, then “laut” and two sentences.
    static func closed() throws -> Feedback {
        let papers = try [
            Paper.sample("gut"), .sample("gut", sentence: "Zu kurz."), .sample("gut", "laut"),
            .sample("laut", sentence: "Danke."), .sample("gut"),
        ]
        return try sample().doing { $0.close(papers) }
    }

    func doing(at moment: Instant = 60, _ verb: (Feedback) throws -> [Change]) throws -> Feedback {
        var feedback = self
        for change in try verb(self) { feedback.apply(change, at: moment) }
        return feedback
    }
}
