public import Domain

/// Where anonymous answers lie until they are counted: one box for each gathering, beside the journal and never in it.
///
/// What a box keeps depends on which papers and which marks are in it, and on nothing else: not on their order, not on
/// the time, and not on which of them came together. Papers and marks are kept in one step: whoever is marked has a
/// paper in the box, and nobody has two.
public protocol BallotBox: Sendable {
    /// Puts a paper in and marks that its writer has answered. When it returns `.kept`, both survive a power cut.
    ///
    /// - Throws: `JournalFault`; then both are in the box or neither, and the mark tells which.
    func drop(_ paper: Paper, marking mark: Mark, in gathering: Identifier<Gathering>) async throws -> Drop

    func holds(_ mark: Mark, in gathering: Identifier<Gathering>) async throws -> Bool

    func paperCount(in gathering: Identifier<Gathering>) async throws -> Int

    /// Forgets that somebody has answered. The paper stays: nobody knows which one it is.
    func remove(_ mark: Mark, in gathering: Identifier<Gathering>) async throws

    /// Takes no more papers from now on, and shows those that are in it, the same ones each time.
    func seal(_ gathering: Identifier<Gathering>) async throws -> [Paper]

    /// Destroys papers and marks so that none of their bytes are left in a file. The box takes nothing any more.
    func destroy(_ gathering: Identifier<Gathering>) async throws

    /// Gatherings whose box is not destroyed.
    func gatherings() async throws -> [Identifier<Gathering>]
}

/// Says that somebody has answered, and not what. A digest under the server's key: the file alone does not tell whose.
public struct Mark: Sendable, Hashable {
    public let text: String

    public init(
        of participant: Identifier<Participant>, in gathering: Identifier<Gathering>, _ secret: ServerSecret
    ) {
        text = secret.digest("\(gathering)/\(participant)", purpose: "has answered")
    }
}

/// What became of a paper.
public enum Drop: Sendable, Hashable {
    case kept
    /// Whoever wrote it has answered before: nothing was put in.
    case answeredBefore
    /// The box is sealed or destroyed.
    case sealed
}
