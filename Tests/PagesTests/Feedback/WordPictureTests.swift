import Assets
import Domain
import PagesSamples
import Testing

@testable import Pages

struct WordPictureTests {
    private static let stems = [
        "gut", "spannend", "Verwaltungsdigitalisierung", "Öffentlichkeitsbeteiligungsverfahrensordnung",
        "ÄÖÜäöüß", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "kurz-und-knackig", "i",
    ]

    /// Words of all lengths with counts that fall fast or slowly, the same each time.
    private static func said(_ count: Int, steep: Bool) -> [Feedback.Said] {
        (0..<count).map { number in
            let text = String((stems[number % stems.count] + "\(number)").suffix(FeedbackWordKind.lengthMax))
            return Feedback.Said(text, count: max(1, steep ? 240 / (number + 1) : 9 - number / 7))
        }
    }

    private static let frames = [WordPicture.Frame.hall, .page]

    @Test(arguments: 1...70, frames)
    func `no word overlaps another, and all lie inside the frame`(_ count: Int, _ frame: WordPicture.Frame) {
        for isSteep in [true, false] {
            let picture = WordPicture(Self.said(count, steep: isSteep), in: frame)

            #expect(!picture.words.isEmpty)
            #expect(picture.words.count + picture.restCount == count)
            for (index, word) in picture.words.enumerated() {
                #expect(word.x >= 0 && word.right(in: frame) <= frame.width, "\(word)")
                #expect(word.top() >= 0 && word.bottom(in: frame) <= frame.height, "\(word)")
                for other in picture.words[(index + 1)...] {
                    let isApart =
                        word.right(in: frame) < other.x || other.right(in: frame) < word.x
                        || word.bottom(in: frame) < other.top() || other.bottom(in: frame) < word.top()
                    #expect(isApart, "\(word) \(other)")
                }
            }
        }
    }

    @Test(arguments: frames)
    func `nothing is too small to be read, unless one word alone is too long`(_ frame: WordPicture.Frame) {
        for count in [2, 12, 30, 60] {
            let picture = WordPicture(Self.said(count, steep: true), in: frame)
            #expect(picture.words.map(\.size).min() ?? 0 >= frame.sizeMin || picture.words.count == 1)
        }
        let long = Feedback.Said(String(repeating: "W", count: 40), count: 5)
        #expect(WordPicture([long], in: frame).words.count == 1)
    }

    @Test func `who is said more is larger, and stands before`() {
        let picture = WordPicture(saidWords, in: .hall)

        #expect(picture.words.map(\.text) == saidWords.map(\.text))
        #expect(zip(picture.words, picture.words.dropFirst()).allSatisfy { $0.size >= $1.size })
        #expect(zip(picture.words, saidWords).allSatisfy { $0.dots == $1.count })
    }

    @Test func `as many as are said by hundreds get a dot for five`() {
        let picture = WordPicture([.init("gut", count: 200), .init("laut", count: 3)], in: .hall)

        #expect(picture.step == 5)
        #expect(picture.words.map(\.dots) == [40, 1])
        let huge = WordPicture([.init("gut", count: 5_000), .init("laut", count: 3)], in: .page)
        #expect(huge.words.map(\.dots) == [20, 1])
    }

    @Test(arguments: frames)
    func `the same words are the same bytes`(_ frame: WordPicture.Frame) {
        let first = WordPicture(saidWords, in: frame).markup(alternative: "Wortbild")
        let second = WordPicture(saidWords, in: frame).markup(alternative: "Wortbild")

        #expect(first == second)
        #expect(first.html.contains(#"role="img" aria-label="Wortbild""#))
        #expect(!first.html.contains("." + "0000"))
    }

    @Test func `of no words there is no picture, and more than sixty are told below it`() {
        #expect(WordPicture([], in: .hall).words.isEmpty)
        let many = (0..<80).map { Feedback.Said("a\($0)", count: 1) }
        let picture = WordPicture(many, in: .hall)
        #expect(picture.words.count == 60 && picture.restCount == 20)
    }

    @Test func `what people typed is text in the picture`() {
        let html = WordPicture([.init("C&A", count: 1)], in: .hall).markup(alternative: #""<b>"#).html

        #expect(html.contains(">C&amp;A</text>"))
        #expect(html.contains("&quot;&lt;b&gt;"))
    }

    @Test(arguments: Language.allCases)
    func `the alternative names the most frequent and counts the rest`(_ language: Language) throws {
        let words = try Renderer(Assets()).phrases(language)
        let result = FeedbackResult(Feedback.Summary(answers: 31, words: saidWords), in: .hall)

        guard case .markup(let picture) = result.answer("picture", words) else {
            Issue.record("there is no picture")
            return
        }

        #expect(picture.html.contains("spannend 14"))
        #expect(picture.html.contains("\(saidWords.count - 10)"))
    }
}
