import Domain
import Testing

struct HouseTests {
    @Test func `lists a gathering under its code`() throws {
        let house = try House(id: House.theOne).doing(at: 5) {
            try $0.list("g1", codeSerial: 1, codeDigest: "c1")
        }

        #expect(house.gathering(withCode: "c1") == "g1")
        #expect(house.order == ["g1"])
        #expect(house.gatherings["g1"]?.madeAt == 5)
        #expect(try house.list("g1", codeSerial: 1, codeDigest: "c1") == [])
    }

    @Test func `another code replaces the first and keeps when it was made`() throws {
        let house = try House(id: House.theOne)
            .doing(at: 5) { try $0.list("g1", codeSerial: 1, codeDigest: "c1") }
            .doing(at: 9) { try $0.list("g1", codeSerial: 2, codeDigest: "c2") }

        #expect(house.gathering(withCode: "c1") == nil)
        #expect(house.gathering(withCode: "c2") == "g1")
        #expect(house.gatherings["g1"]?.madeAt == 5)
        #expect(house.gatherings["g1"]?.codeSerial == 2)
        #expect(house.order == ["g1"])
    }

    @Test func `a forgotten gathering is found no more`() throws {
        let house = try House(id: House.theOne)
            .doing { try $0.list("g1", codeSerial: 1, codeDigest: "c1") }
            .doing { try $0.list("g2", codeSerial: 1, codeDigest: "c2") }
            .doing { _ in [.gatheringForgotten(id: "g1")] }

        #expect(house.gathering(withCode: "c1") == nil)
        #expect(house.order == ["g2"])
    }

    @Test func `no two gatherings have the same code`() throws {
        let house = try House(id: House.theOne).doing { try $0.list("g1", codeSerial: 1, codeDigest: "c1") }

        #expect(throws: House.Refused.codeTaken) {
            try house.list("g2", codeSerial: 1, codeDigest: "c1")
        }
        #expect(House.Refused.codeTaken.kind == .conflict)
        #expect(try house.list("g2", codeSerial: 2, codeDigest: "c2").count == 1)
    }
}

struct JoinCodeTests {
    @Test(arguments: ["k7m2xq", "K7M2XQ", "K7M 2XQ", " k7m-2xq ", "k 7 m 2 x q", "K7M\u{A0}2XQ"])
    func `is read however it was typed`(_ typed: String) {
        #expect(JoinCode(typed)?.text == "k7m2xq")
    }

    @Test(arguments: [
        "", "k7m2x", "k7m2xqa", "k0m2xq", "ko2345", "k1m2xq", "ki2345", "kl2345", "k7m2xä", "k7m_2x",
    ])
    func `is none with other characters or another length`(_ typed: String) {
        #expect(JoinCode(typed) == nil)
    }

    @Test func `is spoken in capitals and two groups`() {
        #expect(JoinCode("k7m2xq")?.spoken == "K7M 2XQ")
    }

    @Test func `a random one is read again from what is spoken`() {
        var dice = Dice(seed: 7)

        for _ in 0..<200 {
            let code = JoinCode.random(using: &dice)
            #expect(JoinCode(code.spoken) == code)
        }
    }
}

extension House {
    func doing(at moment: Instant = 1, _ verb: (House) throws -> [Change]) rethrows -> House {
        var house = self
        for change in try verb(self) { house.apply(change, at: moment) }
        return house
    }
}
