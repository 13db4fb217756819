import Domain
import Journal
import TestSupport
import Testing

@testable import Pages
@testable import Web

/// Every "no" through the door the visitor takes: its sentence, what was typed, and nothing kept.
struct RefusalDoorTests {
    private static let halls = ManyHalls()

    @Test(.serialized, arguments: RefusalRow.all)
    func `a refusal says its sentence, keeps what was typed and writes nothing`(_ row: RefusalRow)
        async throws
    {
        let scenery = try await Scenery.open(row.stage, in: Self.halls)
        let arranged = try await row.arrange(scenery)
        let before = try await scenery.hall.positions()

        let answer = try await row.send(scenery, arranged)

        let words = scenery.hall.site.parts.renderer.phrases(.du)
        let whole = words(PhraseName(stringLiteral: "refused.\(row.key)"), row.gaps)
        let sentence = whole.split(separator: "…", maxSplits: 1).first.map(String.init) ?? whole
        #expect(answer.status == row.status)
        #expect(answer.text.contains(sentence), "“\(sentence)” in: \(answer.text.suffix(3_000))")
        #expect(try await scenery.hall.positions() == before)
        guard let typed = row.typed else { return }
        let isKept =
            answer.text.contains("value=\"\(typed)\"") || answer.text.contains(">\(typed)</textarea>")
        #expect(isKept, "“\(typed)” in: \(answer.text.suffix(3_000))")
    }

    @Test func `every refusal is provoked here, or says why it cannot be`() async throws {
        let hall = try await Hall.open()
        let words = hall.site.parts.renderer.phrases(.du)

        let keys = Set(words.entries.keys.filter { $0.hasPrefix("refused.") }.map { String($0.dropFirst(8)) })

        let provoked = Set(RefusalRow.all.map(\.key))
        let unreachable = Set(RefusalRow.unreachable.keys)
        #expect(keys.subtracting(provoked).subtracting(unreachable) == [])
        #expect(provoked.union(unreachable).subtracting(keys) == [])
        #expect(provoked.intersection(unreachable) == [])
    }
}

extension Scenery {
    func edit(_ id: Proposal.ID, _ change: @escaping @Sendable (inout Proposal.Content) throws -> Void)
        async throws
    {
        try await hall.moderate(.certain("edit-topic-\(id)")) { gathering, caller in
            guard let topic = gathering.topics[id] else { throw Gathering.Refused.noSuchProposal }
            var content = topic.content
            try change(&content)
            return try gathering.edit(id, to: content, revision: topic.revision, by: caller)
        }
    }

    func place(_ id: Proposal.ID, _ slot: Slot.ID, _ room: Room.ID) async throws {
        try await hall.moderate(.certain("place-topic-\(id)")) { gathering, caller in
            try gathering.move(
                id, to: Place(slot: slot, room: room),
                seen: gathering.board.draft.placements[id]?.revision, by: caller)
        }
    }

    func park(_ id: Proposal.ID) async throws {
        try await hall.moderate(.certain("park-topic-\(id)")) { gathering, caller in
            try gathering.park(id, seen: gathering.board.draft.placements[id]?.revision, by: caller)
        }
    }

    /// As many changes as it takes to fill something up, a few hundred an act.
    func add(_ count: Int, _ change: @escaping @Sendable (Int) -> Gathering.Change) async throws {
        for first in stride(from: 1, through: count, by: 500) {
            try await hall.moderate(.certain("fill-it-up-\(first)")) { _, _ in
                (first...min(first + 499, count)).map(change)
            }
        }
    }

    func addTopics(_ count: Int, of host: Participant.ID) async throws {
        let content = Proposal.Content(title: try Title("Noch eines"))
        try await add(count) {
            .topics(
                change: .proposed(
                    id: .init(number: 100 + $0), hosts: [host], content: content, queueIndex: 0))
        }
    }
}
