import Actions
import Domain
import Foundation
import Journal
import Logging
import Testing

@testable import tafelrunde

struct ForgottenGatheringTests {
    let workplace: Workplace

    init() throws {
        workplace = try Workplace()
    }

    @Test func `a backup from before shows nothing of a gathering that was deleted after it`() async throws {
        let (gathering, keys) = try await made()
        let backup = Backup(settings("data"))
        _ = try await backup.run(workplace.path("a.journal"), keys: workplace.path("a.keys"))
        try await working("data") { instance async throws in
            try await ForgetGathering(instance)(gathering, named: "Runder Tisch", Self.acting("delete-it"))
            #expect(try await instance.listed() == [])
        }
        #expect(try await keyNames(in: workplace.path("data/keys.sqlite")) == [])

        let restore = Restore(
            file: workplace.path("a.journal"), folder: DataFolder(workplace.path("new")),
            keysPath: workplace.path("a.keys"))
        let done = try await restore.run(forgottenLists: [workplace.path("data.forgotten")])

        #expect(done.keyCount == 0)
        #expect(done.forgottenCount == keys)
        let lines = Lines()
        try await working("new") { instance async throws in
            #expect(try await instance.house.read(House.theOne) { $0.order } == [gathering])
            #expect(try await instance.listed() == [])
            #expect(try await instance.gatherings.read(gathering) { $0 } == Gathering(id: gathering))
            #expect(try await instance.caller(Self.device, in: gathering) == .nobody)
            let code = instance.secret.digest(instance.secret.joinCode(of: gathering, serial: 1))
            #expect(try await instance.gathering(withCode: code) == nil)

            await Housekeeping(instance: instance, logger: lines.logger(.plain)).round()

            #expect(try await instance.house.read(House.theOne) { $0.order } == [])
        }
        #expect(lines.all == [])
    }

    @Test func `that it was deleted is one line in the log, without a name`() async throws {
        let (gathering, _) = try await made()
        let lines = Lines()
        try await working("data") { instance, journal async throws in
            try await ForgetGathering(instance)(gathering, named: "Runder Tisch", Self.acting("delete-it"))
            let log = EventLog(instance: instance, logger: lines.logger(.plain))
            let entries = try await journal.entries(after: .start, limit: 100)
            for entry in entries.suffix(1) { await log.note(entry) }
        }

        let line = try #require(lines.all.first)
        #expect(lines.all.count == 1)
        #expect(
            line.contains(
                "A gathering was deleted. event=gatheringForgotten gathering=\(gathering) position="))
        #expect(!line.contains("Runder"))
    }

    private static let device = Device.ID(number: 1)

    private static func acting(_ act: String) -> Acting {
        Acting(device: device, act: ActID(act) ?? ActID(number: 0))
    }

    private func settings(_ folder: String) -> Settings {
        var settings = Settings()
        settings.dataFolder = workplace.path(folder)
        return settings
    }

    /// A gathering with somebody in it, and how many keys it has.
    private func made() async throws -> (Gathering.ID, Int) {
        try await working("data") { instance async throws in
            _ = try await instance.access.change(
                Access.house, ActKey(actor: .init(number: 1), act: .init(number: 1)),
                at: instance.now().instant
            ) { _ in
                [.granted(device: Self.device, role: .organiser, participant: nil)]
            }
            let facts = Facts(
                title: try Title("Runder Tisch"), form: .barcamp, date: instance.now().date,
                venue: try VenueName("Rathaus"), tone: .du)
            let id = try await CreateGathering(instance)(
                .init(facts: facts, rooms: [], slots: []), Self.acting("create-it"))
            _ = try await JoinGathering(instance)(
                Profile(firstName: try FirstName("Anna")), in: id, Self.acting("join-here"))
            return (id, instance.keys(of: id).names(of: id).count)
        }
    }

    private func working<Made>(_ folder: String, _ work: (Instance) async throws -> Made) async throws -> Made
    {
        try await working(folder) { instance, _ in try await work(instance) }
    }

    private func working<Made>(
        _ folder: String, _ work: (Instance, any Journal) async throws -> Made
    ) async throws -> Made {
        let data = DataFolder(workplace.path(folder))
        try data.make()
        let opened = try await OpenInstance.open(settings(folder), try await data.lockToServe())
        do {
            let made = try await work(opened.instance, opened.journal)
            await opened.close()
            return made
        } catch {
            await opened.close()
            throw error
        }
    }
}
