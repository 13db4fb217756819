import Actions
import Foundation
import Journal
import Lookup
import TestSupport
import Testing

@testable import Domain

/// Nothing that is sealed gets into the lookup, and nothing that was taken back stays in its bytes.
struct SecrecyTests {
    @Test func `no name, town, hashtag, code or note of anybody is in any byte of its files`() async throws {
        let folder = try TemporaryFolder()
        let instance = try await Instance.sample()
        let id = try await instance.sampleGathering(by: "organiser-device")
        let profile = Profile(
            firstName: try FirstName("Quirinia"),
            organisation: .other(name: try OrganisationName("Zauberhausen")),
            hashtags: [try Hashtag("flugdrachen")])
        let anna = try await JoinGathering(instance)(profile, in: id, .sample("anna-device", "join-anna"))
        let content = Proposal.Content(title: try Title("Leerstand"))
        try await ChangeGathering(instance)(id, .sample("anna-device", "propose-1")) { gathering, caller, _ in
            try gathering.propose(content, by: caller)
        }
        let journal = instance.lasting.journal
        let organiser = Organiser(
            id: "1", name: try OrganiserName("Wilhelmine Amtmann"), part: .organiser, imprint: .none,
            privacy: .none,
            email: .none)
        let record = try #require(Record.ID(of: "1", in: id))
        let step = Record.Step.ID(number: 1)
        let texts: [Record.Field: String] = [
            .solutions: "Vertrag", .goingOn: "Ort Kyrillstadt", .step(step, .who): "Ottokar",
            .step(step, .what): "Tun",
        ]
        let edits = texts.sorted { $0.key < $1.key }.map {
            Record.Edit(field: $0.key, at: 0, removed: "", inserted: $0.value)
        }
        let steps = [Board.Setting("1", placement: Placement(place: Place(slot: "1", room: "1")))]
        let board: [Gathering.Change] = [
            .programme(change: .organiserSet(organiser: organiser)),
            .board(change: .draftChanged(steps: steps, how: .laid)), .board(change: .published(number: 1)),
        ]
        let written: [Record.Change] = [
            .written(by: anna, edits: edits, clashes: nil, restored: nil),
            .released(revision: 1, by: anna, namesConfirmed: 0),
        ]
        _ = try await journal.append([
            Act(
                key: ActKey(actor: "test", act: "test-act-1"), moment: .sample,
                writes: [
                    Write(of: Gathering.self, id, changes: board),
                    Write(of: Record.self, record, changes: written),
                ])
        ])

        let lookup = try Lookup(folder("lookup"), journal: journal, isForgotten: { _ in false })
        try await lookup.catchUp()

        #expect(try await lookup.found("leerstand vertrag", own: [id]) == ["record: Leerstand"])
        let bytes = try Self.bytes(folder)
        #expect(bytes.holds("Leerstand") && bytes.holds("vertrag"))
        let secrets = [
            "Quirinia", "quirinia", "uirinia", "Zauberhausen", "zauberhausen", "flugdrachen", "Wilhelmine",
            "Amtmann", "Kyrillstadt",
            "kyrillstadt", "Ottokar", "ottokar", anna.text, "anna-device", "organiser-device",
        ]
        for secret in secrets { #expect(!bytes.holds(secret), "\(secret)") }
    }

    @Test func `what was taken back is in no byte after the next cleaning`() async throws {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        for number in 1...60 {
            let texts: [Record.Field: String] = [
                .solutions: "vorher\(number)aaa nachher", .questions: "frage\(number)bbb",
            ]
            try await chronicle.releasing("Titel\(number)ccc", texts, in: .certain("g\(number)"))
        }
        let lookup = try await chronicle.filled(folder("lookup"))

        for number in 1...40 {
            let id = Gathering.ID.certain("g\(number)")
            switch number % 3 {
            case 0: try await chronicle.change("1", in: id, .releaseWithdrawn)
            case 1: try await chronicle.change(id, .topics(change: .hidden(id: "1")))
            default: try await chronicle.forget(id)
            }
            try await lookup.catchUp()
        }
        try await lookup.clean()

        let bytes = try Self.bytes(folder)
        for number in 1...40 {
            #expect(!bytes.holds("vorher\(number)aaa") && !bytes.holds("frage\(number)bbb"), "\(number)")
            #expect(number.isMultiple(of: 3) || !bytes.holds("itel\(number)ccc"), "\(number)")
        }
        for number in 41...60 { #expect(bytes.holds("vorher\(number)aaa"), "\(number)") }
    }

    @Test func `what has to be cleaned is remembered over a restart`() async throws {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "geheimnis"])
        let lookup = try await chronicle.filled(folder("lookup"))
        try await chronicle.change("1", in: "altena", .releaseWithdrawn)
        try await lookup.catchUp()
        await lookup.close()

        let again = try await chronicle.filled(folder("lookup"))
        try await again.clean()

        #expect(!(try Self.bytes(folder)).holds("geheimnis"))
        #expect(try await again.found("leerstand") == ["topic: Leerstand"])
    }

    private static func bytes(_ folder: TemporaryFolder) throws -> Data {
        try folder.names().filter { $0.hasPrefix("lookup") }.reduce(into: Data()) {
            $0 += try Data(contentsOf: URL(fileURLWithPath: folder($1)))
        }
    }
}

extension Data {
    fileprivate func holds(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
