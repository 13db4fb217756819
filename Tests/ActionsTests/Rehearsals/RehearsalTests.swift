import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

@testable import Actions

@Suite struct `A rehearsal` {
    let towns: TownDirectory

    init() throws {
        towns = try TownDirectory.sample()
    }

    /// A gathering as its organiser prepared it: with an item and somebody responsible.
    private func prepared(_ instance: Instance) async throws -> Gathering.ID {
        let id = try await instance.sampleGathering(by: "office")
        let programme = try PretendProgramme.iserlohn(people: 30, date: .sample, host: nil)
        try await ChangeGathering(instance)(id, .sample("office", "item-1")) { gathering, caller, _ in
            try gathering.setItem(programme.items[0], by: caller)
        }
        try await ChangeGathering(instance)(id, .sample("office", "organiser-1")) { gathering, caller, _ in
            try gathering.setOrganiser(programme.organiser, by: caller)
        }
        return id
    }

    private func start(
        _ instance: Instance, _ id: Gathering.ID, at phase: Phase = .weighing, act: ActID = "rehearse-1",
        by device: Device.ID = "office"
    ) async throws -> Gathering.ID {
        try await StartRehearsal(instance, towns: towns)(
            of: id, at: phase, people: 12, .sample(device, act))
    }

    @Test func `copies the programme and nothing that anybody said`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)
        _ = try await JoinGathering(instance)(
            Profile(firstName: FirstName("Real")), in: id, .sample("phone", "join-real"))

        let rehearsal = try await start(instance, id, at: .preparing)

        let original = try await instance.gatherings.read(id) { $0 }
        let copy = try await instance.gatherings.read(rehearsal) { $0 }
        #expect(copy.programme == original.programme)
        #expect(copy.attendees.all.isEmpty)
        #expect(copy.topics.all.isEmpty)
        #expect(rehearsal.isRehearsal)
        #expect(rehearsal.rehearsed == id)
        #expect(id.rehearsed == nil)
    }

    @Test func `has pretend people with topics and wishes at the phase asked for`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)

        let rehearsal = try await start(instance, id, at: .planning)

        let copy = try await instance.gatherings.read(rehearsal) { $0 }
        #expect(copy.day.phase == .planning)
        #expect(copy.attendees.present.count == 12)
        #expect(copy.topics.open.count == 6)
        #expect(try await instance.interests.read(rehearsal) { $0.wishes.count } == 11)
    }

    @Test func `is organised by the device that started it, and by no other`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)

        let rehearsal = try await start(instance, id)

        #expect(try await instance.caller("office", in: rehearsal).may(.prepare))
        #expect(try await instance.caller("phone", in: rehearsal).may(.moderate) == false)
        let code = instance.secret.digest(instance.secret.joinCode(of: rehearsal, serial: 1))
        #expect(try await instance.gathering(withCode: code) == rehearsal)
        #expect(try await instance.house.read(House.theOne) { $0.gathering(withCode: code) } == nil)
    }

    @Test func `is for organisers only`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)

        await #expect(throws: Gathering.Refused.notAllowed(.prepare)) {
            try await start(instance, id, by: "stranger")
        }
        let rehearsal = try await start(instance, id)
        await #expect(throws: Gathering.Refused.notAllowed(.prepare)) {
            try await EndRehearsal(instance)(rehearsal, .sample("stranger", "end-12345"))
        }
        await #expect(throws: Gathering.Refused.notAllowed(.prepare)) {
            try await ResetRehearsal(instance, towns: towns)(rehearsal, .sample("stranger", "reset-123"))
        }
        #expect(instance.rehearsal(of: id) == rehearsal)
    }

    @Test func `of a rehearsal, of nothing, with nobody or with too many people is refused`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)
        let rehearsal = try await start(instance, id)

        await #expect(throws: Gathering.Refused.noSuchGathering) {
            try await start(instance, rehearsal, act: "rehearse-2")
        }
        await #expect(throws: Gathering.Refused.ended(at: nil)) {
            try await start(instance, id, at: .ended, act: "rehearse-3")
        }
        await #expect(throws: Gathering.Refused.outOfRange(field: "people", from: 0, to: 600)) {
            try await StartRehearsal(instance, towns: towns)(
                of: id, people: 601, .sample("office", "rehearse-4"))
        }
        await #expect(throws: Gathering.Refused.noSuchGathering) {
            try await ResetRehearsal(instance, towns: towns)(id, .sample("office", "reset-1"))
        }
        await #expect(throws: Gathering.Refused.noSuchGathering) {
            try await EndRehearsal(instance)(id, .sample("office", "end-1"))
        }
    }

    @Test func `started twice by the same act is one`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)

        let first = try await start(instance, id)
        let second = try await start(instance, id)

        #expect(first == second)
        #expect(instance.rehearsals.order == [first])
    }

    @Test func `that was ended begins by its old form as if it never had been`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)
        let first = try await start(instance, id)
        try await EndRehearsal(instance)(first, .sample("office", "end-1"))

        #expect(try await instance.gatherings.read(first) { $0.exists } == false)

        let again = try await start(instance, id)

        #expect(again == first)
        #expect(try await instance.gatherings.read(again) { $0.attendees.present.count } == 12)
        #expect(try await start(instance, id, act: "rehearse-2") != first)
    }

    @Test func `begins anew after a reset, without what was tried and with the programme of now`()
        async throws
    {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)
        let first = try await start(instance, id)
        _ = try await JoinGathering(instance)(Profile(), in: first, .sample("tablet", "join-tablet"))
        let room = Room(id: "9", name: try RoomName("Neuer Raum"), seats: 9)
        try await ChangeGathering(instance)(id, .sample("office", "room-9")) { gathering, caller, _ in
            try gathering.setRoom(room, by: caller)
        }

        let second = try await ResetRehearsal(instance, towns: towns)(
            first, at: .pitching, people: 12, .sample("office", "reset-1"))

        #expect(second != first)
        #expect(instance.rehearsal(of: id) == second)
        let copy = try await instance.gatherings.read(second) { $0 }
        #expect(copy.programme.rooms.map(\.name.text) == ["Ratssaal", "Kaminzimmer", "Neuer Raum"])
        #expect(copy.attendees.present.count == 12)
        #expect(copy.day.phase == .pitching)
        #expect(try await instance.gatherings.read(first) { $0.exists } == false)
    }

    @Test func `is gone when it was ended: not listed, no names, no more acts`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)
        let rehearsal = try await start(instance, id)
        let sealed = try await instance.gatherings.read(rehearsal) { $0.attendees.present.map(\.profile) }
        #expect(sealed.compactMap { instance.keys(of: rehearsal).open($0) }.count == 12)

        let origin = try await EndRehearsal(instance)(rehearsal, .sample("office", "end-1"))

        #expect(origin == id)
        #expect(instance.rehearsal(of: id) == nil)
        #expect(try await instance.listed() == [id])
        #expect(sealed.compactMap { instance.keys(of: rehearsal).open($0) } == [])
        await #expect(throws: (any Error).self) {
            _ = try await JoinGathering(instance)(Profile(), in: rehearsal, .sample("late", "join-late"))
        }
        #expect(try await EndRehearsal(instance)(rehearsal, .sample("office", "end-2")) == id)
    }

    @Test func `can be ended after it was played to its end`() async throws {
        let instance = try await Instance.sample()
        let id = try await prepared(instance)
        let rehearsal = try await start(instance, id, at: .closing)
        try await EnterPhase(instance)(.ended, in: rehearsal, .sample("office", "play-to-the-end"))

        try await EndRehearsal(instance)(rehearsal, .sample("office", "end-1"))

        #expect(instance.rehearsal(of: id) == nil)
    }

    @Test func `leaves no byte in the data folder, neither in the journal nor in the keys`() async throws {
        let folder = try TemporaryFolder()
        let master = try MasterKey.sample()
        let journal = try SQLiteJournal(folder: folder("data"), freshEpoch: .sample)
        let keys = try await KeyRing(
            KeysSQLite(path: folder("keys.sqlite")), master: master,
            forgotten: ForgottenList(path: folder("data.forgotten")))
        let ballots = try BallotsSQLite.sample(path: folder("ballots.sqlite"))
        let instance = try await Instance.sample(
            lasting: .init(journal: journal, keys: keys, ballots: ballots))
        let id = try await prepared(instance)
        let before = try bytes(in: folder.path)

        let first = try await start(instance, id, at: .closing)
        #expect(try await instance.answerCount(in: first) > 5)
        let second = try await ResetRehearsal(instance, towns: towns)(
            first, at: .weighing, people: 12, .sample("office", "reset-1"))
        try await EndRehearsal(instance)(second, .sample("office", "end-1"))

        let after = try bytes(in: folder.path)
        #expect(after == before)
        #expect(before.keys.contains { $0.hasSuffix("keys.sqlite") })
        let all = after.values.reduce(into: Data()) { $0 += $1 }
        let names =
            PretendPeople.firstNames.map { "\"\($0)\"" } + PretendTopics.all.map(\.title) + [
                "probe-", "spannend",
            ]
        #expect(names.filter { all.firstRange(of: Data($0.utf8)) != nil } == [])
        #expect(try await journal.streams(kind: "gathering") == [StreamID(of: Gathering.self, id)])
    }

    /// Every file of a folder and of those below it; the memory that readers of a database share is none.
    private func bytes(in folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where !path.hasSuffix("-shm")
        {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
            if let data = try? Data(contentsOf: url) { found[path] = data }
        }
        return found
    }
}
