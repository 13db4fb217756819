public import Domain

/// All editions of a series that can be reached from one of them.
public struct EditionChain: Sendable, Equatable {
    /// In each direction.
    public static let countMax = 50

    /// Newest first.
    public var ids: [Gathering.ID]
    /// One was deleted as a whole: what lay beyond it is not found from here.
    public var lacksNewer = false
    public var lacksOlder = false
}

extension Instance {
    /// Follows previous and next; whoever leads back to one that was seen leads nowhere.
    public func editions(around id: Gathering.ID) async throws -> EditionChain {
        var seen: Set = [id]
        let newer = try await walk(from: id, seen: &seen) { $0.next }
        let older = try await walk(from: id, seen: &seen) { $0.previous }
        return EditionChain(
            ids: newer.ids.reversed() + [id] + older.ids, lacksNewer: newer.lacksOne,
            lacksOlder: older.lacksOne)
    }

    private func walk(
        from id: Gathering.ID, seen: inout Set<Gathering.ID>,
        by step: @Sendable (Programme) -> Gathering.ID?
    ) async throws -> (ids: [Gathering.ID], lacksOne: Bool) {
        var ids: [Gathering.ID] = []
        var last = id
        while ids.count < EditionChain.countMax {
            guard let following = try await gatherings.read(last, { step($0.programme) }) else { break }
            guard !hasForgotten(following) else { return (ids, true) }
            guard seen.insert(following).inserted else { break }
            guard try await gatherings.read(following, { $0.exists }) else { return (ids, true) }
            ids.append(following)
            last = following
        }
        return (ids, false)
    }
}
