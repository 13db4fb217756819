import Actions
import Domain
import Foundation
import FoundationNetworking
import Journal
import JournalSQLite
import Testing

@testable import tafelrunde

/// Somebody leaves after the backup was made: what comes back may know that they were there, and not who they are.
struct ForgottenPeopleTests {
    @Test func `pages of a backup that came back call whoever left a deleted person`() async throws {
        let workplace = try Workplace()
        let command = Command(workplace: workplace)
        #expect(try await command.serve().stop() == 0)
        let seats = try await SeatedPeople.seat(in: workplace)
        let backup = try await command.run("backup", "-o", "a.journal", "--keys", "a.keys")
        #expect(backup.exitCode == 0, "\(backup.complaints)")
        #expect(try await names(on: command, "data", seats).allSatisfy { $0.contains("Annegret") })

        try await SeatedPeople.leave(seats.anna, in: seats.gathering, workplace)
        let restored = try await command.run(
            "restore", "a.journal", "--into", "new/data", "--keys", "a.keys", "--forgotten", "data.forgotten")

        #expect(restored.exitCode == 0, "\(restored.complaints)")
        for page in try await names(on: command, "new/data", seats) {
            #expect(!page.contains("Annegret") && page.contains("gelöschte Person"))
            #expect(page.contains("Bernhard"))
        }
    }

    /// What everybody is shown where their names stand; each page has to be there.
    private func names(on command: Command, _ data: String, _ seats: SeatedPeople) async throws -> [String] {
        let server = try await command.serve("--data", data)
        let port = try server.line("Address").split(separator: ":").last ?? ""
        var pages: [String] = []
        for path in ["topics", "proposals/1"] {
            let url = try #require(URL(string: "http://127.0.0.1:\(port)/g/\(seats.gathering)/\(path)"))
            var request = URLRequest(url: url)
            request.setValue("de", forHTTPHeaderField: "Accept-Language")
            let (data, answer) = try await URLSession.shared.data(for: request)
            #expect((answer as? HTTPURLResponse)?.statusCode == 200, "\(path)")
            pages.append(String(decoding: data, as: UTF8.self))
        }
        #expect(await server.stop() == 0)
        return pages
    }
}

/// A gathering on disk whose names everybody may see: Anna and Bernd offer a topic together.
struct SeatedPeople: Sendable {
    let gathering: Gathering.ID
    let anna: Participant.ID

    static func seat(in workplace: Workplace) async throws -> SeatedPeople {
        try await open(workplace) { instance in
            let organiser = Acting(device: .init(number: 1), act: .init(number: 1))
            _ = try await instance.access.change(
                Access.house, ActKey(actor: .init(number: 1), act: .init(number: 2)),
                at: instance.now().instant
            ) { _ in [.granted(device: .init(number: 1), role: .organiser, participant: nil)] }
            var facts = Facts(
                title: try Title("Runder Tisch"), form: .barcamp, date: instance.now().date,
                venue: try VenueName("Rathaus"), tone: .du)
            facts.rules.showsNamesToEveryone = true
            let id = try await CreateGathering(instance)(
                .init(facts: facts, rooms: [], slots: []), organiser)
            var people: [Participant.ID] = []
            for (index, name) in ["Annegret", "Bernhard"].enumerated() {
                let acting = Acting(device: .init(number: 10 + index), act: .init(number: 3))
                let profile = Profile(firstName: try FirstName(name))
                people.append(try await JoinGathering(instance)(profile, in: id, acting))
            }
            let hosts = people
            let content = Proposal.Content(title: try Title("Radwege"))
            try await ChangeGathering(instance)(
                id, Acting(device: .init(number: 1), act: .init(number: 4))
            ) { gathering, caller, _ in
                try gathering.propose(content, host: hosts[0], coHosts: [hosts[1]], by: caller)
            }
            return SeatedPeople(gathering: id, anna: people[0])
        }
    }

    static func leave(_ person: Participant.ID, in gathering: Gathering.ID, _ workplace: Workplace)
        async throws
    {
        try await open(workplace) { instance in
            try await LeaveGathering(instance)(
                person, .takenOut, in: gathering,
                Acting(device: .init(number: 1), act: .init(number: 5)))
        }
    }

    /// What runs on the data folder while no server does.
    private static func open<Result: Sendable>(
        _ workplace: Workplace, _ body: (Instance) async throws -> Result
    ) async throws -> Result {
        let journal = try SQLiteJournal(folder: workplace.path("data"), freshEpoch: Epoch(1))
        let keys = try KeysSQLite(path: workplace.path("data/keys.sqlite"))
        let master = try MasterKey.open(.beside(folder: workplace.path("data")), isFirstStart: false)
        let ring = try await KeyRing(
            keys, master: master, forgotten: try ForgottenList(path: workplace.path("data.forgotten")))
        let now = try #require(try WallClock().now())
        let instance = Instance(
            stores: Stores(
                lasting: .init(journal: journal, keys: ring, ballots: Nowhere()),
                rehearsals: Rehearsals { try await RehearsalStore.open(master) }),
            secret: ServerSecret(master), switchboard: Switchboard(), chance: .system, now: { now })
        let result = try await body(instance)
        await instance.close()
        try journal.close()
        try keys.close()
        return result
    }
}
