import Actions
import Domain
import Journal
import NIOCore
import Pages
import Synchronization
import TestSupport
import Testing

@testable import Web

struct RehearsalTests {
    @Test func `ended fifty times, a rehearsal leaves nothing in memory`() async throws {
        let journals = Mutex<[WeakJournal]>([])
        let hall = try await Hall.open(rehearsals: { store in journals.withLock { $0.append(.init(store)) } })
        let before = await Held(hall)

        for round in 0..<50 {
            // With people in it now and then: they take most of the time.
            let phase = round.isMultiple(of: 10) ? Phase.weighing : .preparing
            let rehearsal = try await hall.rehearse(at: phase, act: "start-number-\(round)")
            try await hall.post(
                "/g/\(rehearsal)/announcements", as: .organiser, ["text": "Probe"], act: "say-\(round)-aloud")
            _ = try await hall.get("/g/\(rehearsal)/board", as: .organiser)
            let ended = try await hall.post(
                "/g/\(rehearsal)/rehearsal/end", as: .organiser, act: "end-number-\(round)")
            #expect(ended.location == hall.path("console/prepare"))
        }

        #expect(await Held(hall) == before)
        #expect(journals.withLock { $0.count } == 50)
        #expect(journals.withLock { $0.count { $0.journal != nil } } == 0)
        #expect(try await hall.instance.listed() == [hall.id])
    }

    @Test func `pages of an ended rehearsal are not found, and another begins at once`() async throws {
        let hall = try await Hall.open()
        let first = try await hall.rehearse(at: .weighing)
        let code = try await hall.site.parts.joinCode(of: first)
        #expect(try await hall.get("/g/\(first)/board", as: .anyone).status == 200)

        try await hall.post("/g/\(first)/rehearsal/end", as: .organiser)

        for path in ["", "/board", "/topics", "/console", "/projector", "/live", "/join", "/print"] {
            #expect(try await hall.get("/g/\(first)\(path)", as: .organiser).status == 404, "\(path)")
        }
        #expect(try await hall.get("/j/\(code.text)", as: .anyone).status == 404)
        #expect(try await hall.post("/g/\(first)/heads", as: .organiser, ["count": "3"]).status == 404)
        let second = try await hall.rehearse(at: .weighing)
        #expect(second != first)
        #expect(try await hall.get("/g/\(second)/console", as: .organiser).status == 200)
    }

    @Test func `who follows a rehearsal hears that it is over`() async throws {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)
        let audience = Audience(screen: .board, language: .du, isInside: true)
        var frames = try await hall.site.rooms.frames(of: rehearsal, for: audience, after: nil)
            .makeAsyncIterator()
        _ = await frames.next()

        try await hall.post("/g/\(rehearsal)/rehearsal/end", as: .organiser)

        var last = ""
        while let frame = await frames.next() { last = String(buffer: frame) }
        #expect(last == "data: {\"reload\":true}\n\n")
        #expect(await hall.site.rooms.roomCount == 0)
    }

    @Test func `the banner begins a rehearsal anew and ends it`() async throws {
        let hall = try await Hall.open()
        let first = try await hall.rehearse(at: .weighing)
        let page = try await hall.get("/g/\(first)/console/topics", as: .organiser)
        #expect(page.contains("action=\"/g/\(first)/rehearsal/reset\""))
        #expect(page.contains("action=\"/g/\(first)/rehearsal/end\""))
        #expect(try await !hall.get(hall.path("console"), as: .organiser).contains("rehearsal/reset"))

        let reset = try await hall.post(
            "/g/\(first)/rehearsal/reset", as: .organiser, act: "begin-it-anew")
        let again = try await hall.post(
            "/g/\(first)/rehearsal/reset", as: .organiser, act: "begin-it-anew")

        let second = try #require(hall.instance.rehearsal(of: hall.id))
        #expect([reset.location, again.location] == ["/g/\(second)/console", "/g/\(second)/console"])
        #expect(second != first)
        #expect(try await hall.get("/g/\(first)/console", as: .organiser).status == 404)
        #expect(try await hall.instance.gatherings.read(second) { $0.day.phase } == .arriving)
        #expect(try await hall.instance.gatherings.read(second) { $0.attendees.presentCount } == 30)
        #expect(try await hall.instance.listed() == [hall.id, second])
    }

    @Test func `only who organises the real gathering starts, resets and ends`() async throws {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)

        for guest in [Guest.anyone, .moderator, .projector] {
            for path in [
                hall.path("rehearsal"), "/g/\(rehearsal)/rehearsal/reset", "/g/\(rehearsal)/rehearsal/end",
            ] {
                #expect(try await hall.post(path, as: guest).status == 403, "\(guest) \(path)")
            }
        }
        #expect(hall.instance.rehearsal(of: hall.id) == rehearsal)
    }
}

/// What is in memory of all gatherings.
private struct Held: Equatable {
    let desks: [Int]
    let rooms: Int

    init(_ hall: Hall) async {
        let instance = hall.instance
        desks = [
            await instance.gatherings.liveCount, await instance.interests.liveCount,
            await instance.attendances.liveCount, await instance.access.liveCount,
            await instance.house.liveCount,
        ]
        rooms = await hall.site.rooms.roomCount
    }
}

/// Tells whether a journal, with all its entries, is still held.
private struct WeakJournal {
    weak var journal: (any Journal & AnyObject)?

    init(_ store: Stores.Store) { journal = store.journal as? any Journal & AnyObject }
}

extension Hall {
    /// Presses the button of the preparation.
    func rehearse(at phase: Phase, act: String? = nil) async throws -> Gathering.ID {
        let answer = try await post(
            path("rehearsal"), as: .organiser, ["phase": phase.rawValue], act: act)
        let parts = (answer.location ?? "").split(separator: "/").map(String.init)
        return try #require(parts.count > 1 ? Gathering.ID(parts[1]) : nil)
    }
}
