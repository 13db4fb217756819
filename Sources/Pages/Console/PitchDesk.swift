/// The topic that is being presented, as the moderator sees it.
public struct PitchDesk: Sendable {
    public let proposal: String
    /// Thema 9 von 21.
    public var number: Int
    public var topicCount: Int
    public var title: String
    public var host: String
    public var countdown: Countdown
    public var isPaused: Bool
    /// The clock's revision: of two who add time the second is told.
    public var revision: Int
    /// Nil while wishes are blind.
    public var wishCount: Int?
    public var handCount: Int

    public init(
        proposal: String,
        number: Int,
        topicCount: Int,
        title: String,
        host: String,
        countdown: Countdown,
        isPaused: Bool = false,
        revision: Int = 0,
        wishCount: Int?,
        handCount: Int = 0
    ) {
        self.proposal = proposal
        self.number = number
        self.topicCount = topicCount
        self.title = title
        self.host = host
        self.countdown = countdown
        self.isPaused = isPaused
        self.revision = revision
        self.wishCount = wishCount
        self.handCount = handCount
    }
}

struct PitchPart: Part {
    let desk: PitchDesk
    let heads: HeadCount
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "topicNumber":
            .text(words("console.topicOf", ["number": "\(desk.number)", "all": "\(desk.topicCount)"]))
        case "title": .text(desk.title)
        case "host": .text(desk.host)
        case "countdown": .part(desk.countdown)
        case "isPaused": .flag(desk.isPaused)
        case "isRunning": .flag(!desk.isPaused)
        case "pause": .part(frame.act(words["console.pause"], .pitchPause, named))
        case "resume": .part(frame.act(words["console.resume"], .pitchResumption, named))
        case "extend":
            .part(
                frame.act(
                    words("console.extend", count: 30),
                    .pitchExtension,
                    named.merging(["seconds": "30", "seen": "\(desk.revision)"]) { $1 }
                )
            )
        case "end": .part(frame.act(words["console.endPitch"], .pitchEnd, named))
        case "handsDesk":
            .part(
                HandsPart(
                    hands: HandsCount(
                        proposal: desk.proposal,
                        title: desk.title,
                        count: desk.handCount,
                        wishCount: desk.wishCount
                    ),
                    heads: heads,
                    frame: frame
                )
            )
        default: nil
        }
    }

    private var named: [String: String] { ["proposal": desk.proposal] }
}

/// Hands of people without a phone, for one topic.
public struct HandsCount: Sendable {
    public let proposal: String
    public var title: String
    public var count: Int
    /// Nil while wishes are blind.
    public var wishCount: Int?

    public init(proposal: String, title: String, count: Int, wishCount: Int?) {
        self.proposal = proposal
        self.title = title
        self.count = count
        self.wishCount = wishCount
    }
}

/// The stepper: minus, the number, plus.
struct HandsPart: Part {
    let hands: HandsCount
    let heads: HeadCount
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "handsTitle": .text(hands.title)
        case "handsFor": .text(hands.proposal)
        case "handCount": .number(hands.count)
        case "fewer": .maybe(hands.count > 0 ? step(-1, words["console.handsFewer"]) : nil)
        case "more": .part(step(1, words["console.handsMore"]))
        case "voiceCount": .maybe(hands.wishCount.map { $0 + hands.count })
        case "voiceText": .maybe(hands.wishCount.map { words("grid.wantToGo", count: $0 + hands.count) })
        case "voiceParts": .maybe(parts(words))
        case "tooMany": .maybe(tooMany(words))
        default: nil
        }
    }

    private func step(_ by: Int, _ label: String) -> Act {
        frame.act("\(label): \(hands.title)", .hands(hands.proposal), ["count": "\(hands.count + by)"])
    }

    private func parts(_ words: Phrases) -> String? {
        hands.wishCount.map {
            words("console.phones", count: $0) + ", " + words("console.hands", count: hands.count)
        }
    }

    /// More voices than heads: somebody with a phone raised a hand as well.
    private func tooMany(_ words: Phrases) -> String? {
        let voices = (hands.wishCount ?? 0) + hands.count
        guard voices > heads.count else { return nil }
        return words("console.tooManyVoices", count: voices, ["heads": "\(heads.count)"])
    }
}
