/// A "no" that is part of the domain: it has a sentence for the visitor and changes nothing.
public protocol Refusal: Error, Hashable, Sendable {
    var kind: RefusalKind { get }
}

/// The few kinds of "no"; the edge answers by kind, the sentence goes by the refusal itself.
public enum RefusalKind: Sendable, Hashable, CaseIterable {
    /// There is no such thing (any more).
    case notFound
    /// It exists, but not for this person.
    case forbidden
    /// It could be done at another moment, or somebody was faster.
    case conflict
    /// What was typed cannot be meant.
    case invalid
}
