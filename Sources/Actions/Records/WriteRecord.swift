public import Domain
internal import Journal

/// Writes into the record of a session, beside everybody else who does.
public struct WriteRecord: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// What one form says.
    public struct Sheet: Sendable {
        public var typed: [Record.Typed]
        /// The revision that the form showed.
        public var seen: Int
        /// Nil: the form did not ask.
        public var isChatham: Bool?
        public var paperAuthor: Author?

        public init(
            _ typed: [Record.Typed], seen: Int, isChatham: Bool? = nil, paperAuthor: Author? = nil
        ) {
            self.typed = typed
            self.seen = seen
            self.isChatham = isChatham
            self.paperAuthor = paperAuthor
        }

        /// Who wrote it on paper.
        public enum Author: Sendable, Hashable {
            case nobody
            case named(PaperAuthor)
        }
    }

    @discardableResult
    public func callAsFunction(
        _ sheet: Sheet, to session: Proposal.ID, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Kept<Record> {
        let change = ChangeRecord(instance)
        // Before a key is made: who is refused leaves none behind.
        _ = try await change.hand(session, in: id, acting)
        let author = try await sealed(sheet.paperAuthor, session, in: id)
        return try await change(session, in: id, acting) { record, hand in
            let written = try record.write(
                sheet.typed, seen: sheet.seen, isChatham: sheet.isChatham, by: hand.caller)
            guard case .some(let author) = author else { return written }
            return try written + record.setPaperAuthor(author, by: hand.caller)
        }
    }

    /// Nil where nothing changes: a seal is new each time, and the same name again would be an entry that says nothing.
    private func sealed(
        _ author: Sheet.Author?, _ session: Proposal.ID, in id: Gathering.ID
    ) async throws -> Personal<PaperAuthor>?? {
        guard let author else { return nil }
        let record = try await instance.record(of: session, in: id)
        let keys = instance.keys(of: id)
        let known = try await instance.records.read(record) { $0.paperAuthor }
        switch author {
        case .nobody: return known == nil ? nil : .some(nil)
        case .named(let name):
            if known.flatMap({ keys.open($0) }) == name { return nil }
            let key = KeyName(gathering: id, purpose: .records)
            try await keys.makeKey(key)
            return try keys.seal(name, under: key)
        }
    }
}
