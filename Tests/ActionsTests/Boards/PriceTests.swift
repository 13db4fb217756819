import Actions
import Domain
import TestSupport
import Testing

/// What another place costs is counted in wishes, and is what is lost when one really does it.
struct PriceTests {
    /// How the day differs from the plainest one.
    enum Kind: CaseIterable {
        case draft, published, crowded, weighted, cancelled
    }

    @Test(arguments: Kind.allCases)
    func `what another place costs is what it costs when one does it`(_ kind: Kind) async throws {
        let day = try await LayBoardTests.wishedDay(
            seats: kind == .crowded ? 3 : nil, weight: kind == .weighted ? 3 : 1
        ) { $0.wishWeightMax = kind == .weighted ? 3 : 1 }
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-board"))
        if kind != .draft {
            try await day.change("publish-1") { try $0.publish(revision: $0.board.revision, by: $1) }
        }
        if kind == .cancelled { try await day.change("cancel-2") { try $0.cancel("2", by: $1) } }
        let gathering = try await day.gathering()
        let interest = try await day.interest()
        let assess = AssessBoard(day.instance)
        let draft = gathering.board.draft
        let attained = try #require(try await assess.quality(of: draft, in: gathering)).attainedCount

        for session in draft.placements.keys.sorted() {
            let prices = try await assess.prices(of: session, in: gathering)
            #expect(prices.count == 5)
            for price in prices {
                guard case .costs(let cost) = price.effect else { continue }
                let after = moved(session, price, on: draft)
                let then = try #require(try await assess.quality(of: after, in: gathering)).attainedCount
                #expect(cost == attained - then, "\(session): \(price)")
                guard kind != .cancelled else { continue }
                #expect(cost == Tally(interest, draft).attained - Tally(interest, after).attained)
            }
        }
    }

    private func moved(_ session: Proposal.ID, _ price: PlacePrice, on draft: Board.Layout) -> Board.Layout {
        var after = draft.placements
        if let other = price.swappedWith { after[other] = after[session] }
        after[session] = Placement(place: price.place)
        return Board.Layout(placements: after)
    }
}
