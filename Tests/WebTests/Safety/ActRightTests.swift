import Domain
import HTTPTypes
import Hummingbird
import Pages
import TestSupport
import Testing

@testable import Web

/// Every address that takes a form, sent by everybody there can be, against the table of rights in the domain.
struct ActRightTests {
    private static let halls = ManyHalls()

    @Test(.serialized, arguments: ActRow.all)
    func `each act is done for those with its right only`(_ row: ActRow) async throws {
        let scenery = try await Scenery.open(row.stage, in: Self.halls)
        let path = try await row.path(scenery)
        let fields = try await row.fields(scenery)
        let before = try await scenery.hall.positions()

        for (guest, role) in Self.guests where !row.isAllowed(guest, role) {
            let answer = try await scenery.hall.post(path, as: guest, fields)
            #expect(answer.status == 403, "\(guest) \(path)")
        }
        #expect(try await scenery.hall.positions() == before)

        for (index, (guest, _)) in Self.guests.filter(row.isAllowed).enumerated() {
            let answer = try await scenery.hall.post(path, as: guest, fields)
            #expect(answer.status != 403, "\(guest) \(path)")
            #expect(index > 0 || [200, 303].contains(answer.status), "\(guest) \(path): \(answer.status)")
        }
    }

    /// Empty fields, texts that are too long, numbers that are none: who may not do it at all is told that, and
    /// nothing else.
    @Test func `the right is asked for before the fields`() async throws {
        let names = ["title", "name", "text", "start", "slot", "room", "with", "into", "seen", "reason"]
        let wrong = Dictionary(uniqueKeysWithValues: names.map { ($0, String(repeating: "x", count: 300)) })
        let plain = try await Scenery.open()
        let rehearsing = try await Scenery.open(.rehearsing)

        for row in ActRow.all {
            let scenery = row.stage == .rehearsing ? rehearsing : plain
            let path = try await row.path(scenery)
            // Whose topic, and which role's link: these say what the act is.
            let kept = try await row.fields(scenery).filter { ["host", "role"].contains($0.key) }
            for (guest, role) in Self.guests where !row.isAllowed(guest, role) {
                for fields in [kept, wrong.merging(kept) { $1 }] {
                    let answer = try await scenery.hall.post(path, as: guest, fields)
                    #expect(answer.status == 403, "\(guest) \(path) \(fields.count)")
                }
            }
        }
    }

    @Test func `no address that takes a form is missing here`() async throws {
        let hall = try await Hall.open()
        let named = Set(ActRow.all.map(\.pattern))

        let forms = hall.site.router().routes.filter { $0.method != .get && $0.method != .head }
        let mounted = Set(forms.map { "\($0.path)".replacing("{", with: ":").replacing("}", with: "") })

        #expect(mounted.subtracting(named) == [])
        #expect(named.subtracting(mounted) == [])
        let ofConsole = Set(ModeratorAct.all(with: ":id").map { "/g/:gathering/" + $0.path })
        #expect(ofConsole.subtracting(mounted) == [])
    }

    /// One of each kind; whose moderator's link was revoked is nobody again.
    private static let guests: [(Guest, Role)] = [
        (.anyone, .anyone), (.cem, .anyone), (.secondModerator, .anyone), (.anna, .participant),
        (.bernd, .participant), (.projector, .projector), (.moderator, .moderator), (.organiser, .organiser),
    ]
}
