/// What is changed as one: its verbs return changes and may refuse, `apply` makes them and cannot fail.
public protocol Aggregate: Sendable, Codable {
    associatedtype Name
    associatedtype Change: Codable & Sendable & Equatable

    /// The first part of its stream's name, like `gathering`. In the journal for ever.
    static var kind: String { get }

    /// Changes whenever the stored shape of the state does: snapshots of another shape are thrown away.
    static var shape: Int { get }

    var id: Identifier<Name> { get }

    init(id: Identifier<Name>)

    mutating func apply(_ change: Change, at moment: Instant)
}
