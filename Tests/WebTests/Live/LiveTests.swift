import Actions
import Domain
import Journal
import NIOCore
import Pages
import Synchronization
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
        var book = LiveBook(epoch: .sample, isInside: false)
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
        var book = LiveBook(epoch: .sample, isInside: false)
        var content = LiveContent()
        content.count("wishes", "1", 1)
        content.count("wishes", "2", 5)
        book.take(content, at: 10)
        content.count("wishes", "1", 2)
        book.take(content, at: 12)

        let frame = book.frame(after: LiveMark(position: 10), at: 7, retry: false)

        #expect(
            String(buffer: frame).contains(
                #"data: {"fragments":{},"numbers":{"wishes":{"1":2}},"stamps":{},"time":7}"#))
    }

    @Test func `who comes is told all numbers, for one may have changed to and fro while the page was made`()
    {
        var book = LiveBook(epoch: .sample, isInside: false)
        var content = LiveContent()
        content.count("wishes", "1", 1)
        book.take(content, at: 10)
        content.count("wishes", "2", 5)
        book.take(content, at: 12)

        let frame = book.frame(after: LiveMark(position: 11), at: 7, retry: true)

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

        // A set's order depends on where it lies in memory: what is kept makes each look begin elsewhere.
        var kept: [Set<Int>] = []
        var stamps: Set<String> = []
        for count in stride(from: 1, to: 60, by: 3) {
            kept.append(Set(0..<count))
            for screen in [Audience.Screen.phone, .people, .board, .console] {
                let audience = Audience(screen: screen, language: .du, isInside: true)
                let (content, _) = try await hall.site.parts.liveContent(hall.id, audience)
                stamps.insert("\(screen): \(content.values[screen.rawValue] as Any)")
            }
        }

        #expect(stamps.count == 4, "\(kept.count) looks: \(stamps)")
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
        var book = LiveBook(epoch: .sample, isInside: false)
        var content = LiveContent()
        content.count("wishes", "1", 1)
        book.take(content, at: 12)
        let before = book.mark
        content.count("people", "here", 3)
        book.take(content, at: 12)

        let frame = String(buffer: book.frame(after: before, at: 7, retry: false))

        #expect(book.mark != before)
        #expect(frame.contains(#""numbers":{"people":{"here":3}}"#))
        #expect(LiveID(frame.firstMatch(of: #/id: (.*)/#).map { String($0.output.1) })?.mark == book.mark)
    }

    @Test func `pages of one browser share a stream, and each is told what it shows`() async throws {
        let hall = try await weighing()
        let shared = Audience(screens: [.phone, .people, .projector], language: .du, isInside: true)
        var frames = Frames(
            iterator: try await hall.site.rooms.frames(of: hall.id, for: shared, after: nil)
                .makeAsyncIterator())

        let first = try #require(await frames.next())

        for told in [#""phone":""#, #""people":""#, #""stage":""#, #""arrived":"#, #""wishes":{"1":0}"#] {
            #expect(first.contains(told))
        }
        #expect(!first.contains(#""console":""#))
    }

    @Test func `a stream carries what was asked for, and of nothing known what phones show`() async throws {
        let hall = try await weighing()
        let asked = ["?screen=people&screen=board", "?screen=gibtsnicht", ""]
        var told: [String] = []
        for query in asked {
            let stream = Task { try await hall.get(hall.path("live") + query, as: .anyone) }
            while await hall.site.rooms.screenCount(hall.id) == 0 { await Task.yield() }
            await hall.site.rooms.letGo(of: hall.id)
            told.append(try await stream.value.body)
        }

        #expect(told[0].contains(#""people":""#) && told[0].contains(#""board":"#))
        #expect(told[1].contains(#""phone":""#) && told[2].contains(#""phone":""#))
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

    @Test(.timeLimit(.minutes(15)))
    func `who reads too slowly is told the newest state when it reads again, and little waits meanwhile`()
        async throws
    {
        let hall = try await weighing()
        let count = Mutex(0)
        let room = LiveRoom(epoch: .sample, clock: hall.instance.now, newest: { .start }) { _ in
            var content = LiveContent()
            let now = count.withLock { $0 }
            content.count("wishes", "1", now)
            return (content, Position(Int64(now)))
        }
        let audience = Audience(screen: .projector, language: .du, isInside: true)
        let stream = try #require(try await room.frames(for: audience, person: nil, after: nil))
        for _ in 1...20 { await room.beat() }
        count.withLock { $0 = 7 }
        await room.changed()
        while await room.behindCount == 0 { await Task.yield() }
        count.withLock { $0 = 9 }

        var frames = Frames(iterator: stream.makeAsyncIterator())
        var heard: [String] = []
        for _ in 1...LiveFrames.waitingMax { heard.append(try #require(await frames.next())) }
        await room.beat()
        while heard.last?.contains("wishes") != true { heard.append(try #require(await frames.next())) }

        #expect(heard.filter { $0.contains("wishes") }.count == 2)
        #expect(heard.last?.contains(#"{"wishes":{"1":9}}"#) == true)
        #expect(await room.behindCount == 0)
    }

    @Test func `who was too slow to hear of its own marks hears of them with the next heartbeat`()
        async throws
    {
        let hall = try await weighing()
        let bernd = try #require(try await hall.instance.caller(hall.device(.bernd), in: hall.id).participant)
        let room = LiveRoom(epoch: .sample, clock: hall.instance.now, newest: { .start }) { _ in
            (LiveContent(), 1)
        }
        let audience = Audience(screen: .phone, language: .du, isInside: true)
        let stream = try #require(try await room.frames(for: audience, person: bernd, after: nil))
        for _ in 1...20 { await room.beat() }
        await room.tell(bernd, of: ActID(number: 5))
        #expect(await room.behindCount == 1)

        var frames = Frames(iterator: stream.makeAsyncIterator())
        for _ in 1...LiveFrames.waitingMax { _ = await frames.next() }
        await room.beat()

        var heard = ""
        while !heard.contains("event: mine"), let next = await frames.next() { heard = next }
        #expect(heard.contains("event: mine"))
        #expect(await room.behindCount == 0)
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
