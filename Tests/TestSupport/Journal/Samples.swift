public import Domain
public import Journal

extension Act {
    /// An act on one stream.
    public static func sample(
        _ act: ActID, on stream: StreamID, expecting version: Version? = nil, by actor: ActorID = "anna",
        body: String = "[]"
    ) -> Self {
        sample(act, by: actor, writes: [Write(stream: stream, body: Array(body.utf8), expected: version)])
    }

    public static func sample(_ act: ActID, by actor: ActorID = "anna", writes: [Write]) -> Self {
        Act(key: ActKey(actor: actor, act: act), moment: .sample, writes: writes)
    }

    /// What the journal keeps of it when its first entry stands at `position` and, in each stream, at `version`.
    public func entries(at position: Position, version: Version = 1) -> [Entry] {
        zip(writes, position.value...).map { write, position in
            Entry(
                position: Position(position), stream: write.stream, version: version, key: key,
                moment: moment,
                body: write.body)
        }
    }
}

extension Write {
    public static func sample(_ stream: StreamID, expecting version: Version? = nil, body: String = "[]")
        -> Self
    {
        Write(stream: stream, body: Array(body.utf8), expected: version)
    }
}

extension Instant {
    /// Some moment of a gathering's day.
    public static let sample = Instant(milliseconds: 1_795_251_600_000)
}

extension Epoch {
    public static let sample = Epoch(0xF00D)
}

extension Journal {
    /// Appends one act after the other, each in a transaction of its own.
    @discardableResult
    public func appendSingly(_ acts: [Act]) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for act in acts { outcomes += try await append([act]) }
        return outcomes
    }

    public func allEntries() async throws -> [Entry] {
        try await entries(after: .start, limit: .max)
    }
}
