public import Domain
import Pages

/// As many words as a hall of sixty says.
public let saidWords: [Feedback.Said] = [
    ("spannend", 14), ("vielseitig", 11), ("persönlich", 9), ("kurzweilig", 9), ("Austausch", 7),
    ("offen", 6),
    ("Augenhöhe", 5), ("praxisnah", 5), ("lebendig", 4), ("konkret", 4), ("Vernetzung", 4), ("ehrlich", 3),
    ("mutig", 3), ("Aufbruch", 3), ("inspirierend", 2), ("Rückenwind", 2), ("überraschend", 2),
    ("lehrreich", 2),
    ("unkompliziert", 2), ("Neugier", 1), ("gemeinsam", 1), ("dicht", 1), ("heiter", 1), ("nahbar", 1),
    ("zu-kurz", 1), ("Kaffee", 1), ("Verwaltungsdigitalisierung", 1), ("großartig", 1), ("laut", 1),
    ("müde", 1),
].map { Feedback.Said($0.0, count: $0.1) }

let summary = Feedback.Summary(
    answers: 31, words: saidWords,
    sentences: [
        .init("Beim nächsten Mal gern eine Runde mehr und dafür kürzere Pausen.", count: 2),
        .init("Endlich einmal keine Folien.", count: 1),
    ], hiddenCount: 2)

func feedbackSamples(_ words: Phrases) -> [Sample] {
    let form = FeedbackForm(gathering: "7f3k", controllers: ["die Stadt Altena", "die Südwestfalen Agentur"])
    var refused = FeedbackForm(
        gathering: "7f3k", controllers: [], words: ["sehr gut", "Interkommunal", "", ""],
        sentence: String(repeating: "Zu viel. ", count: 24))
    refused.errors = [
        "word1": words["refused.feedbackNotOneWord"], "sentence": words("refused.textTooLong", count: 16),
    ]
    refused.refused = words("refused.tooManyActs", count: 12)
    let states: [(String, FeedbackPage.State)] = [
        ("form", .form(form)), ("refused", .form(refused)), ("answered", .answered), ("seat", .seatFirst),
        ("early", .notYet), ("counted", .counted), ("result", .result(FeedbackResult(summary))),
        (
            "few",
            .result(FeedbackResult(Feedback.Summary(answers: 3, words: [])))
        ),
        (
            "one-word",
            .result(
                FeedbackResult(
                    Feedback.Summary(
                        answers: 5, words: [.init("Interkommunalitätsbeauftragtentreffen", count: 5)])))
        ),
    ]
    return states.map { Sample("feedback-\($0)", FeedbackPage(frame(.beside), $1)) }
}

func consoleFeedbackSamples() -> [Sample] {
    let code = QRCode("https://tafelrunde.example/g/7f3k/feedback")?.markup
    let address = "https://tafelrunde.example/g/7f3k/feedback"
    let lines = zip(1..., saidWords).map {
        ClosedFeedback.SaidLine(number: $0, text: $1.text, count: $1.count, isHidden: $0 == 3)
    }
    let sentences = zip(1..., summary.sentences).map {
        ClosedFeedback.SaidLine(number: $0, text: $1.text, count: $1.count, isHidden: $0 == 1)
    }
    let closed = ClosedFeedback(answers: 31, words: lines, sentences: sentences, leftOut: 2)
    var released = closed
    released.isReleased = true
    let states: [(String, Phase, ConsoleFeedbackPage.State)] = [
        ("early", .running, .notOpen), ("opened", .running, .open(answers: 4, isEarly: true)),
        ("open", .closing, .open(answers: 31, isEarly: false)), ("closed", .closing, .closed(closed)),
        ("released", .ended, .closed(released)),
        ("few", .ended, .closed(ClosedFeedback(answers: 3, words: []))),
        ("nobody", .ended, .nobody),
    ]
    return states.map {
        Sample(
            "console-feedback-\($0)",
            ConsoleFeedbackPage(
                consoleFrame(.feedback, $1), $2, address: address, qr: code, hereCount: 38))
    }
        + [31, 3].map {
            Sample(
                "console-feedback-close-\($0)",
                FeedbackClosePage(consoleFrame(.feedback, .closing), answers: $0))
        }
}

func closingShow(_ feedback: ClosingShow.FeedbackShow, next: String? = nil) -> ClosingShow {
    var show = ClosingShow(hasEnded: false, hereCount: 38, sessionCount: 21, townCount: 31)
    show.feedback = feedback
    show.readingQR = QRCode("https://tafelrunde.example/g/7f3k")?.markup
    show.nextEdition = next
    return show
}
