@testable import Domain
import Testing

struct NextEditionTests {
    @Test func `begins with place, rooms, times, items, rules and organisers, and with nobody`() throws {
        let gathering = try Gathering.sample(topics: 2) {
            $0.facts.title = "24. Runder Tisch"
            $0.facts.edition = 24
            $0.facts.series = "Willkommen"
            $0.facts.tone = .sie
            $0.facts.rules.isBlind = true
        }
        .doing { try $0.setItem(.sample(room: "saal"), by: .organiser) }
        .doing { try $0.setOrganiser(.sample("stadt"), by: .organiser) }

        let draft = try gathering.nextEdition()
        #expect(draft.facts.isInArchive == nil)
        let next = try Gathering(id: "g2").doing { try $0.prepare(draft, by: .organiser) }

        let facts = try #require(next.programme.facts)
        #expect(facts.title == "25. Runder Tisch" && facts.edition == 25 && facts.series == "Willkommen")
        #expect(facts.tone == .sie && facts.rules.isBlind && facts.venue == gathering.programme.facts?.venue)
        #expect(next.programme.rooms == gathering.programme.rooms)
        #expect(next.programme.slots == gathering.programme.slots)
        #expect(next.programme.items == gathering.programme.items)
        #expect(next.programme.organisers == gathering.programme.organisers)
        #expect(next.programme.previous == gathering.id && next.programme.next == nil)
        #expect(next.attendees.all.isEmpty && next.topics.all.isEmpty && next.day.phase == .preparing)
    }

    @Test(arguments: [
        ("24. Runder Tisch", "25. Runder Tisch"), ("Runder Tisch 24", "Runder Tisch 25"),
        ("Tisch 24: Wald", "Tisch 25: Wald"), ("2024 in Balve", "2024 in Balve"),
        ("Runder Tisch", "Runder Tisch"),
    ])
    func `counts the edition on in the title`(_ before: String, _ after: String) throws {
        let gathering = try Gathering.sample {
            $0.facts.title = Title(stringLiteral: before)
            $0.facts.edition = 24
        }

        #expect(try gathering.nextEdition().facts.title.text == after)
    }

    @Test func `a series without numbers keeps its title`() throws {
        let gathering = try Gathering.sample { $0.facts.title = "24. Runder Tisch" }

        let facts = try gathering.nextEdition().facts

        #expect(facts.title == "24. Runder Tisch" && facts.edition == nil)
    }

    @Test func `times are those that were planned, not those of a day that ran late`() throws {
        let gathering = try Gathering.sample().doing { try $0.setItem(.sample(), by: .organiser) }
        let late = try gathering.doing { try $0.shift(byMinutes: 15, at: .at("9:00"), by: .moderator) }

        #expect(late.programme.slots != gathering.programme.slots)
        #expect(try late.nextEdition().slots == gathering.programme.slots)
        #expect(try late.nextEdition().items == gathering.programme.items)
    }

    @Test func `a next edition that was deleted makes room for another`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.goOn(in: "g2", isGone: { _ in false }, by: .organiser) }

        #expect(try gathering.goOn(in: "g2", isGone: { _ in false }, by: .organiser) == [])
        #expect(try gathering.goOn(in: "g3", isGone: { $0 == "g2" }, by: .organiser).count == 1)
    }
}
