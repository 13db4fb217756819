import Actions
import Domain
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

struct LiveTests {
    @Test func `a wish reaches phones as a number, within a moment`() async throws {
        let hall = try await weighing()
        var frames = try await frames(of: hall, .phone)
        _ = await frames.next()

        try await hall.wish("1", by: .bernd)

        let frame = try #require(await frames.next())
        let told = #"{"fragments":{},"numbers":{"people":{"voted":1},"wishes":{"1":1}},"stamps":{}"#
        #expect(frame.contains(told))
    }

    @Test func `who opens a page takes nothing from those who look already`() async throws {
        let hall = try await weighing()
        var first = try await frames(of: hall, .phone)
        _ = await first.next()
        try await hall.wish("1", by: .anna)
        _ = await first.next()

        try await hall.wish("1", by: .bernd)
        var second = try await frames(of: hall, .phone)
        let all = try #require(await second.next())

        var told = ""
        while !told.contains(#""1":2"#), let frame = await first.next() { told = frame }
        #expect(told.contains(#""wishes":{"1":2}"#))
        #expect(all.contains(#""wishes":{"1""#))
    }

    @Test func `what was composed before something that was told came too late`() {
        var book = LiveBook()
        var content = LiveContent()
        content.count("wishes", "1", 2)
        book.take(content, at: 12)
        let before = book.mark
        content.count("wishes", "1", 1)

        book.take(content, at: 11)

        #expect(book.mark == before)
    }

    @Test func `a published board reaches open boards as a fragment`() async throws {
        let hall = try await weighing()
        try await hall.enter(.planning)
        var frames = try await frames(of: hall, .board)
        _ = await frames.next()

        try await hall.publish()

        var seen = ""
        while !seen.contains("Radwege"), let frame = await frames.next() { seen = frame }
        #expect(seen.contains(#""fragments":{"board":"#))
    }

    @Test func `who comes back gets what is newer, and nothing else`() {
        var book = LiveBook()
        var content = LiveContent()
        content.count("wishes", "1", 1)
        content.count("wishes", "2", 5)
        book.take(content, at: 10)
        content.count("wishes", "1", 2)
        book.take(content, at: 12)

        let frame = book.frame(after: LiveMark(position: 10), epoch: .sample, at: 7, retry: false)

        #expect(
            String(buffer: frame).contains(
                #"data: {"fragments":{},"numbers":{"wishes":{"1":2}},"stamps":{},"time":7}"#))
    }

    @Test func `who comes is told all numbers, for one may have changed to and fro while the page was made`()
    {
        var book = LiveBook()
        var content = LiveContent()
        content.count("wishes", "1", 1)
        book.take(content, at: 10)
        content.count("wishes", "2", 5)
        book.take(content, at: 12)

        let frame = book.frame(after: LiveMark(position: 11), epoch: .sample, at: 7, retry: true)

        #expect(String(buffer: frame).contains(#""numbers":{"wishes":{"1":1,"2":5}}"#))
    }

    @Test func `what was hidden and shown again between two looks is news to who saw it hidden`() async throws
    {
        let hall = try await weighing()
        let audience = Audience(screen: .phone, language: .du, isInside: false)
        let (before, _) = try await hall.site.parts.liveContent(hall.id, audience)

        try await hall.post(hall.path("proposals/1/hiding"), as: .moderator)
        try await hall.post(hall.path("proposals/1/hiding/withdrawal"), as: .moderator)

        let (after, _) = try await hall.site.parts.liveContent(hall.id, audience)
        #expect(before != after)
    }

    @Test func `however often a page is looked at that nobody changed, it is no news`() async throws {
        let hall = try await weighing()
        for (guest, name) in [(Guest.cem, "Cem"), (.dora, "Dora")] { try await hall.seat(guest, name) }
        for guest in [Guest.anna, .bernd, .cem, .dora] { try await hall.propose("Thema", by: guest) }

        for screen in [Audience.Screen.phone, .people, .board] {
            let audience = Audience(screen: screen, language: .du, isInside: true)
            let (first, _) = try await hall.site.parts.liveContent(hall.id, audience)
            // A set's order depends on where it lies in memory: what is kept makes each look begin elsewhere.
            var kept: [Set<Int>] = []
            for count in stride(from: 1, to: 60, by: 3) {
                kept.append(Set(0..<count))
                let (content, _) = try await hall.site.parts.liveContent(hall.id, audience)
                #expect(content == first, "\(screen), look \(kept.count)")
            }
        }
    }

    @Test func `what was changed in the draft is no news to phones`() async throws {
        let hall = try await weighing()
        let audience = Audience(screen: .phone, language: .du, isInside: false)
        try await hall.enter(.planning)
        let (before, _) = try await hall.site.parts.liveContent(hall.id, audience)

        try await hall.post(hall.path("board/plan"), as: .moderator)

        let (after, _) = try await hall.site.parts.liveContent(hall.id, audience)
        #expect(before == after)
    }

    @Test func `what changes at a position that was told already is told as well`() {
        var book = LiveBook()
        var content = LiveContent()
        content.count("wishes", "1", 1)
        book.take(content, at: 12)
        let before = book.mark
        content.count("people", "here", 3)
        book.take(content, at: 12)

        let frame = String(buffer: book.frame(after: before, epoch: .sample, at: 7, retry: false))

        #expect(book.mark != before)
        #expect(frame.contains(#""numbers":{"people":{"here":3}}"#))
        #expect(LiveID(frame.firstMatch(of: #/id: (.*)/#).map { String($0.output.1) })?.mark == book.mark)
    }

    @Test func `a screen is told what its page shows`() {
        let pages = [
            "/g/7/console/board", "/g/7/projector", "/g/7/board", "/g/7/people", "/g/7/topics", "", "/",
        ]

        #expect(
            pages.map { Audience.Screen(page: $0) } == [
                .console, .projector, .board, .people, .phone, .phone, .phone,
            ])
    }

    @Test func `a wish is told to the other screens of the same person, by its act, and to nobody else`()
        async throws
    {
        let hall = try await weighing()
        let bernd = try await hall.instance.caller(hall.device(.bernd), in: hall.id).participant
        let anna = try await hall.instance.caller(hall.device(.anna), in: hall.id).participant
        var own = try await frames(of: hall, .phone, person: bernd)
        var other = try await frames(of: hall, .phone, person: anna)

        try await hall.post(hall.path("proposals/1/wish"), as: .bernd, act: "wunsch-am-telefon")
        await hall.site.rooms.letGo(of: try #require(bernd), in: hall.id)
        await hall.site.rooms.letGo(of: try #require(anna), in: hall.id)

        let mine = "event: mine\ndata: wunsch-am-telefon\n\n"
        #expect(await own.all().filter { $0.contains("event: mine") } == [mine])
        #expect(await other.all().filter { $0.contains("event: mine") } == [])
    }

    @Test func `who is taken out loads anew and hears nothing more`() async throws {
        let hall = try await weighing()
        let bernd = try #require(
            try await hall.instance.caller(hall.device(.bernd), in: hall.id).participant)
        var frames = try await frames(of: hall, .people, person: bernd)

        try await hall.post(hall.path("people/\(bernd)/removal"), as: .moderator, act: "hinaus-mit-bernd")

        #expect(await frames.all().last == "data: {\"reload\":true}\n\n")
    }

    @Test func `who reads too slowly gets what comes first, and the end instead of a gap`() async throws {
        let hall = try await weighing()
        let room = LiveRoom(epoch: .sample, clock: hall.instance.now) { _ in (LiveContent(), 1) }
        let audience = Audience(screen: .phone, language: .du, isInside: true)
        let stream = try #require(try await room.frames(for: audience, person: nil, after: nil))
        var frames = Frames(iterator: stream.makeAsyncIterator())

        for _ in 1...20 { await room.beat() }

        let heard = await frames.all()
        #expect(heard.map { $0.contains("heartbeat") } == [false] + Array(repeating: true, count: 7))
    }

    private func weighing() async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        return hall
    }

    private func frames(
        of hall: Hall, _ screen: Audience.Screen, person: Participant.ID? = nil
    ) async throws -> Frames {
        let audience = Audience(screen: screen, language: .du, isInside: true)
        let stream = try await hall.site.rooms.frames(of: hall.id, for: audience, person: person, after: nil)
        return Frames(iterator: stream.makeAsyncIterator())
    }

    private struct Frames {
        var iterator: AsyncStream<ByteBuffer>.Iterator

        /// Until the stream ends.
        mutating func all() async -> [String] {
            var all: [String] = []
            while let frame = await next() { all.append(frame) }
            return all
        }

        mutating func next() async -> String? { await iterator.next().map { String(buffer: $0) } }
    }
}
