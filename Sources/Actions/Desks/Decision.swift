public import Domain
public import Journal

/// What an act does: changes to the aggregate that decided, and writes to streams beside it, all or none.
public struct Decision<A: Aggregate>: Sendable {
    /// Not empty when there are writes beside: they would hang on what others may have changed meanwhile.
    public var changes: [A.Change]
    /// At most one for each stream, and none for the aggregate's own.
    public var beside: [Write]

    public init(_ changes: [A.Change], beside: [Write] = []) {
        self.changes = changes
        self.beside = beside
    }
}

/// Looks at the aggregate, throws what it refuses, and returns what is to change.
///
/// It may be called several times for one act: when somebody else was faster, it decides again.
public typealias Decide<A: Aggregate> = @Sendable (A) throws -> Decision<A>

/// What became of an act: it is in the journal, or it changed nothing.
public struct Kept<A: Aggregate>: Sendable {
    /// Those of the first time when the act was repeated.
    public let changes: [A.Change]
    /// Where the last of the act's entries stands, or the desk's newest one when nothing changed.
    public let position: Position
    /// The version of the desk's stream after the act.
    public let version: Version
    /// Whether the journal held the act already.
    public let isRepeated: Bool
    /// Of all streams that the act wrote to.
    public let entries: [Entry]
}
