import Domain
import Journal
import NIOCore
import Pages
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Who comes to a room, when, and what it is told then.
@Suite(.timeLimit(.minutes(15)))
struct LiveRoomTests {
    @Test func `who comes back alone is told what changed since, and nothing else`() async throws {
        let desk = Desk()
        let room = desk.room()
        desk.say("1", 5)
        desk.say("2", 7)
        var frames = try await Self.frames(of: room, after: nil)
        let first = try #require(await frames.next())
        frames.stream.end()
        while await room.screenCount > 0 { await Task.yield() }

        desk.say("2", 8)
        await room.changed()
        frames = try await Self.frames(of: room, after: Self.id(of: first))
        let back = try #require(await frames.next())

        #expect(Self.id(of: back) != Self.id(of: first))
        #expect(back.contains(#""stamps":{"2":"8"}"#))
    }

    @Test func `what changes while the first frame of all is made is told at once`() async throws {
        let desk = Desk()
        let room = desk.room()
        desk.say("1", 1)
        desk.hold()
        let coming = Task { try await Self.frames(of: room, after: nil) }
        while !desk.isAsked { await Task.yield() }
        desk.say("1", 2)
        await room.changed()
        desk.letGo()

        let frames = try await coming.value
        var heard: [String] = []
        while heard.last?.contains(#""stamps":{"1":"2"}"#) != true, let frame = await frames.next() {
            heard.append(frame)
        }
        #expect(heard.first?.contains(#""stamps":{"1":"1"}"#) == true)
        #expect(heard.last?.contains(#""stamps":{"1":"2"}"#) == true)
    }

    @Test func `what changes during the last look is told, also when somebody comes in that moment`()
        async throws
    {
        let desk = Desk()
        let room = desk.room()
        desk.say("1", 1)
        let first = try await Self.frames(of: room, after: nil)
        _ = await first.next()
        desk.say("1", 2)
        await room.changed()
        let second = try #require(await first.next())

        // The next look finds nothing new, but for what comes while it is at it.
        desk.hold()
        while !desk.isAsked { await Task.yield() }
        desk.say("1", 3)
        await room.changed()
        let coming = Task { try await Self.frames(of: room, after: nil) }
        while desk.looks.count < 4 { await Task.yield() }
        desk.letGo()

        #expect(second.contains(#""stamps":{"1":"2"}"#))
        #expect(await first.next()?.contains(#""stamps":{"1":"3"}"#) == true)
        for one in [first, try await coming.value] { one.stream.end() }
    }

    @Test func `where a desk cannot be read a change is told as soon as it can`() async throws {
        let desk = Desk()
        let room = desk.room()
        desk.say("1", 1)
        let frames = try await Self.frames(of: room, after: nil)
        _ = await frames.next()
        desk.say("1", 2)
        desk.fail(times: 2)
        await room.changed()

        #expect(await frames.next()?.contains(#""stamps":{"1":"2"}"#) == true)
        frames.stream.end()
    }

    @Test
    func `the first of all is told counts of this moment, who comes to others may hear what they heard`()
        async throws
    {
        let desk = Desk()
        let room = desk.room()
        desk.say("1", 1)
        let first = try await Self.frames(of: room, after: nil)
        let second = try await Self.frames(of: room, after: nil)
        #expect(desk.looks == [true], "nothing has changed since")
        desk.say("1", 2)
        let third = try await Self.frames(of: room, after: nil)

        #expect(desk.looks == [true, false])
        for one in [first, second, third] { one.stream.end() }
    }

    @Test func `whoever has pages of three kinds open is told all, so that mixtures are few`() {
        let kinds = Audience.Screen.allCases
        var audiences: Set<Audience> = []
        for mixture in 1..<(1 << kinds.count) {
            let asked = Set(kinds.indices.filter { mixture & (1 << $0) != 0 }.map { kinds[$0] })
            let audience = Viewer(device: nil, asked: asked, language: .du).audience(.nobody)
            #expect(audience.screens.isSuperset(of: asked.subtracting([.console])))
            #expect(!audience.screens.contains(.console))
            audiences.insert(audience)
        }

        // Six alone, fifteen pairs of them, and all.
        #expect(audiences.count == 22)
    }

    private static let audience = Audience(screen: .projector, language: .du, isInside: true)

    private static func frames(of room: LiveRoom, after id: String?) async throws -> Frames {
        Frames(stream: try #require(try await room.frames(for: audience, after: id)))
    }

    private static func id(of frame: String) -> String? {
        frame.firstMatch(of: /id: (.*)/).map { String($0.output.1) }
    }

    private struct Frames {
        let stream: LiveFrames

        func next() async -> String? {
            for await frame in stream { return String(buffer: frame) }
            return nil
        }
    }

    /// What there is to tell, and who asked for it.
    private final class Desk: Sendable {
        private struct State {
            var said: [String: Int] = [:]
            var position = Position.start
            var looks: [Bool] = []
            var held: [CheckedContinuation<Void, Never>] = []
            var isHeld = false
            var failureCount = 0
        }

        private let state = Mutex(State())

        var looks: [Bool] { state.withLock { $0.looks } }
        var isAsked: Bool { state.withLock { !$0.held.isEmpty } }

        func room() -> LiveRoom {
            LiveRoom(
                epoch: .sample, clock: { .sample },
                newest: { self.state.withLock { $0.position } }
            ) { try await self.compose($0) }
        }

        func say(_ name: String, _ number: Int) {
            state.withLock { state in
                state.said[name] = number
                state.position = Position(state.position.value + 1)
            }
        }

        func fail(times: Int) { state.withLock { $0.failureCount = times } }

        func hold() { state.withLock { $0.isHeld = true } }

        func letGo() {
            let held = state.withLock { state in
                state.isHeld = false
                defer { state.held = [] }
                return state.held
            }
            for one in held { one.resume() }
        }

        private func compose(_ look: LiveRoom.Look) async throws -> (LiveContent, Position) {
            let (said, position, fails) = state.withLock { state in
                state.looks.append(look.countsAnew)
                state.failureCount -= 1
                return (state.said, state.position, state.failureCount >= 0)
            }
            if fails { throw CancellationError() }
            await withCheckedContinuation { one in
                let goesOn = state.withLock { state in
                    if state.isHeld { state.held.append(one) }
                    return !state.isHeld
                }
                if goesOn { one.resume() }
            }
            var content = LiveContent()
            for (name, number) in said { content.stamp(name, "\(number)") }
            return (content, position)
        }
    }
}
