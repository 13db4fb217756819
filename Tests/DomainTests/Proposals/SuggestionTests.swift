@testable import Domain
import Testing

struct SuggestionTests {
    @Test func `a question fits the title up to its limit, and stands whole in the sentence beyond`() throws {
        let fitting = try #require(Suggestion(String(repeating: "a", count: 120), of: 1, in: "g1"))
        let words = String(repeating: "Wer zahlt? ", count: 11).dropLast()
        let longer = try #require(Suggestion(String(words), of: 1, in: "g1"))
        let longest = try #require(Suggestion(String(repeating: "b", count: 281), of: 1, in: "g1"))

        #expect(fitting.title.text.count == 120 && fitting.sentence.text.isEmpty)
        #expect(words.count == 120 && longer.title.text == String(words))
        #expect(longest.title.text.count == 120 && longest.sentence.text.count == 280)
        #expect(longest.title.text.hasSuffix("…") && longest.sentence.text.hasSuffix("…"))
        #expect(Suggestion(" ", of: 1, in: "g1") == nil)
    }

    @Test func `cuts between words`() {
        #expect(Suggestion.shortened("eins zwei drei", to: 14) == "eins zwei drei")
        #expect(Suggestion.shortened("eins zwei drei", to: 13) == "eins zwei…")
    }

    @Test(arguments: [("7", true), ("7-0123456789abcdef", true), ("", false), ("7-?", false)])
    func `a form names it by topic and question`(_ name: String, _ isOne: Bool) {
        #expect(Suggestion.Source(name: name, in: "g1")?.name == (isOne ? name : nil))
    }

    @Test func `the same question has the same name, another one another`() throws {
        let all = try ["Wer zahlt?", "Wer zahlt?", "Wer zählt?"].map {
            try #require(Suggestion($0, of: 1, in: "g1")).source
        }

        #expect(all[0] == all[1] && all[0] != all[2])
        #expect(all[0].question?.text.count == 16)
    }

    @Test
    func `what stayed parked is suggested with its reason; withdrawn, hidden and placed topics are not`()
        throws
    {
        let gathering = try Gathering.sample(topics: 4).placing(1, 1, "saal").placing(2, 2, "saal")
            .doing { try $0.park(2, seen: $0.board.draft.placements[2]?.revision, by: .moderator) }
            .publishing()
            .doing { try $0.withdraw(3, by: .moderator) }
            .doing { try $0.hide(4, by: .moderator) }

        let found = gathering.parkedSuggestions

        #expect(found.map(\.source) == [.init(gathering: gathering.id, topic: 2)])
        #expect(found.first?.title == "Thema 2" && found.first?.reason == .byModerator)
        #expect(try Gathering.sample(topics: 2).parkedSuggestions.isEmpty)
    }

    @Test func `only so many topics are suggested`() throws {
        var gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal").publishing()
        for number in 2...(Suggestion.countMax + 2) {
            gathering.apply(
                .topics(
                    change: .proposed(
                        id: .init(number: number), hosts: ["anna"], content: .init(title: "Noch eines"),
                        queueIndex: 0)), at: 60)
        }

        #expect(gathering.parkedSuggestions.count == Suggestion.countMax)
    }

    @Test func `a record suggests the questions of its released version, each once, and nothing of a draft`()
        throws
    {
        let record = try Record.sample().writing("Wer zahlt?\n\nWer zahlt?\nWer haftet?", in: .questions)
        let released = try record.doing { try $0.release(by: .moderator) }
            .writing("Geheim?", in: .questions)

        let found = released.questionSuggestions(in: "iserlohn")

        #expect(record.questionSuggestions(in: "iserlohn").isEmpty)
        #expect(found.map(\.title.text) == ["Wer zahlt?", "Wer haftet?"])
        #expect(found.allSatisfy { $0.source.topic == 7 })
        let withdrawn = try released.doing { try $0.withdrawRelease(isHost: false, by: .moderator) }
        #expect(withdrawn.questionSuggestions(in: "iserlohn").isEmpty)
    }

    @Test func `a record that came under the Chatham House rule after its release suggests nothing`() throws {
        let released = try Record.sample().writing("Wer zahlt?", in: .questions)
            .doing { try $0.release(by: .moderator) }
        let later = try released.doing { _ in [.chathamSet(isOn: true, by: nil)] }
        let before = try Record.sample().writing("Wer zahlt?", in: .questions)
            .doing { _ in [.chathamSet(isOn: true, by: nil)] }
            .doing { try $0.release(by: .moderator) }

        #expect(later.questionSuggestions(in: "iserlohn").isEmpty)
        #expect(before.questionSuggestions(in: "iserlohn").count == 1)
    }

    @Test func `adopted once, it keeps where it came from; withdrawn it is free again`() throws {
        let suggestion = try #require(Suggestion("Wer zahlt?", of: 7, in: "before"))
        let gathering = try Gathering.sample().continuing("before").doing {
            try $0.propose(.init(title: "Geld"), adopting: suggestion, by: .participant("anna"))
        }

        #expect(gathering.topics[1]?.source == suggestion.source)
        #expect(gathering.adopter(of: suggestion.source) == 1)
        #expect(throws: Gathering.Refused.adoptedAlready(by: 1)) {
            try gathering.propose(.init(title: "Auch"), adopting: suggestion, by: .participant("ben"))
        }
        let withdrawn = try gathering.doing { try $0.withdraw(1, by: .participant("anna")) }
        #expect(
            try withdrawn.propose(.init(title: "Auch"), adopting: suggestion, by: .participant("ben")).count
                == 1)
    }

    @Test func `merged into another topic it was adopted there`() throws {
        let suggestion = try #require(Suggestion("Wer zahlt?", of: 7, in: "before"))
        let gathering = try Gathering.sample(topics: 1).continuing("before")
            .doing { try $0.propose(.init(title: "Geld"), adopting: suggestion, by: .participant("anna")) }
            .doing { try $0.merge(2, into: 1, by: .moderator) }

        #expect(gathering.adopter(of: suggestion.source) == 1)
    }
}

extension Gathering {
    /// As if it had been made from another.
    fileprivate func continuing(_ previous: Gathering.ID) throws -> Gathering {
        try doing { _ in [.programme(change: .previousSet(id: previous))] }
    }
}
