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

    @Test(.timeLimit(.minutes(15)))
    func `names that are shown to everybody no more end the streams that carry them`()
        async throws
    {
        let hall = try await Hall.open { $0.facts.rules.showsNamesToEveryone = true }
        let stream = try await hall.listen(on: "board", as: .anyone)

        try await hall.moderate("hide-names") { gathering, caller in
            guard var facts = gathering.programme.facts else { return [] }
            facts.rules.showsNamesToEveryone = false
            return try gathering.changeFacts(facts, by: caller)
        }

        #expect(try await stream.value.status == 200)
    }

    @Test func `a device has eight streams, and a ninth when one of them has ended`() async throws {
        let hall = try await Hall.open()
        let viewer = Viewer(device: hall.device(.anna), asked: .phone, language: .du)
        let audience = viewer.audience(.nobody, showsNamesToEveryone: false)
        let open: @Sendable () async throws -> AsyncStream<ByteBuffer> = {
            try await hall.site.rooms.frames(of: hall.id, for: audience, after: nil, viewer: viewer)
        }
        var streams: [AsyncStream<ByteBuffer>] = []
        for _ in 1...LiveRoom.readersOfDeviceMax { streams.append(try await open()) }

        await #expect(throws: TooMany(.streams, waitMilliseconds: 30_000)) { try await open() }
        #expect(try await hall.get(hall.path("live"), as: .anna).status == 429)

        streams.removeLast()
        while await hall.site.rooms.screenCount(hall.id) == LiveRoom.readersOfDeviceMax { await Task.yield() }
        streams.append(try await open())
        #expect(streams.count == LiveRoom.readersOfDeviceMax)
    }
}

extension Hall {
    /// What a browser hears until its stream ends.
    fileprivate func listen(on page: String, as guest: Guest) async throws -> Task<Answer, any Error> {
        let stream = Task { try await get(path("live") + "?page=" + path(page), as: guest) }
        while await site.rooms.screenCount(id) == 0 { await Task.yield() }
        return stream
    }
}
