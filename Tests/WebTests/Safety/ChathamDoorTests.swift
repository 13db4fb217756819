import Domain
import Pages
import Testing

@testable import Web

/// The Chatham House rule in a gathering that shows names to everybody: whoever was there may know whose session it was,
/// nobody else reads it anywhere.
struct ChathamDoorTests {
    private static let paths = [
        "board", "topics", "proposals/3", "proposals/3/group", "records/3", "documentation",
        "documentation.md", "documentation.json", "projector", "series", "feedback",
    ]

    /// Only Bernd's session is under the rule; Cem of Balve goes on with it and may be named.
    private func ruled(_ isRuled: Bool = true) async throws -> Hall {
        let hall = try await Scenery.open(.published).hall
        try await hall.showNames(true)
        try await hall.seatFromTown(.cem, "Cem", "05962008")
        let joined = try await hall.post(
            hall.path("proposals/3/group/membership"), as: .cem,
            ["kind": "email", "contact": "", "audience": "group", "until": "2027-01-01", "named": "1"])
        var fields = ["solutions": "Karren", "seen": "0"]
        if isRuled { fields.merge(["chatham": "1", "wasChatham": "0"]) { $1 } }
        let written = try await hall.post(hall.path("records/3/writing"), as: .anna, fields)
        let released = try await hall.post(
            hall.path("records/3/release"), as: .bernd, ["seen": isRuled ? "2" : "1"])
        #expect([joined.status, written.status, released.status] == [303, 303, 303])
        return hall
    }

    @Test(arguments: [Guest.bernd, .anna, .moderator])
    func `also after somebody inside opened the same page`(_ inside: Guest) async throws {
        let hall = try await ruled()
        for path in Self.paths {
            _ = try await hall.get(hall.path(path), as: inside)
            let page = try await hall.get(hall.path(path), as: .anyone)
            for name in ["Bernd", "Cem"] { #expect(!page.contains(name), "\(name) in \(path)") }
            // Who took part is told by town and number, whatever they went to.
            let towns = path.hasPrefix("documentation") ? 1 : 0
            #expect(page.body.ranges(of: "Balve").count == towns, "\(path)")
        }
        #expect(try await hall.get(hall.path("board"), as: .anna).contains("Bernd"))
        #expect(try await hall.get(hall.path("documentation"), as: .anyone).contains("Karren"))
    }

    @Test func `nor does a live frame carry it to strangers`() async throws {
        let hall = try await ruled()

        #expect(try await !hall.frame(for: .anyone).contains("Bernd"))
        #expect(try await hall.frame(for: .anna).contains("Bernd"))
    }

    @Test func `without the rule the same pages name them`() async throws {
        let hall = try await ruled(false)
        for path in [
            "board", "topics", "proposals/3", "documentation", "documentation.md", "documentation.json",
        ] {
            #expect(try await hall.get(hall.path(path), as: .anyone).contains("Bernd"), "\(path)")
        }
        for path in ["proposals/3/group", "documentation", "documentation.json"] {
            let towns = path.hasPrefix("documentation") ? 2 : 1
            #expect(try await hall.get(hall.path(path), as: .anyone).body.ranges(of: "Balve").count >= towns)
        }
        #expect(try await hall.frame(for: .anyone).contains("Bernd"))
    }
}
