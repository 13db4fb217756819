import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct SuggestionDoorTests {
    @Test func `everybody reads what stayed open, and no draft, hidden title or name`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()

        for guest in [Guest.anyone, .dora, .organiser] {
            let page = try await next.get(next.path("suggestions"), as: guest)

            #expect(page.status == 200)
            #expect(page.contains("Leerstand") && page.contains("Von der Moderation geparkt."))
            #expect(page.contains("Wer zahlt die Wege?") && page.contains("Offene Frage aus „Radwege“"))
            for kept in ["Zurückgezogen", "Pranger", "Noch geheim", "Bauhof", "Anna", "Bernd"] {
                #expect(!page.contains(kept), "\(kept)")
            }
        }
        #expect(try await next.get(next.path("topics"), as: .anyone).contains(next.path("suggestions")))
        #expect(!(try await hall.get(hall.path("topics"), as: .anyone).contains(hall.path("suggestions"))))
    }

    @Test func `before the last round is over one sentence says so`() async throws {
        let hall = try await Scenery.openAndParked(isOver: false)
        let next = try await hall.nextEdition()

        let page = try await next.get(next.path("suggestions"), as: .anyone)

        #expect(page.contains("noch nicht zu Ende") && !page.contains("Leerstand"))
    }

    @Test
    func `one tap fills the form; adopted once, others see by which topic, and it says where it is from`()
        async throws
    {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        for (guest, name) in [(Guest.cem, "Cem"), (.dora, "Dora")] { try await next.seat(guest, name) }
        let fields = ["title": "Leerstand zählen", "suggestion": "2"]

        let form = try await next.get(next.path("proposals/new?suggestion=2"), as: .cem)
        let sent = try await next.post(next.path("proposals"), as: .cem, fields)
        let list = try await next.get(next.path("suggestions"), as: .dora)
        let late = try await next.post(
            next.path("proposals"), as: .dora, ["title": "Ich auch", "suggestion": "2"])
        let tapped = try await next.get(next.path("proposals/new?suggestion=2"), as: .dora)
        let own = try await next.post(next.path("proposals"), as: .dora, ["title": "Ich auch"])

        #expect(form.contains("value=\"Leerstand\"") && form.contains("name=\"suggestion\" value=\"2\""))
        #expect(sent.status == 303 && own.status == 303)
        let source = Suggestion.Source(gathering: hall.id, topic: "2")
        #expect(try await next.gathering().topics["1"]?.source == source)
        #expect(list.contains("übernommen: Leerstand zählen") && list.contains(next.path("proposals/1")))
        #expect(!list.contains("suggestion=2"))
        #expect(late.status == 422 && late.contains("Jemand war schneller"))
        #expect(late.contains("value=\"Ich auch\"") && !late.contains("name=\"suggestion\""))
        #expect(tapped.contains("Jemand war schneller") && !tapped.contains("name=\"suggestion\""))
        #expect(try await next.gathering().topics["2"]?.source == nil)
        let topic = try await next.get(next.path("proposals/1"), as: .anyone)
        #expect(topic.contains("Kommt aus: ") && topic.contains("„Leerstand“"))
    }

    @Test func `an answer that was lost is asked for again, and the topic stands once`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        try await next.seat(.cem, "Cem")
        let send = {
            try await next.post(
                next.path("proposals"), as: .cem, ["title": "A", "suggestion": "2"], act: "adopt-it-once")
        }

        let statuses = [try await send().status, try await send().status]

        #expect(statuses == [303, 303])
        #expect(try await next.gathering().topics.all.count == 1)
    }

    @Test func `whoever took it back finds it taken up by others`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        for (guest, name) in [(Guest.cem, "Cem"), (.dora, "Dora")] { try await next.seat(guest, name) }
        let fields = ["title": "Leerstand", "suggestion": "2"]
        try await next.post(next.path("proposals"), as: .cem, fields)
        try await next.post(next.path("proposals/1/withdrawal"), as: .cem)
        try await next.post(next.path("proposals"), as: .dora, fields)

        let reopened = try await next.post(next.path("proposals/1/reopening"), as: .cem)

        #expect(reopened.contains("Jemand war schneller"))
        try await next.post(
            next.path("proposals/2/withdrawal"), as: .organiser, from: next.path("console/topics"))
        try await next.post(next.path("proposals/1/reopening"), as: .cem, act: "reopen-it-again")
        let step = try #require(try await next.gathering().undo.newest)
        let undone = try await next.post(
            next.path("undo"), as: .organiser, ["step": "\(step.number)"], from: next.path("console"))
        #expect(step.act == .withdrawn(id: "2") && undone.contains("Jemand war schneller"))
        #expect(try await next.gathering().topics.open.map(\.id) == ["1"])
    }

    @Test func `of two who adopt at once one does`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        for (guest, name) in [(Guest.cem, "Cem"), (.dora, "Dora")] { try await next.seat(guest, name) }

        async let first = next.post(next.path("proposals"), as: .cem, ["title": "A", "suggestion": "2"])
        async let second = next.post(next.path("proposals"), as: .dora, ["title": "B", "suggestion": "2"])
        let statuses = try await [first.status, second.status].sorted()

        #expect(statuses == [303, 422])
        #expect(try await next.gathering().topics.all.count == 1)
    }

    @Test func `a question that is not public any more is no suggestion`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        try await next.seat(.cem, "Cem")
        let page = try await next.get(next.path("suggestions"), as: .cem)
        let name = try #require(page.body.firstMatch(of: /suggestion=(1-[0-9a-f]{16})/)?.1)
        try await hall.instance.records.withdraw("1", in: hall, at: hall.clock.now.instant)

        let gone = try await next.post(
            next.path("proposals"), as: .cem, ["title": "Geld", "suggestion": String(name)])

        #expect(gone.status == 422 && gone.contains("steht nicht mehr") && gone.contains("value=\"Geld\""))
        #expect(!(try await next.get(next.path("suggestions"), as: .cem).contains("Wer zahlt")))
    }

    @Test func `a last round that was deleted suggests nothing, and breaks nothing`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        try await next.seat(.cem, "Cem")
        try await next.post(next.path("proposals"), as: .cem, ["title": "Leerstand", "suggestion": "2"])
        let title = try #require(try await hall.gathering().programme.facts?.title.text)
        try await hall.post(hall.path("deletion"), as: .organiser, [DeletionPage.titleField: title])

        let page = try await next.get(next.path("suggestions"), as: .cem)
        let series = try await next.get(next.path("series"), as: .anyone)
        let topic = try await next.get(next.path("proposals/1"), as: .cem)

        #expect(page.status == 200 && page.contains("nichts offen"))
        #expect(series.status == 200 && series.contains("Eine Runde wurde gelöscht"))
        #expect(topic.contains("Kommt aus einer früheren Runde.") && !topic.contains("Radwege"))
    }

    @Test func `a moderator proposes one for somebody`() async throws {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        let cem = try await next.seat(.cem, "Cem")

        let list = try await next.get(next.path("suggestions"), as: .organiser)
        let desk = try await next.get(next.path("console/topics?new=1&suggestion=2"), as: .organiser)
        let sent = try await next.post(
            next.path("proposals"), as: .organiser,
            ["host": cem.text, "title": "Leerstand", "form": "question", "suggestion": "2"])
        let late = try await next.get(next.path("console/topics?new=1&suggestion=2"), as: .organiser)

        #expect(list.contains("Für jemanden vorschlagen"))
        #expect(desk.contains("value=\"Leerstand\"") && desk.contains("name=\"suggestion\" value=\"2\""))
        #expect(desk.contains(next.path("suggestions")))
        #expect(sent.status == 303)
        #expect(try await next.gathering().topics["1"]?.source?.topic == "2")
        #expect(late.contains("Jemand war schneller") && !late.contains("name=\"suggestion\""))
    }
}

extension Desks<Record> {
    fileprivate func withdraw(_ session: Proposal.ID, in hall: Hall, at moment: Instant) async throws {
        let record = try #require(Record.ID(of: session, in: hall.id))
        _ = try await change(record, ActKey(actor: "server", act: "withdraw-the-release"), at: moment) { _ in
            [.releaseWithdrawn]
        }
    }
}
