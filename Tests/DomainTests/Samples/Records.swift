@testable import Domain

extension Record {
    static func sample() throws -> Record { Record(id: "iserlohn-7") }

    func doing(at moment: Instant = 60, _ verb: (Record) throws -> [Change]) throws -> Record {
        var record = self
        for change in try verb(self) { record.apply(change, at: moment) }
        return record
    }

    /// Somebody types into a field of the form as it is, or as it was at a revision.
    func writing(
        _ text: String, in field: Field, seen: Int? = nil, by person: Participant.ID = "anna"
    ) throws -> Record {
        try doing {
            try $0.write([Typed(field, text)], seen: seen ?? revision, by: .participant(person))
        }
    }

    func release(
        seen: Int? = nil, names: Names = .init(), confirmed: Names = .init(), isHost: Bool = false,
        by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try release(
            seen: seen ?? revision, names: names, confirmed: confirmed, isHost: isHost, by: caller)
    }
}

extension Record.Edit {
    static func sample(_ field: Record.Field, at place: Int, _ removed: String, _ inserted: String) -> Self {
        Self(field: field, at: place, removed: removed, inserted: inserted)
    }
}

extension Record.Clash {
    static func sample(_ number: Int, _ field: Record.Field, _ first: String, _ second: String) -> Self {
        Self(number: number, field: field, first: first, second: second)
    }
}
