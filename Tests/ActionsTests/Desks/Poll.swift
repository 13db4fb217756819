import Actions
import Domain
import Journal
import TestSupport

/// Which town comes next, until the vote is closed.
struct Poll: Aggregate, Equatable {
    enum Name {}

    enum Change: Codable, Sendable, Equatable {
        case voted(voter: String, town: String)
        case closed
    }

    enum Refused: Refusal {
        case tooLate
        var kind: RefusalKind { .conflict }
    }

    static let kind = "poll"
    static let shape = 1

    let id: Identifier<Name>
    private(set) var votes: [String: String] = [:]
    private(set) var isClosed = false
    /// A change applied twice shows here only.
    private(set) var changeCount = 0

    init(id: Identifier<Name>) {
        self.id = id
    }

    func vote(_ voter: String, for town: String = "Olpe") throws(Refused) -> [Change] {
        if isClosed { throw .tooLate }
        return votes[voter] == town ? [] : [.voted(voter: voter, town: town)]
    }

    mutating func apply(_ change: Change, at moment: Instant) {
        changeCount += 1
        switch change {
        case .voted(let voter, let town): votes[voter] = town
        case .closed: isClosed = true
        }
    }
}

/// The room whose door closes the poll too.
struct Hall: Aggregate {
    enum Name {}

    enum Change: Codable, Sendable, Equatable {
        case doorClosed
    }

    static let kind = "hall"
    static let shape = 1

    let id: Identifier<Name>
    private(set) var isClosed = false

    init(id: Identifier<Name>) {
        self.id = id
    }

    mutating func apply(_ change: Change, at moment: Instant) {
        isClosed = true
    }

    /// Closes the poll in the same act, wherever it stands unless a version is given.
    static func close(_ poll: Identifier<Poll.Name>, expecting version: Version? = nil) -> Decide<Hall> {
        { hall in
            let write = try Write(of: Poll.self, poll, changes: [.closed], expected: version)
            return Decision(hall.isClosed ? [] : [.doorClosed], beside: hall.isClosed ? [] : [write])
        }
    }
}

extension ActKey {
    static func act(_ number: Int, by actor: ActorID = "anna") -> Self {
        ActKey(actor: actor, act: ActID("act-\(number)"))
    }
}

extension Desks<Poll> {
    /// One act with which `voter` votes in `p1`.
    @discardableResult
    func vote(_ voter: String, for town: String = "Olpe", act: Int = 1) async throws -> Kept<Poll> {
        let key = ActKey(actor: Identifier(voter) ?? "anna", act: ActID("act-\(act)"))
        return try await change("p1", key, at: .sample) { try $0.vote(voter, for: town) }
    }

    @discardableResult
    func closeVoting(act: Int = 1) async throws -> Kept<Poll> {
        try await change("p1", .act(act, by: "moderator"), at: .sample) { $0.isClosed ? [] : [.closed] }
    }

    var poll: Poll {
        get async throws { try await read("p1") { $0 } }
    }
}

extension Journal {
    /// The poll as its entries say, without any desk.
    func replayedPoll() async throws -> Poll {
        var poll = Poll(id: "p1")
        for change in try await pollChanges() { poll.apply(change, at: .sample) }
        return poll
    }

    func pollChanges() async throws -> [Poll.Change] {
        try await entries(of: StreamID(of: Poll.self, "p1"), after: .start)
            .flatMap { try ChangeCodec().decode(Poll.Change.self, from: $0.body) }
    }

    /// What another process does beside all desks.
    @discardableResult
    func appendBeside(_ changes: [Poll.Change], act: Int = 1) async throws -> [Outcome] {
        let write = try Write(of: Poll.self, "p1", changes: changes)
        return try await append([Act(key: .act(act, by: "beside"), moment: .sample, writes: [write])])
    }
}
