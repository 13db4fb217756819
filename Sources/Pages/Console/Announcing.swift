/// What the moderators tell everybody, and how late it is.
public struct AnnouncementDesk: Sendable {
    /// Newest first.
    public var sent: [SentAnnouncement]
    public var typed: Typed?
    /// How much later what has not begun may start; empty where delays make no sense.
    public var delayMinutes: [Int]
    /// Tells the times that are shown from any others: of two who shift them the second is told.
    public var timesMark: Int

    public init(
        sent: [SentAnnouncement] = [],
        typed: Typed? = nil,
        delayMinutes: [Int] = [5, 10, 15, -5],
        timesMark: Int = 0
    ) {
        self.sent = sent
        self.typed = typed
        self.delayMinutes = delayMinutes
        self.timesMark = timesMark
    }
}

public struct SentAnnouncement: Sendable, Equatable {
    public let id: String
    public var text: String
    public var time: String

    public init(id: String, text: String, time: String) {
        self.id = id
        self.text = text
        self.time = time
    }
}

struct AnnouncingPart: Part {
    let desk: AnnouncementDesk
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "announceAct": .part(frame.act(words["announce.send"], .announcements))
        case "announceField":
            .part(
                FormKit("announcement", desk.typed).input(
                    "text",
                    words["announce.label"],
                    isRequired: true,
                    lengthMax: 200
                )
            )
        case "quick": .parts(quick(words).map { frame.act($0, .announcements, ["text": $0]) })
        case "hasSent": .flag(!desk.sent.isEmpty)
        case "sent": .parts(desk.sent.map { SentPart(announcement: $0, frame: frame) })
        case "hasDelays": .flag(!desk.delayMinutes.isEmpty)
        case "delays": .parts(desk.delayMinutes.map { delay($0, words) })
        default: nil
        }
    }

    private func quick(_ words: Phrases) -> [String] {
        [words["announce.break"], words["announce.rooms"], words["announce.food"]]
    }

    private func delay(_ minutes: Int, _ words: Phrases) -> Act {
        let label =
            minutes < 0 ? words("announce.earlier", count: -minutes) : words("announce.later", count: minutes)
        return frame.act(label, .delay, ["minutes": "\(minutes)", "seen": "\(desk.timesMark)"])
    }
}

private struct SentPart: Part {
    let announcement: SentAnnouncement
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "text": .text(announcement.text)
        case "time": .text(announcement.time)
        case "takeBack":
            .part(
                frame.act(
                    "\(words["announce.takeBack"]): \(announcement.text)",
                    .announcementWithdrawal(announcement.id)
                )
            )
        default: nil
        }
    }
}
