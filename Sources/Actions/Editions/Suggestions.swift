public import Domain

/// What stayed open at the edition before.
public struct Suggestions: Sendable {
    /// Nil where there is none, or it was deleted.
    public var previous: Gathering?
    /// They come when it is over.
    public var isStillOn = false
    /// Topics first, then questions.
    public var all: [Suggestion] = []
}

extension Instance {
    /// Read from the desks of the previous edition, each time anew: what was hidden or taken back meanwhile is not there.
    public func suggestions(for id: Gathering.ID) async throws -> Suggestions {
        var found = Suggestions()
        guard let previous = try await gatherings.read(id, { $0.programme.previous }), previous != id,
            !hasForgotten(previous)
        else { return found }
        let gathering = try await gatherings.read(previous) { $0 }
        guard gathering.exists else { return found }
        found.previous = gathering
        guard gathering.end(at: now()) != nil else {
            found.isStillOn = true
            return found
        }
        found.all = gathering.parkedSuggestions
        var questions: [Suggestion] = []
        for session in gathering.sessionsThatAsk where questions.count < Suggestion.countMax {
            guard let record = Record.ID(of: session, in: previous) else { continue }
            questions += try await records.read(record) { $0.questionSuggestions(in: previous) }
        }
        found.all += questions.prefix(Suggestion.countMax)
        return found
    }

    /// The suggestion that a form is to begin with, as long as nobody adopted it; nil where none is named.
    public func freeSuggestion(named name: String?, for id: Gathering.ID) async throws -> Suggestion? {
        guard let found = try await suggestion(named: name, for: id) else { return nil }
        try await gatherings.read(id) { try $0.mustBeFree(found.source) }
        return found
    }

    /// The suggestion that a form names; nil where it names none. Whether it is free the act itself asks: who sends the
    /// same act twice has adopted it once.
    public func suggestion(named name: String?, for id: Gathering.ID) async throws -> Suggestion? {
        guard let name else { return nil }
        let source = try await gatherings.read(id) { try $0.source(named: name) }
        guard let found = try await suggestions(for: id).all.first(where: { $0.source == source }) else {
            try await gatherings.read(id) { try $0.mustBeFree(source) }
            throw Gathering.Refused.noSuchSuggestion
        }
        return found
    }
}
