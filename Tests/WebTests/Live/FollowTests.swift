import Actions
import Domain
import Journal
import NIOCore
import Pages
import Synchronization
import TestSupport
import Testing

@testable import Web

struct FollowTests {
    @Test(.timeLimit(.minutes(15))) func `a desk that could not be read once is followed all the same`()
        async throws
    {
        let store = try await Stores.Store.sample()
        let journal = StumblingJournal(store.journal, at: "attendance/")
        let instance = try await Instance.sample(
            lasting: .init(journal: journal, keys: store.keys, ballots: store.ballots))
        let id = try await instance.sampleGathering(by: "organiser")
        let number = Mutex(0)
        let rooms = LiveRooms(instance: instance) { _, _ in
            var content = LiveContent()
            let here = number.withLock { $0 }
            content.count("people", "here", here)
            return (content, Position(Int64(here) + 1))
        }
        let audience = Audience(screen: .console, language: .du, isInside: true)
        var frames = try await rooms.frames(of: id, for: audience, after: nil).makeAsyncIterator()
        _ = await frames.next()
        number.withLock { $0 = 1 }
        try await ChangeGathering(instance)(id, .sample("organiser", "heads")) { gathering, caller, _ in
            try gathering.countHeads(12, by: caller)
        }
        #expect(await frames.next().map { String(buffer: $0) }?.contains(#""here":1"#) == true)
        while !journal.hasStumbled { await Task.yield() }

        number.withLock { $0 = 2 }
        let choose = {
            try await instance.attendances.change(
                id, ActKey(actor: "voice", act: "choose-something"), at: instance.now().instant
            ) { _ in
                [.voiceRemoved(voice: "voice")]
            }
        }
        // Who acts in the very moment of the stumbling hears of it, and tries again.
        do { _ = try await choose() } catch is DeskFault { _ = try await choose() }

        #expect(await frames.next().map { String(buffer: $0) }?.contains(#""here":2"#) == true)
    }
}
