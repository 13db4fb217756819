import Actions
import Domain
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

/// A stream lasts as long as the right to it.
struct ViewerTests {
    @Test(.timeLimit(.minutes(15))) func `a moderator whose link is revoked hears nothing more`() async throws
    {
        let hall = try await Hall.open()
        let stream = try await hall.listen(on: "console", as: .moderator)
        let links = try await hall.instance.access.read(hall.id) { $0.links.values }
        let ids = links.filter { $0.role == .moderator }.map(\.id)

        for id in ids {
            try await RevokeLink(hall.instance)(
                id, in: hall.id, hall.acting(.organiser, .certain("revoke-\(id)")))
        }

        #expect(try await stream.value.status == 200)
    }

    @Test(.timeLimit(.minutes(15))) func `somebody who is taken out hears nothing more`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")
        let stream = try await hall.listen(on: "topics", as: .anna)

        try await LeaveGathering(hall.instance)(
            anna, .takenOut, in: hall.id, hall.acting(.moderator, "take-out"))

        #expect(try await stream.value.status == 200)
    }

    /// A page that hears frames for other eyes than it was made for loads itself anew.
    @Test(arguments: [(Guest.anyone, "out"), (.anna, "in"), (.moderator, "in")], Audience.Screen.allCases)
    func `frames say for whose eyes they are`(
        reader: (guest: Guest, eyes: String), screen: Audience.Screen
    ) async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        let frame = try await hall.firstFrame(on: screen, as: reader.guest)

        #expect(
            try #require(frame.firstMatch(of: #/id: (.+)/#)).output.1.hasSuffix("-0-\(reader.eyes)"))
    }

    @Test(arguments: [(Guest.anyone, "out"), (.anna, "in"), (.moderator, "in")])
    func `pages say for whose eyes they were made`(guest: Guest, eyes: String) async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        for path in ["topics", "board", "projector"] {
            let page = try await hall.get(hall.path(path), as: guest).text
            #expect(
                try #require(page.firstMatch(of: #/data-position="([^"]+)"/#)).output.1.hasSuffix(
                    "-0-\(eyes)"))
        }
    }

    @Test func `names that are shown to everybody no more are in no frame from then on`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.showNames(true)
        let before = try await hall.frame(for: .anyone)

        try await hall.showNames(false)

        #expect(before.contains("Anna"))
        #expect(try await !hall.frame(for: .anyone).contains("Anna"))
    }

    @Test func `a device has eight streams, and a ninth when one of them has ended`() async throws {
        let hall = try await Hall.open()
        let viewer = Viewer(device: hall.device(.anna), asked: [.phone], language: .du)
        let audience = viewer.audience(.nobody)
        let open: @Sendable () async throws -> LiveFrames = {
            try await hall.site.rooms.frames(of: hall.id, for: audience, after: nil, viewer: viewer)
        }
        var streams: [LiveFrames] = []
        for _ in 1...LiveRoom.readersOfDeviceMax { streams.append(try await open()) }

        await #expect(throws: TooMany(.streams, waitMilliseconds: 30_000)) { try await open() }
        #expect(try await hall.get(hall.path("live"), as: .anna).status == 429)

        streams.removeLast()
        while await hall.site.rooms.screenCount(hall.id) == LiveRoom.readersOfDeviceMax { await Task.yield() }
        streams.append(try await open())
        #expect(streams.count == LiveRoom.readersOfDeviceMax)
    }

    @Test func `strangers leave a quarter of all streams, and get another when one of theirs has ended`()
        async throws
    {
        let hall = try await Hall.open()
        let rooms = LiveRooms(instance: hall.instance, readersMax: 4) { _, _ in (LiveContent(), .start) }
        let open = { (isInside: Bool) in
            let audience = Audience(screen: .phone, language: .du, isInside: isInside)
            return try await rooms.frames(of: hall.id, for: audience, after: nil)
        }
        var strangers = [try await open(false), try await open(false), try await open(false)]
        let refusal = TooMany(.streams, waitMilliseconds: 30_000)

        await #expect(throws: refusal) { try await open(false) }
        let guests = [try await open(true)]
        strangers.removeLast()
        while await rooms.screenCount(hall.id) == 4 { await Task.yield() }
        strangers.append(try await open(false))
        await #expect(throws: refusal) { try await open(false) }
        await #expect(throws: refusal) { try await open(true) }
        #expect(strangers.count + guests.count == 4)
    }

    @Test func `strangers who come all at once leave a quarter as well`() async throws {
        let hall = try await Hall.open()
        let rooms = LiveRooms(instance: hall.instance, readersMax: 40) { _, _ in (LiveContent(), .start) }
        let audience = Audience(screen: .phone, language: .du, isInside: false)

        let streams = await withTaskGroup { group in
            for _ in 1...100 {
                group.addTask { try? await rooms.frames(of: hall.id, for: audience, after: nil) }
            }
            return await group.reduce(into: [LiveFrames]()) { if let stream = $1 { $0.append(stream) } }
        }

        #expect(streams.count <= 30)
        #expect(await rooms.screenCount(hall.id) == streams.count)
    }
}

extension Hall {
    func showNames(_ isOn: Bool) async throws {
        try await moderate(.certain("show-names-\(isOn)")) { gathering, caller in
            guard var facts = gathering.programme.facts else { throw Gathering.Refused.noSuchGathering }
            facts.rules.showsNamesToEveryone = isOn
            return try gathering.changeFacts(facts, by: caller)
        }
    }

    /// All that a stream on the board carries to somebody.
    func frame(for guest: Guest) async throws -> String {
        let viewer = Viewer(
            device: guest == .anyone ? nil : device(guest), asked: [.board], language: .du)
        let audience = try #require(try await instance.audiences(of: [viewer], in: id).first)
        return "\(try await site.parts.liveContent(id, audience).0.values)"
    }

    /// What a stream says first.
    fileprivate func firstFrame(on screen: Audience.Screen, as guest: Guest) async throws -> String {
        let viewer = Viewer(
            device: guest == .anyone ? nil : device(guest), asked: [screen], language: .du)
        let audience = try #require(try await instance.audiences(of: [viewer], in: id).first)
        let frames = try await site.rooms.frames(of: id, for: audience, after: nil, viewer: viewer)
        var iterator = frames.makeAsyncIterator()
        return String(buffer: try #require(await iterator.next()))
    }

    /// What a browser hears until its stream ends.
    fileprivate func listen(on page: String, as guest: Guest) async throws -> Task<Answer, any Error> {
        let stream = Task { try await get(path("live") + "?screen=" + page, as: guest) }
        while await site.rooms.screenCount(id) == 0 { await Task.yield() }
        return stream
    }
}
