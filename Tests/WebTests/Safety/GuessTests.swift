import Actions
import Domain
import HTTPTypes
import Logging
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

struct GuessTests {
    @Test func `guesses sent at once are each counted before they are looked at`() async throws {
        let hall = try await Hall.open()

        let statuses = try await withThrowingTaskGroup { group in
            for _ in 1...25 {
                group.addTask { try await hall.post("/code", as: .anna, ["code": "abc234"]).status }
            }
            return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        }

        #expect(statuses == [422: 10, 429: 15])
    }

    @Test func `who waited may guess again`() async throws {
        let hall = try await Hall.open()
        for _ in 1...10 { try await hall.post("/code", as: .anna, ["code": "abc234"]) }
        let refused = try await hall.post("/code", as: .anna, ["code": "abc234"])
        #expect([refused.status == 429, refused.headers[.retryAfter] == "30"] == [true, true])
        #expect(refused.contains("Das waren viele falsche Codes."))

        hall.clock.advance(seconds: 30)

        #expect(try await hall.post("/code", as: .anna, ["code": "abc234"]).status == 422)
    }

    @Test func `a prankster in the castle keeps nobody out whose gathering is there`() async throws {
        let hall = try await Hall.open()
        let elsewhere = try await CreateGathering(hall.instance)(
            .sample(), hall.acting(.organiser, "create-2"))
        let here = try await hall.site.parts.joinCode(of: hall.id).text
        let there = try await hall.site.parts.joinCode(of: elsewhere).text
        #expect(try await hall.get(hall.path("projector"), as: .projector).status == 200)

        try await hall.guessWrong(times: 200)

        #expect(try await hall.post("/code", as: .bernd, ["code": "abc234"]).status == 429)
        #expect(try await hall.post("/code", as: .bernd, ["code": here]).status == 303)
        #expect(try await hall.get("/j/\(here)", as: .bernd).status == 200)
        #expect(try await hall.post("/code", as: .bernd, ["code": there]).status == 429)
    }

