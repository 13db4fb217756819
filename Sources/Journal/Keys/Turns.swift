/// Lets pieces of work that await something run one after another.
actor Turns {
    private var last: Task<Void, Never>?

    func take<Made: Sendable>(_ work: @escaping @Sendable () async throws -> Made) async throws -> Made {
        let before = last
        let mine = Task {
            await before?.value
            return try await work()
        }
        last = Task { _ = await mine.result }
        return try await mine.value
    }
}

/// Lets those who come while others have their turn share the next one.
actor SharedTurns<Item: Sendable> {
    private let turns: Turns
    private var waiting: [Item] = []
    private var next: Task<Void, any Error>?

    init(_ turns: Turns) {
        self.turns = turns
    }

    /// Returns when `work` was done with these items and all others of the same turn; its fault is everybody's.
    func take(_ items: [Item], _ work: @escaping @Sendable ([Item]) async throws -> Void) async throws {
        waiting += items
        let turn = next ?? Task { try await turns.take { try await work(await self.begin()) } }
        next = turn
        try await turn.value
    }

    /// Who comes from now on waits for another turn.
    private func begin() -> [Item] {
        defer {
            waiting = []
            next = nil
        }
        return waiting
    }
}
