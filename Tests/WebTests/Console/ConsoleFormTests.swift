import Domain
import TestSupport
import Testing

@testable import Web

/// Forms of the console that say more than one thing, or remember what was said.
struct ConsoleFormTests {
    @Test func `a topic for somebody can have several hosts beside`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")
        let bernd = try await hall.seat(.bernd, "Bernd")
        let cem = try await hall.seat(.cem, "Cem")
        let page = try await hall.get(hall.path("console/topics?new=1"), as: .moderator)

        let fields = ["host": anna.text, "title": "Radwege", "coHosts": "\(bernd)&coHosts=\(cem)"]
        let body = fields.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        let answer = try await hall.postRaw(hall.path("proposals"), as: .moderator, body)

        #expect(page.body.ranges(of: "name=\"coHosts\"").count == 3)
        #expect(answer.status == 303)
        #expect(try await hall.gathering().topics["1"]?.hosts == [anna, bernd, cem])
    }

    @Test func `new times begin with the length and change-over of the gathering`() async throws {
        let hall = try await Hall.open()
        try await hall.post(
            hall.path("facts"), as: .organiser,
            ["wishWeightMax": "1", "slotMinutes": "35", "changeOverMinutes": "10"])

        try await hall.post(
            hall.path("slots/row"), as: .organiser, ["start": "17:00", "count": "2"])

        let slots = try await hall.gathering().programme.slots.suffix(2)
        #expect(slots.map(\.start.fieldText) == ["17:00", "17:45"])
        #expect(slots.map(\.lengthMinutes) == [35, 35])
        let page = try await hall.get(hall.path("console/prepare"), as: .organiser)
        #expect(page.contains("name=\"slotMinutes\"") && page.contains("value=\"35\""))
    }

    @Test(arguments: [("slotMinutes", "9"), ("slotMinutes", "241"), ("changeOverMinutes", "121")])
    func `a length that cannot be is refused beside its field`(_ field: String, _ minutes: String)
        async throws
    {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("facts"), as: .organiser, ["wishWeightMax": "1", field: minutes],
            from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("value=\"\(minutes)\""))
    }
}
