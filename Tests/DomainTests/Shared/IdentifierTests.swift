import Domain
import Foundation
import Testing

struct IdentifierTests {
    @Test(arguments: ["a", "Z", "0", "-", "a-B-9", String(repeating: "x", count: 32)])
    func `is made of letters, digits and hyphens`(_ text: String) {
        #expect(Proposal.ID(text)?.text == text)
    }

    @Test(arguments: [
        "", String(repeating: "x", count: 33), "a b", "ä", "a/b", "..", "a_b", "a\u{0}", "٣", "a\n",
    ])
    func `refuses everything else`(_ text: String) {
        #expect(Proposal.ID(text) == nil)
    }

    @Test func `numbers come in the order of counting, before names`() {
        let ids: [Proposal.ID] = ["b", "10", "9", "1a", "a", "2"]

        #expect(ids.sorted() == ["2", "9", "10", "1a", "a", "b"])
    }

    @Test func `of any two that differ exactly one comes first`() {
        let ids: [Proposal.ID] = ["1", "01", "001", "9", "10", "1a", "-1", "a", "A", "1-"]

        for left in ids {
            for right in ids where left != right {
                #expect((left < right) != (right < left), "\(left) \(right)")
            }
            for right in ids {
                for third in ids where left < right && right < third { #expect(left < third) }
            }
        }
    }

    @Test func `a random one is short, readable and goes by its dice`() {
        var dice = Dice(seed: 1)
        var same = Dice(seed: 1)

        let first = Proposal.ID.random(using: &dice)

        #expect(first.text.count == 12)
        #expect(first.text.allSatisfy { String.readableAlphabet.contains($0) })
        #expect(first == Proposal.ID.random(using: &same))
        #expect(first != Proposal.ID.random(using: &dice))
    }

    @Test func `the readable alphabet has no 0 and O, no 1, I and L`() {
        #expect(String.readableAlphabet.count == 31)
        #expect(Set(String.readableAlphabet).intersection("01oOiIlL") == [])
    }

    @Test func `is a string in the journal, as a key too`() throws {
        let votes: [Proposal.ID: Int] = ["7": 12]

        let json = try JSONEncoder().encode(votes)

        #expect(String(decoding: json, as: UTF8.self) == #"{"7":12}"#)
        #expect(try JSONDecoder().decode([Proposal.ID: Int].self, from: json) == votes)
    }

    @Test(arguments: [#""a b""#, #""""#, "7"])
    func `is not read from what is none`(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Proposal.ID.self, from: Data(json.utf8))
        }
    }

    @Test(arguments: [#""2026-02-30""#, #""x""#])
    func `a date is not read from what is none`(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(LocalDate.self, from: Data(json.utf8))
        }
    }

    @Test(arguments: [#""24:00""#, #""x""#])
    func `a time is not read from what is none`(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(MinuteOfDay.self, from: Data(json.utf8))
        }
    }
}

struct KeyNameTests {
    @Test func `names a person's key and the wishes' key`() {
        let person = KeyName(gathering: "g1", purpose: .person("anna"))
        let wishes = KeyName(gathering: "g1", purpose: .wishes)

        #expect([person.description, wishes.description] == ["g1/person/anna", "g1/wishes"])
        #expect([KeyName("g1/person/anna"), KeyName("g1/wishes")] == [person, wishes])
    }

    @Test(arguments: [
        "", "g1", "g1/", "/wishes", "g1/wishes/", "g1/wishes/anna", "g1/person", "g1/person/",
        "g1/person/anna/x",
        "g1/persons/anna", "g 1/wishes", "g1/person/an na", "../wishes", "g1//anna",
    ])
    func `refuses what names no key`(_ text: String) {
        #expect(KeyName(text) == nil)
    }

    @Test func `a sealed value is written with its key's name and its bytes, and read again`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let sealed = Personal<Profile>(key: "g1/person/anna", sealed: [0, 255, 10])

        let json = try encoder.encode(sealed)

        #expect(String(decoding: json, as: UTF8.self) == #"{"key":"g1/person/anna","sealed":"AP8K"}"#)
        #expect(try JSONDecoder().decode(Personal<Profile>.self, from: json) == sealed)
    }

    @Test func `a sealed value is not read without a key's name`() {
        let json = Data(#"{"key":"g1","sealed":"AP8K"}"#.utf8)

        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Personal<Profile>.self, from: json) }
    }
}
