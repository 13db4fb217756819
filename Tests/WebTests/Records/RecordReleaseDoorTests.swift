import Actions
import Domain
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

struct RecordReleaseDoorTests {
    @Test func `strangers read what was released, and nothing newer`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad")
        let before = try await hall.get(hall.path("records/1"), as: .anyone)
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        try await hall.post(
            hall.path("records/1/writing"), as: .bernd, ["solutions": "Rad und Bus", "seen": "1"])

        let outside = try await hall.get(hall.path("records/1"), as: .anyone)
        let inside = try await hall.get(hall.path("records/1"), as: .bernd)
        let older = try await hall.get(hall.path("records/1?released"), as: .bernd)

        #expect(!before.contains("Rad</p>"))
        #expect(outside.contains("Rad</p>") && !outside.contains("Bus"))
        #expect(inside.contains("Rad und Bus") && inside.contains("Öffentlich ist noch die Fassung"))
        #expect(older.contains("Rad</p>") && !older.contains("Bus"))
        for page in ["records/1/history", "records/1/writing"] {
            #expect(try await hall.get(hall.path(page), as: .anyone).status != 200)
        }
    }

    @Test func `the rule, once set, takes back what strangers read by name`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Annas Idee")
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        #expect(try await hall.get(hall.path("records/1"), as: .anyone).contains("Annas Idee"))

        try await hall.post(
            hall.path("records/1/writing"), as: .bernd, ["chatham": "1", "wasChatham": "0", "seen": "1"])

        #expect(!(try await hall.get(hall.path("records/1"), as: .anyone)).contains("Annas Idee"))
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2"])
        #expect(!(try await hall.get(hall.path("records/1"), as: .anyone)).contains("Annas Idee"))
    }

    @Test func `who may not release a record cannot lift its rule, and what was typed is kept`() async throws
    {
        let hall = try await Scenery.open(.published).hall
        let path = hall.path("records/1/writing")
        try await hall.post(path, as: .bernd, ["chatham": "1", "wasChatham": "0", "seen": "0"])

        let form = try await hall.get(path, as: .bernd)
        let host = try await hall.get(path, as: .anna)
        let refused = try await hall.post(
            path, as: .bernd, ["solutions": "Rad", "wasChatham": "1", "seen": "1"])
        let stays = try await hall.record("1")
        try await hall.post(path, as: .anna, ["wasChatham": "1", "seen": "2"])

        #expect(!form.contains(#"name="chatham""#) && !form.contains(#"name="wasChatham""#))
        #expect(host.contains(#"name="chatham" value="1" checked"#))
        #expect(refused.status == 409)
        #expect(stays.isChatham && stays.text(.solutions) == "Rad")
        #expect(!(try await hall.record("1")).isChatham)
    }

    @Test func `under the rule versions with names and who wrote on paper stay out of sight`() async throws {
        let hall = try await Scenery.open(.published).hall
        let path = hall.path("records/1/writing")
        try await hall.post(path, as: .anna, ["goingOn": "Vor Ort Attendorn", "paperAuthor": "Paul"])
        try await hall.post(path, as: .anna, ["goingOn": "Vor Ort Soest", "seen": "1"])
        try await hall.post(path, as: .bernd, ["goingOn": "Vor Ort Balve", "seen": "1"])
        #expect(try await hall.get(hall.path("records/1"), as: .anna).contains("Vor Ort Balve"))
        try await hall.post(path, as: .anna, ["chatham": "1", "wasChatham": "0", "seen": "3"])

        let page = try await hall.get(hall.path("records/1"), as: .anna)
        let form = try await hall.get(path, as: .anna)

        #expect(try await hall.record("1").clashes.count == 1)
        #expect(!page.contains("Soest") && !page.contains("Balve"))
        #expect(!form.contains("Paul"))
        #expect(form.contains("Vor Ort Balve"))
    }

    @Test func `the released version names those who wrote it, and nobody who came later`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.post(
            hall.path("records/1/writing"), as: .anna,
            ["solutions": "Rad", "paperAuthor": "Paul", "wasPaperAuthor": ""])
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        try await hall.post(
            hall.path("records/1/writing"), as: .bernd,
            ["questions": "Wann?", "seen": "1", "paperAuthor": "Eva", "wasPaperAuthor": "Paul"])

        let released = try await hall.get(hall.path("records/1?released"), as: .moderator)
        let draft = try await hall.get(hall.path("records/1"), as: .moderator)
        let earlier = try await hall.get(hall.path("records/1/history?revision=1"), as: .moderator)

        #expect(released.contains("Mitgeschrieben: Anna \u{B7} Paul (auf Papier)"))
        #expect(draft.contains("Mitgeschrieben: Anna \u{B7} Bernd \u{B7} Eva (auf Papier)"))
        #expect(earlier.contains("Mitgeschrieben: Anna \u{B7} "))
    }

    @Test func `a released record that somebody emptied can be withdrawn`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad")
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        try await hall.post(hall.path("records/1/writing"), as: .bernd, ["solutions": "", "seen": "1"])

        let page = try await hall.get(hall.path("records/1"), as: .anna)
        let list = try await hall.get(hall.path("console/records"), as: .moderator)
        try await hall.post(hall.path("records/1/release/withdrawal"), as: .anna)

        #expect(page.contains("Öffentlich ist noch die Fassung") && page.contains("Freigabe zurücknehmen"))
        #expect(!page.contains(#"action="\#(hall.path("records/1/release"))""#))
        #expect(list.contains("2 Sessions ohne Mitschrift"))
        #expect(!(try await hall.get(hall.path("records/1"), as: .anyone)).contains("Rad</p>"))
    }

    @Test func `after somebody left, a release waits until the text was looked at`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.post(
            hall.path("records/1/writing"), as: .anna,
            ["solutions": "Bernds Idee", "chatham": "1", "wasChatham": "0", "seen": "0"])
        try await LeaveGathering(hall.instance)(
            scenery.bernd, .leaving, in: hall.id, hall.acting(.bernd, "leave-it"))

        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2"])
        let held = try await hall.get(hall.path("records/1"), as: .anna)
        #expect(!(try await hall.get(hall.path("records/1"), as: .anyone)).contains("Idee"))
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2", "unread": "1"])

        #expect(held.contains(#"name="unread" value="1""#))
        #expect(try await hall.get(hall.path("records/1"), as: .anyone).contains("Idee"))
    }

    @Test func `under the Chatham House rule nobody is named anywhere`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.post(
            hall.path("records/1/writing"), as: .anna,
            [
                "solutions": "Annas Karren", "goingOn": "Attendorn", "step-s1-what": "Antrag",
                "step-s1-who": "Soest", "chatham": "1", "wasChatham": "0", "paperAuthor": "Paul", "seen": "0",
            ])
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2"])

        let held = try await hall.get(hall.path("records/1"), as: .anna)
        #expect(held.contains("wartet auf einen Blick"))
        #expect(held.contains(#"name="confirmed" value="Anna""#))
        #expect(!(try await hall.get(hall.path("records/1"), as: .anyone)).contains("Karren"))

        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2", "confirmed": "Anna"])

        for (page, guest) in [
            ("records/1", .anna), ("records/1", .anyone), ("records/1/history?revision=2", .bernd),
            ("print?what=records&session=1", .moderator),
        ] as [(String, Guest)] {
            let answer = try await hall.get(hall.path(page), as: guest)
            let main = answer.body.replacing("Annas Karren", with: "").replacing(
                #"name="confirmed" value="Anna""#, with: "")
            for name in ["Anna", "Attendorn", "Soest", "Paul"] {
                #expect(!main.contains(name), "\(name) in \(page) as \(guest)")
            }
        }
        #expect(try await hall.get(hall.path("records/1"), as: .anyone).contains("Antrag"))
    }
}
