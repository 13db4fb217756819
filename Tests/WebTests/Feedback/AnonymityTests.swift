import Actions
import Domain
import Foundation
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// Everything that an instance writes or shows, searched byte by byte for what must not be there.
struct AnonymityTests {
    private static let guests: [(guest: Guest, name: String, word: String)] = [
        (.anna, "Annegret", "Himmelblau"), (.bernd, "Bernward", "Rosenrot"), (.cem, "Cemil", "Zitronengelb"),
        (.dora, "Dorothea", "Tannengrün"), (.secondModerator, "Emmerich", "Nachtschwarz"),
    ]

    /// What points at somebody: names, ids of seats and devices, in every way that they are written.
    private func traces(_ hall: Hall) async throws -> [String] {
        var traces = Self.guests.map(\.name)
        for (guest, _, _) in Self.guests {
            let device = hall.device(guest)
            traces.append(device.text)
            traces.append(guest.cookie)
            if let own = try await hall.instance.caller(device, in: hall.id).participant {
                traces.append(own.text)
            }
        }
        return traces
    }

    private func found(_ texts: [String], in data: Data) -> [String] {
        texts.filter { data.firstRange(of: Data($0.utf8)) != nil }
    }

    @Test func `no byte of any file or page joins a word with whoever said it`() async throws {
        let disk = try await DiskStore()
        let hall = try await Hall.open(lasting: disk.store)
        for (guest, name, _) in Self.guests { try await hall.seat(guest, name) }
        try await hall.enter(.closing)
        for (number, (guest, _, word)) in Self.guests.enumerated() {
            hall.clock.advance(seconds: 7)
            let answer = try await hall.post(
                hall.path("feedback"), as: guest,
                ["word1": word, "word2": "gemeinsam", "sentence": "Satz von \(number)."],
                act: "formact\(number)")
            #expect(answer.status == 303)
        }
        let words = Self.guests.map(\.word) + ["gemeinsam", "Satz von"]
        let traces = try await traces(hall)
        let acts = (0..<5).map { "formact\($0)" } + ["179525"]
        try await disk.backUp(to: "open.journal")

        // While it is open, words lie in one file only, and nothing else lies there.
        for (path, data) in try disk.files() {
            if path == "data/ballots.sqlite" {
                #expect(found(words, in: data) == words)
                #expect(found(traces + acts, in: data) == [], "\(path)")
            } else {
                #expect(found(words, in: data) == [], "\(path)")
                #expect(found(["formact"], in: data) == [], "\(path)")
            }
        }

        try await hall.post(hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback"))
        try await hall.post(
            hall.path("feedback/release"), as: .moderator, from: hall.path("console/feedback"))
        try await disk.backUp(to: "closed.journal")

        // Then they lie in one entry, sorted, and the box has no byte of them.
        let files = try disk.files()
        #expect(found(words + traces, in: try #require(files["data/ballots.sqlite"])) == [])
        #expect(found(words, in: try #require(files["data/keys.sqlite"])) == [])
        #expect(found(words, in: try #require(files["closed.journal"])) == words)
        let telling = try await disk.store.journal.allEntries().filter {
            !found(words, in: Data($0.body)).isEmpty
        }
        let entry = try #require(telling.first)
        #expect(telling.count == 1 && entry.stream.description == "feedback/\(hall.id)")
        #expect(found(traces + acts, in: Data(entry.body)) == [])
        #expect(!traces.contains(entry.key.actor.text))
        let closed = try #require(try await hall.instance.feedbacks.read(hall.id) { $0.closed })
        #expect(
            closed.words.map(\.text)
                == ["gemeinsam", "Himmelblau", "Nachtschwarz", "Rosenrot", "Tannengrün", "Zitronengelb"])

        // And no page that shows a word shows anybody.
        for path in ["feedback", "projector", "console/feedback"] {
            let page = try await hall.get(hall.path(path), as: .moderator)
            #expect(page.contains("Himmelblau"), "\(path)")
            #expect(found(traces, in: Data(page.body.utf8)) == [], "\(path)")
        }
    }

    @Test func `a box that is open comes back from no backup, and a closed one stays destroyed`() async throws
    {
        let disk = try await DiskStore()
        let hall = try await Hall.open(lasting: disk.store)
        for (guest, name, _) in Self.guests { try await hall.seat(guest, name) }
        try await hall.enter(.closing)
        try await hall.post(hall.path("feedback"), as: .anna, ["word1": "Himmelblau"])
        try await disk.backUp(to: "open.journal")

        let files = try disk.files()

        #expect(found(["Himmelblau"], in: try #require(files["open.journal"])) == [])
        try await hall.post(hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback"))
        let late = try await hall.post(hall.path("feedback"), as: .bernd, ["word1": "Rosenrot"])
        #expect(late.status == 409)
        #expect(
            found(["Himmelblau", "Rosenrot"], in: try #require(try disk.files()["data/ballots.sqlite"])) == []
        )
    }
}
