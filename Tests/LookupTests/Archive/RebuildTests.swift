import Domain
import Foundation
import Lookup
import TestSupport
import Testing

/// Whatever happened, in whatever order: a lookup that followed it is the one that is made of the whole journal.
struct RebuildTests {
    @Test(arguments: 1...12)
    func `deleted and made anew it is the same, row by row`(_ seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        var dice = SeededGenerator(seed: seed)
        var following = try await chronicle.filled(folder("following"))

        for step in 1...150 {
            try await chronicle.anything(step, &dice)
            if Int.random(in: 0..<5, using: &dice) == 0 { try await following.catchUp() }
            if Int.random(in: 0..<40, using: &dice) == 0 {
                await following.close()
                following = try chronicle.lookup(folder("following"))
            }
            if Int.random(in: 0..<30, using: &dice) == 0 { try await following.clean() }
        }
        try await chronicle.releasing("Stadt am Ende", [.solutions: "Rathaus und Leerstand"], in: "olpe")
        try await following.catchUp()
        let anew = try await chronicle.filled(folder("anew"))

        let rows = try allRows(of: folder("anew"))
        #expect(try allRows(of: folder("following")) == rows)
        #expect(rows.count > 20)
        #expect(try await following.found("stadt", own: ["altena"]) == anew.found("stadt", own: ["altena"]))
    }
}

extension Chronicle {
    private static let words = [
        "Stadt", "Rathaus", "Bürgerbüro", "Leerstand", "Größe", "Straße", "Bauhof", "KI",
    ]
    private static let gatherings: [Gathering.ID] = ["altena", "balve", "soest"]

    /// One act that may happen, whether it makes sense or not.
    fileprivate func anything(_ step: Int, _ dice: inout SeededGenerator) async throws {
        func one<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &dice)] }
        let words = (0..<4).map { _ in one(Self.words) }
        let id = one(Self.gatherings)
        let session = Proposal.ID(number: Int.random(in: 1...4, using: &dice))
        let other = Proposal.ID(number: Int.random(in: 1...4, using: &dice))
        let text = words.joined(separator: " ")
        switch Int.random(in: 0..<22, using: &dice) {
        case 0: try await hold(id, words[0], isPublic: step.isMultiple(of: 2))
        case 1...3: try await propose(text, words[1], as: session, in: id)
        case 4: try await edit(session, text, in: id)
        case 5: try await change(id, .topics(change: .withdrawn(id: session)))
        case 6: try await change(id, .topics(change: .reopened(id: session)))
        case 7: try await change(id, .topics(change: .hidden(id: session)))
        case 8: try await change(id, .topics(change: .shown(id: session)))
        case 9: try await change(id, .topics(change: .merged(id: session, into: other)))
        case 10: try await change(id, .topics(change: .removed(id: session)))
        case 11...13: try await publish([session, other], number: step, in: id)
        case 14: try await publish([session], number: step, in: id, taking: [other])
        case 15: try await change(id, .board(change: .cancelled(id: session)))
        case 16, 17:
            let field = one([Record.Field.solutions, .questions, .startingPoint, .goingOn])
            try await write([field: words.joined(separator: "\n")], of: session, in: id)
        case 18, 19: try await change(session, in: id, .released(revision: step, by: nil, namesConfirmed: 0))
        case 20: try await change(session, in: id, .releaseWithdrawn)
        default: if step > 100 { try await forget("soest") } else { try await hold(id, text) }
        }
    }
}
