@testable import Domain
import Testing

/// What hangs on the wall, and for how long.
struct PictureTests {
    private func gathering(_ phase: Phase = .planning) throws -> Gathering {
        try Gathering.sample(topics: 2).entering(phase).placing(1, 1, "saal").publishing()
    }

    @Test(arguments: Picture.allCases)
    func `a picture hangs until it is taken down, and hung twice changes nothing`(_ picture: Picture) throws {
        let hung = try gathering(.running).doing { try $0.project(picture, by: .moderator) }
        let down = try hung.doing { try $0.project(nil, by: .moderator) }

        #expect(hung.picture == picture)
        #expect(try hung.project(picture, by: .moderator) == [])
        #expect(down.picture == nil)
        #expect(try down.project(nil, by: .moderator) == [])
    }

    @Test func `it comes down when the day goes on`() throws {
        let hung = try gathering().doing { try $0.project(.join, by: .moderator) }

        let entered = try hung.entering(.running)
        let pitched = try hung.doing { try $0.beginPitch(2, at: .at("9:00"), by: .moderator) }
        let published = try hung.placing(2, 2, "saal").publishing()

        #expect([entered, pitched, published].map(\.picture) == [nil, nil, nil])
    }

    @Test func `it stays while people come, wish, and cards are moved`() throws {
        let hung = try gathering().doing { try $0.project(.join, by: .moderator) }

        let later = try hung.placing(2, 2, "saal")
            .doing { try $0.announce("Essen ist da.", by: .moderator) }
            .doing { try $0.countHands(3, for: 1, by: .moderator) }

        #expect(later.picture == .join)
    }

    @Test func `only that is offered of which there is something to see`() throws {
        let empty = try Gathering.sample()
        let proposed = try Gathering.sample(topics: 1)
        let laid = try proposed.placing(1, 1, "saal")
        let running = try laid.publishing().entering(.running)

        #expect(
            [empty, proposed, laid, running].map(\.pictures) == [
                [.join], [.join, .wishes], [.join, .wishes, .draft], Picture.allCases,
            ])
    }

    @Test func `a picture of which nothing is left lets the wall follow the day`() throws {
        let hung = try Gathering.sample(topics: 1).placing(1, 1, "saal")
            .doing { try $0.project(.draft, by: .moderator) }

        let parked = try hung.doing {
            try $0.park(1, seen: $0.board.draft.placements[1]?.revision, by: .moderator)
        }

        #expect(hung.picture == .draft)
        #expect(parked.picture == nil)
        #expect(try parked.placing(1, 2, "saal").picture == .draft)
    }

    @Test func `what hung there comes back with the station that is taken back`() throws {
        let hung = try gathering().doing { try $0.project(.draft, by: .moderator) }
        let entered = try hung.entering(.running)

        let back = try entered.doing {
            try $0.takeBack(step: $0.undo.newest?.number ?? 0, at: .at("9:00"), by: .moderator)
        }

        #expect(back.picture == .draft)
    }
}