    @Test func `right codes of a whole hall take nothing from anybody`() async throws {
        let hall = try await Hall.open()
        let code = try await hall.site.parts.joinCode(of: hall.id).text

        for _ in 1...40 { #expect(try await hall.post("/code", as: .anna, ["code": code]).status == 303) }
    }

    @Test func `wrong links are counted by both ways to open one, a right one always opens`() async throws {
        let hall = try await Hall.open()
        let link = try await MakeLink(hall.instance)(.moderator, in: hall.id, hall.acting(.organiser, "make"))
        for _ in 1...5 { #expect(try await hall.get("/l/\(hall.id)-wrong", as: .anna).status == 404) }
        for _ in 1...5 { #expect(try await hall.post("/l/\(hall.id)-wrong", as: .anna).status == 404) }

        #expect(try await hall.get("/l/\(hall.id)-wrong", as: .anna).status == 429)
        #expect(try await hall.post("/l/\(hall.id)-wrong", as: .anna).status == 429)
        #expect(try await hall.post("/l/\(link.token)", as: .anna).status == 303)
    }

    @Test func `personal codes are guessed slowly, whoever has a seat there`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")
        let code = hall.instance.secret.personalCode(of: anna, in: hall.id, serial: 1).text
        _ = try await hall.get(hall.path("topics"), as: .anna)

        try await hall.guessWrong(times: 60, in: hall.id)
        let refused = try await hall.post(hall.path("return"), as: .bernd, ["personalCode": code])
        #expect(try await hall.get(hall.path("profile"), as: .bernd).status == 303)
        hall.clock.advance(seconds: 10)
        let again = try await hall.post(hall.path("return"), as: .bernd, ["personalCode": code])

        #expect([refused.status, again.status] == [429, 303])
    }

    @Test func `a moderator is told of thirty wrong codes, not of a few, and not an hour later`() async throws
    {
        let hall = try await Hall.open()
        _ = try await hall.get(hall.path("projector"), as: .projector)
        var told: [Bool] = []

        for (times, isForSeats) in [(29, false), (1, true)] {
            try await hall.guessWrong(times: times, in: isForSeats ? hall.id : nil)
            told.append(
                try await hall.get(hall.path("console"), as: .moderator).contains(
                    "30 falsche Codes in kurzer Zeit"))
        }
        hall.clock.advance(seconds: 15 * 60)
        told.append(try await hall.get(hall.path("console"), as: .moderator).contains("falsche Codes"))

        #expect(told == [false, true, false])
    }

    @Test func `wrong codes from elsewhere are no gathering's matter`() async throws {
        let hall = try await Hall.open()

        try await hall.guessWrong(times: 40)

        #expect(hall.site.parts.attempts.wrongCount(in: hall.id, at: hall.clock.now.instant) == 0)
    }

    @Test func `an operator reads one line a minute of guessing and of foreign forms, however many`()
        async throws
    {
        let log = KeptLog(.notice)
        let hall = try await Hall.open(logger: log.logger)
        let foreign = HTTPFields.named(["Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"])

        for _ in 1...15 { try await hall.post("/code", as: .anna, ["code": "abc234"]) }
        for _ in 1...3 { _ = try await hall.send(.post, "/code", as: .bernd, foreign, body: nil) }
        hall.clock.advance(seconds: 60)
        _ = try await hall.send(.post, "/code", as: .bernd, foreign, body: nil)

        #expect(
            log.lines == [
                "Too many wrong codes from one place: they have to wait. [:]",
                "A form of another site was refused. [:]",
                "A form of another site was refused. [\"since the last line\": 2]",
            ])
    }

    @Test func `a claim tapped twice opens once, and says nothing else to who tapped`() async throws {
        let hall = try await Hall.open()
        let claim = try await MakeLink(hall.instance)(
            .organiser, in: Access.house, .sample("server", "claim-2"), caller: Caller(roles: [.organiser]),
            worksOnce: true)

        let taps = [
            try await hall.post("/l/\(claim.token)", as: .anna),
            try await hall.post("/l/\(claim.token)", as: .anna),
        ]
        let other = try await hall.post("/l/\(claim.token)", as: .bernd)

        #expect(taps.map(\.status) == [303, 303])
        #expect(taps.map(\.location) == ["/organiser", "/organiser"])
        #expect(other.status == 410)
    }

    @Test(arguments: [
        ("2001:db8::1", "2001:db8:0:0:9::2"), ("::1", "0:0:0:0:5::"), ("::ffff:192.0.2.7", "192.0.2.200"),
        ("fe80::1%eth0", "fe80::2"),
    ])
    func `ways to write an address are one block`(_ pair: (String, String)) throws {
        let blocks = [pair.0, pair.1].map {
            AddressBlock(nil, forwarded: $0, trustedProxies: ["local"]).text
        }

        #expect(blocks[0] == blocks[1])
        #expect(AddressBlock(nil, forwarded: "2001:db8:0:1::1", trustedProxies: ["local"]).text != blocks[0])
    }

    @Test func `a table of buckets keeps those from which most was taken`() {
        let start = Instant(milliseconds: 0)
        var buckets = Buckets<Int>(Rate(burst: 10, milliseconds: 1_000), countMax: 100)
        for _ in 1...10 { buckets.take(-1, at: start) }

        for name in 0..<1_000 { buckets.take(name, at: start) }

        #expect(buckets.count <= 100)
        #expect(buckets.waitMilliseconds(-1, at: start) == 1_000)
        #expect(buckets.waitMilliseconds(-1, at: Instant(milliseconds: 1_000)) == 0)
    }

    @Test func `a clock that is put back closes nothing for longer than the bucket is deep`() {
        var bucket = Bucket()
        let rate = Rate(burst: 5, milliseconds: 1_000)
        bucket.take(rate, at: Instant(milliseconds: 1_000_000))

        #expect(bucket.waitMilliseconds(rate, at: Instant(milliseconds: 0)) == 1_000)
    }
}

extension Hall {
    /// Each from another device of the same network.
    fileprivate func guessWrong(times: Int, in gathering: Gathering.ID? = nil) async throws {
        for number in 1...times {
            let guesser = Attempts.Guesser(
                device: .certain("prank\(number)"), block: "local", gathering: gathering)
            let found: Bool? = try await site.parts.attempts.guess(guesser, at: clock.now.instant) { nil }
            #expect(found == nil)
        }
    }
}
