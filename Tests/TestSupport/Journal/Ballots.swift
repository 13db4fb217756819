public import Domain
public import Journal

extension Paper {
    public static func sample(_ words: String..., sentence: String? = nil) throws -> Paper {
        try Paper(
            words: words.map { try FeedbackWord($0) }, sentence: sentence.map { try FeedbackSentence($0) })
    }
}

extension Mark {
    private static let secret = Result { ServerSecret(try MasterKey.sample()) }

    /// Of somebody at the gathering `g1`, under the key of tests.
    public static func sample(_ participant: Participant.ID, in gathering: Gathering.ID = "g1") throws -> Mark
    {
        Mark(of: participant, in: gathering, try secret.get())
    }
}
