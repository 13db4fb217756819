import Journal

/// Every entry after a position, then those to come. Reads at most a page ahead of its reader.
struct Following: AsyncSequence, Sendable {
    typealias Element = Entry
    typealias Failure = any Error

    static let pageEntriesMax = 256

    let position: Position
    let wakes: Wakes
    let read: @Sendable (_ after: Position, _ limit: Int) async throws -> [Entry]

    func makeAsyncIterator() -> Iterator {
        Iterator(position: position, read: read, wakes: wakes)
    }

    struct Iterator: AsyncIteratorProtocol {
        private var position: Position
        private let read: @Sendable (_ after: Position, _ limit: Int) async throws -> [Entry]
        private var wakeUps: AsyncStream<Void>.Iterator
        /// Kept, or nobody would look for the entries of others once the journal was let go.
        private let wakes: Wakes
        private var page: ArraySlice<Entry> = []
        /// Whether the page was the last one when it was read.
        private var isAtEnd = false

        init(
            position: Position, read: @escaping @Sendable (Position, Int) async throws -> [Entry],
            wakes: Wakes
        ) {
            self.position = position
            self.read = read
            self.wakes = wakes
            wakeUps = wakes.listen().makeAsyncIterator()
        }

        /// Listening began before the first reading, so an entry that comes in between leaves its wake-up behind.
        mutating func next() async throws -> Entry? {
            while page.isEmpty {
                if isAtEnd {
                    guard await wakeUps.next() != nil else { return nil }
                }
                guard !Task.isCancelled else { return nil }
                page = try await read(position, Following.pageEntriesMax)[...]
                isAtEnd = page.count < Following.pageEntriesMax
            }
            guard !Task.isCancelled, let entry = page.popFirst() else { return nil }
            position = entry.position
            return entry
        }
    }
}
