public import Domain

extension Identifier where Of == Gathering {
    /// `probe-GATHERING-RANDOM`: it says what it rehearses, and nobody guesses it.
    static func rehearsal(of origin: Gathering.ID, named name: some StringProtocol) -> Gathering.ID? {
        Gathering.ID("\(rehearsalPrefix)\(origin)-\(name)")
    }

    /// The gathering that is being rehearsed; nil for one in earnest.
    public var rehearsed: Gathering.ID? {
        guard isRehearsal, let hyphen = text.lastIndex(of: "-") else { return nil }
        return Gathering.ID(String(text[..<hyphen].dropFirst(Self.rehearsalPrefix.count)))
    }
}

extension Instance {
    /// The rehearsal of a gathering that is going on.
    public func rehearsal(of gathering: Gathering.ID) -> Gathering.ID? {
        rehearsals.order.last { $0.rehearsed == gathering }
    }
}
