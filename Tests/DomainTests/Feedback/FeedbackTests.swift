@testable import Domain
import Testing

struct FeedbackTests {
    @Test(arguments: Phase.allCases)
    func `answers are taken in the closing, and earlier when it was opened`(_ phase: Phase) throws {
        let opened = try Feedback.sample().doing { try $0.open(by: .moderator) }

        #expect(Feedback.sample().isTaking(in: phase) == (phase == .closing))
        #expect(opened.isTaking(in: phase) == (phase != .ended))
    }

    @Test func `what was opened early is put off again, and the closing opens it all the same`() throws {
        let opened = try Feedback.sample().doing { try $0.open(by: .moderator) }
        let putOff = try opened.doing { try $0.putOff(by: .moderator) }

        #expect(try opened.open(by: .moderator) == [])
        #expect(putOff == Feedback.sample())
        #expect(try putOff.putOff(by: .moderator) == [])
        #expect(putOff.isTaking(in: .closing))
    }

    @Test func `of four answers only the number stays, of five the words`() throws {
        let paper = try Paper.sample("gut", sentence: "Danke.")

        let four = Feedback.sample().close(Array(repeating: paper, count: 4))
        let five = Feedback.sample().close(Array(repeating: paper, count: 5))

        #expect(four == [.closed(answers: 4, words: [], sentences: [], leftOut: 0)])
        #expect(
            five == [
                .closed(
                    answers: 5, words: [.init("gut", count: 5)], sentences: [.init("Danke.", count: 5)],
                    leftOut: 0)
            ])
    }

    @Test func `words are counted together and stand in the spelling that most used`() throws {
        let papers = try [
            Paper.sample("spannend", "Schoen"), .sample("Spannend", "schön"), .sample("Spannend", "SCHÖN"),
            .sample("laut"), .sample("Austausch", "laut"),
        ]

        guard case .closed(_, let words, _, _) = Feedback.sample().close(papers).first else {
            Issue.record("it was not closed")
            return
        }

        #expect(
            words == [
                .init("SCHÖN", count: 3), .init("Spannend", count: 3), .init("laut", count: 2),
                .init("Austausch", count: 1),
            ])
    }

    @Test func `what is written down does not depend on the order of the papers`() throws {
        let papers = try [
            Paper.sample("gut", "laut", sentence: "Zu kurz."), .sample("Gut", "Kaffee"), .sample("laut"),
            .sample("schön", sentence: "Ähnlich wie sonst."), .sample("schoen", sentence: "Anders."),
            .sample("KAFFEE", sentence: "Zu kurz."),
        ]
        let expected = Feedback.sample().close(papers)
        var dice = Dice(seed: 7)

        for _ in 0..<50 {
            #expect(Feedback.sample().close(papers.shuffled(using: &dice)) == expected)
        }
        guard case .closed(_, _, let sentences, _) = expected.first else { return }
        #expect(sentences.map(\.text) == ["Ähnlich wie sonst.", "Anders.", "Zu kurz."])
        #expect(sentences.map(\.count) == [1, 1, 2])
    }

    @Test func `closing twice changes nothing, and nothing opens it again`() throws {
        let closed = try Feedback.closed()

        #expect(closed.close([try Paper.sample("neu")]) == [])
        let refused = Gathering.Refused.feedbackClosed(at: 60)
        let closing = try Gathering.sample().entering(.closing)
        #expect(throws: refused) { try closed.open(by: .moderator) }
        #expect(throws: refused) { try closed.putOff(by: .moderator) }
        #expect(throws: refused) { try closed.mustTake(on: closing.day) }
        #expect(throws: refused) {
            try closed.mustTake(on: closing.doing(at: 90) { try $0.enter(.ended, by: .moderator) }.day)
        }
        #expect(!closed.isTaking(in: .closing))
        try closed.mustBeClosable(in: .ended, by: .moderator)
    }

    @Test func `a hidden word is counted as hidden and not deleted`() throws {
        let hidden = try Feedback.closed().doing { try $0.setWord(1, hidden: true, by: .moderator) }
            .doing { try $0.setSentence(2, hidden: true, by: .moderator) }

        #expect(hidden.closed?.words.first == .init("gut", count: 4))
        #expect(hidden.preview?.words == [.init("laut", count: 2)])
        #expect(hidden.preview?.sentences == [.init("Danke.", count: 1)])
        #expect(hidden.preview?.hiddenCount == 5)
        #expect(try hidden.setWord(1, hidden: true, by: .moderator) == [])
        let shown = try hidden.doing { try $0.setWord(1, hidden: false, by: .moderator) }
            .doing { try $0.setSentence(2, hidden: false, by: .moderator) }
        #expect(try shown == Feedback.closed())
    }

    @Test func `nobody but moderators sees it before it is released, nor after that was taken back`() throws {
        let closed = try Feedback.closed()
        let released = try closed.doing { try $0.release(by: .moderator) }

        #expect(closed.summary == nil)
        #expect(released.summary?.answers == 5)
        #expect(try released.release(by: .moderator) == [])
        let back = try released.doing { try $0.withdrawRelease(by: .moderator) }
        #expect(back == closed)
        #expect(try back.withdrawRelease(by: .moderator) == [])
    }

    @Test(arguments: [0, 3])
    func `a number that is not on the list is nobody's`(_ number: Int) throws {
        let closed = try Feedback.closed()

        #expect(throws: Gathering.Refused.nobodySaidThat) {
            try closed.setWord(number, hidden: true, by: .moderator)
        }
        #expect(throws: Gathering.Refused.nobodySaidThat) {
            try closed.setSentence(number, hidden: true, by: .moderator)
        }
    }

    @Test(arguments: Role.allCases)
    func `only who moderates opens, closes, hides and releases`(_ role: Role) throws {
        let caller = Caller.only(role)
        let (open, closed) = (Feedback.sample(), try Feedback.closed())
        let verbs: [(Right, () throws -> Void)] = [
            (.moderate, { _ = try open.open(by: caller) }), (.moderate, { _ = try open.putOff(by: caller) }),
            (.moderate, { try open.mustBeClosable(in: .closing, by: caller) }),
            (.keepOrder, { _ = try closed.setWord(1, hidden: true, by: caller) }),
            (.keepOrder, { _ = try closed.setSentence(1, hidden: true, by: caller) }),
            (.moderate, { _ = try closed.release(by: caller) }),
            (.moderate, { _ = try closed.withdrawRelease(by: caller) }),
        ]

        for (right, verb) in verbs {
            if caller.may(right) {
                try verb()
            } else {
                #expect(throws: Gathering.Refused.notAllowed(right)) { try verb() }
            }
        }
    }

    @Test func `as much is kept as an entry can hold, and the rest is counted`() throws {
        let long = try (0..<5_000).map { number in
            try Paper.sample(
                "Wort-\(number)a", sentence: String(repeating: "Ä", count: 190) + "\(number)")
        }
        let short = try Paper.sample("gut", sentence: "Kurz.")

        guard
            case .closed(let answers, let words, let sentences, let leftOut) =
                Feedback.sample().close(long + [short, short]).first
        else {
            Issue.record("it was not closed")
            return
        }

        let bytes = (words + sentences).map { $0.text.utf8.count }.reduce(0, +)
        #expect(answers == 5_002)
        #expect(bytes <= Feedback.Count.wordBytesMax + Feedback.Count.sentenceBytesMax)
        #expect(words.first == .init("gut", count: 2))
        #expect(sentences.contains(.init("Kurz.", count: 2)))
        #expect((words + sentences).map(\.count).reduce(0, +) + leftOut == 2 * 5_002)
        #expect(leftOut > 0)
    }
}
