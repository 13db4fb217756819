import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// A seat on several devices, and links after the day.
struct OwnDevicesTests {
    @Test func `a lost phone is signed out, and its code opens nothing any more`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")
        let old = hall.instance.secret.personalCode(of: anna, in: hall.id, serial: 1)
        #expect(
            try await hall.post(hall.path("return"), as: .bernd, ["personalCode": old.text]).status == 303)
        #expect(try await hall.get(hall.path("profile"), as: .bernd).status == 200)

        let answer = try await hall.post(hall.path("profile/devices/removal"), as: .anna)

        #expect(answer.status == 303)
        #expect(try await hall.get(hall.path("profile"), as: .bernd).status == 303)
        #expect(
            try await hall.post(hall.path("return"), as: .bernd, ["personalCode": old.text]).status == 422)
        let new = hall.instance.secret.personalCode(of: anna, in: hall.id, serial: 2)
        #expect(try await hall.get(hall.path("profile"), as: .anna).contains(new.spoken))
    }

    @Test func `a participant renews the own code and sees it`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")

        let answer = try await hall.post(hall.path("people/\(anna)/code"), as: .anna)

        #expect([answer.status == 303, answer.location == hall.path("profile")] == [true, true])
        let new = hall.instance.secret.personalCode(of: anna, in: hall.id, serial: 2)
        #expect(try await hall.get(hall.path("profile"), as: .anna).contains(new.spoken))
    }

    @Test func `an organiser signs out a lost tablet, and keeps the own`() async throws {
        let hall = try await Hall.open()
        let link = try await MakeLink(hall.instance)(.organiser, in: hall.id, hall.acting(.organiser, "make"))
        #expect(try await hall.post("/l/\(link.token)", as: .dora).status == 303)
        #expect(try await hall.get(hall.path("console"), as: .dora).status == 200)
        #expect(try await hall.post(hall.path("devices/removal"), as: .moderator).status == 403)

        #expect(try await hall.post(hall.path("devices/removal"), as: .organiser).status == 303)

        #expect(try await hall.get(hall.path("console"), as: .dora).status == 403)
        #expect(try await hall.get(hall.path("console"), as: .organiser).status == 200)
        #expect(try await hall.get(hall.path("console"), as: .moderator).status == 200)
    }

    @Test func `a link that is found a day after the end opens nothing`() async throws {
        let hall = try await Hall.open()
        let link = try await MakeLink(hall.instance)(.moderator, in: hall.id, hall.acting(.organiser, "make"))
        try await hall.enter(.ended)
        hall.clock.advance(seconds: 24 * 3600)

        let look = try await hall.get("/l/\(link.token)", as: .bernd)
        let open = try await hall.post("/l/\(link.token)", as: .bernd)

        #expect([look.status, open.status] == [410, 410])
        #expect(try await hall.get(hall.path("console"), as: .bernd).status == 403)
        let fresh = try await MakeLink(hall.instance)(
            .moderator, in: hall.id, hall.acting(.organiser, "late"))
        #expect(try await hall.post("/l/\(fresh.token)", as: .bernd).status == 303)
    }

    @Test func `a link of a gathering that nobody ended opens nothing two days after its date`() async throws
    {
        let hall = try await Hall.open()
        let link = try await MakeLink(hall.instance)(.moderator, in: hall.id, hall.acting(.organiser, "make"))

        hall.clock.advance(seconds: 2 * 24 * 3600)

        #expect(try await hall.post("/l/\(link.token)", as: .bernd).status == 410)
    }

    @Test func `what was said yesterday carries its day`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.post(hall.path("announcements"), as: .moderator, ["text": "Pause im Hof"])
        #expect(try await hall.get(hall.path("topics"), as: .anna).contains("10:00"))

        hall.clock.advance(seconds: 24 * 3600 + 1800)

        #expect(try await hall.get(hall.path("topics"), as: .anna).contains("21.\u{A0}November, 10:00"))
    }
}
