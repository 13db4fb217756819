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
