public import Domain
internal import Planning

/// A session of the draft at another time, or two that change places, and what that costs.
public struct NearChange: Sendable, Hashable {
    public let session: Proposal.ID
    public let price: PlacePrice

    public init(_ session: Proposal.ID, _ price: PlacePrice) {
        self.session = session
        self.price = price
    }
}

extension AssessBoard {
    /// Two or three are an offer, more would be a list to work through.
    static let nearChangesMax = 3

    /// The changes that come closest to the draft. Another room at the same time is none: it costs nothing anyhow.
    public func nearestChanges(in gathering: Gathering) async throws -> [NearChange] {
        guard !gathering.isBlindNow else { return [] }
        let fixed = gathering.whatIsSettled(at: instance.now())
        guard let board = try await dense(gathering.board.draft, gathering, fixed: fixed) else { return [] }
        return await offThePool { Self.nearestChanges(board, gathering) }
    }

    private static func nearestChanges(_ board: DenseBoard, _ gathering: Gathering) -> [NearChange] {
        let inspection = Inspection(board.counted, board.plan)
        let wishes = board.wishCount(gathering)
        // Some more than are shown, for the board may hold sessions that the planner does not know of.
        let nearest = inspection.nearestChanges(8 * nearChangesMax) { alternative in
            alternative.cell?.slot != board.plan[alternative.session]?.slot
        }
        let possible = nearest.lazy.compactMap { alternative -> NearChange? in
            guard let cell = alternative.cell,
                let proposal = gathering.topics[board.sessions[alternative.session]]
            else { return nil }
            let other = alternative.swappedWith.map { board.sessions[$0] }
            guard obstacle(proposal, board.place(of: cell), other, gathering) == nil else { return nil }
            let cost = wishes.lost(from: board.plan, to: alternative.taken(on: board.plan))
            return NearChange(
                proposal.id,
                PlacePrice(place: board.place(of: cell), swappedWith: other, effect: .costs(cost)))
        }
        return Array(possible.prefix(nearChangesMax))
    }
}
