/// A page that could not be shown. It says what to do, and nothing about how the program works.
public struct RefusalPage: Page {
    public static let template = "refusals/refusal"

    public let reason: Reason
    /// Where the way back leads.
    public var back: Route
    /// What exactly was refused, if the act has a sentence of its own.
    public var sentence: String?

    /// Why there is no page.
    public enum Reason: Sendable, Equatable {
        case notFound
        case forbidden
        /// A link that was revoked or is used up.
        case gone
        /// A gathering that was deleted as a whole.
        case deleted
        case tooLarge
        case tooMany(waitSeconds: Int)
        /// Something the visitor cannot help; the number finds the log line.
        case fault(number: String)
        /// The same, when trying again may help.
        case unavailable(number: String)
        /// An act that was refused, where no form could show it.
        case refusedAct

        public var status: Int {
            switch self {
            case .notFound: 404
            case .forbidden: 403
            case .gone, .deleted: 410
            case .tooLarge: 413
            case .tooMany: 429
            case .fault: 500
            case .unavailable: 503
            case .refusedAct: 409
            }
        }
    }

    public init(_ reason: Reason, back: Route = .start, sentence: String? = nil) {
        self.reason = reason
        self.back = back
        self.sentence = sentence
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle", "heading": .text(heading(words))
        case "text": .text(sentence ?? text(words))
        case "number": .maybe(number)
        case "back": .text(back.path)
        case "isTooLarge": .flag(reason == .tooLarge)
        case "isDeleted": .flag(reason == .deleted)
        default: SiteFrame().answer(name, words)
        }
    }

    private var number: String? {
        switch reason {
        case .fault(let number), .unavailable(let number): number
        default: nil
        }
    }

    private func heading(_ words: Phrases) -> String {
        switch reason {
        case .notFound: words["refusal.notFound"]
        case .forbidden: words["refusal.forbidden"]
        case .gone: words["refusal.gone"]
        case .deleted: words["refusal.deleted"]
        case .tooLarge: words["refusal.tooLarge"]
        case .tooMany: words["refusal.tooMany"]
        case .fault: words["refusal.fault"]
        case .unavailable: words["refusal.unavailable"]
        case .refusedAct: words["refusal.act"]
        }
    }

    private func text(_ words: Phrases) -> String {
        switch reason {
        case .notFound: words["refusal.notFoundNext"]
        case .forbidden: words["refusal.forbiddenNext"]
        case .gone: words["refusal.goneNext"]
        case .deleted: words["refusal.deletedNext"]
        case .tooLarge: words["refusal.tooLargeNext"]
        case .tooMany(let seconds): words("refusal.tooManyNext", count: seconds)
        case .fault: words["refusal.faultNext"]
        case .unavailable: words["refusal.unavailableNext"]
        case .refusedAct: words["refusal.actNext"]
        }
    }
}

extension Phrases {
    /// A page's title, which says first that the form on it was refused: it is what a screen reader reads.
    func title(_ title: String, isRefused: Bool) -> Answer {
        .text(isRefused ? self("refusal.titled", ["title": title]) : title)
    }
}
