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

    /// What was not kept of a form; everything else was.
    public struct Left: Sendable {
        public internal(set) var fields: [Record.Field: Gathering.Refused] = [:]
        /// The names of the gathering are forgotten, and no new one is taken.
        public internal(set) var paperAuthor = false
    }

    @discardableResult
    public func callAsFunction(
        _ sheet: Sheet, to session: Proposal.ID, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Left {
        // Before a key is made: who is refused leaves none behind.
        _ = try await ChangeRecord(instance).hand(session, in: id, acting)
        var left = Left()
        var author: Personal<PaperAuthor>??
        do {
            author = try await sealed(sheet.paperAuthor, session, in: id)
        } catch KeyFault.forgotten {
            left.paperAuthor = true
        }
        do {
            try await keep(sheet, author, of: session, in: id, acting)
            return left
        } catch let refused as Gathering.Refused {
            switch refused {
            case .recordTooLong, .tooManySteps: break
            default: throw refused
            }
        }
        let record = try await instance.record(of: session, in: id)
        let parted = try await instance.records.read(record) { $0.part(sheet.typed, seen: sheet.seen) }
        var good = sheet
        good.typed = parted.kept
        // Another act: the whole form, sent again, is refused again and not taken for kept.
        let act = ActID("\(acting.act)-p") ?? acting.act
        try await keep(good, author, of: session, in: id, Acting(device: acting.device, act: act))
        left.fields = parted.refused
        return left
    }

    private func keep(
        _ sheet: Sheet, _ author: Personal<PaperAuthor>??, of session: Proposal.ID, in id: Gathering.ID,
        _ acting: Acting
    ) async throws {
        try await ChangeRecord(instance)(session, in: id, acting) { record, hand in
            let written = try record.write(
                sheet.typed, seen: sheet.seen, isChatham: sheet.isChatham, isHost: hand.isHost,
                by: hand.caller)
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
