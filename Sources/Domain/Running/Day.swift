/// The stations of a day, in their usual order. A moderator may go to any of them.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case preparing, arriving, greeting, pitching, weighing, planning, running, closing, ended

    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }

    public var next: Phase? {
        let index = index + 1
        return index < Self.allCases.count ? Self.allCases[index] : nil
    }

    private var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Whether wishes are taken.
public enum Window: Sendable, Hashable, Codable {
    case notYetOpen
    case open(since: Instant)
    case closed(at: Instant)

    public var isOpen: Bool {
        if case .open = self { true } else { false }
    }

    public var closedAt: Instant? {
        if case .closed(let moment) = self { moment } else { nil }
    }
}

/// Something that everybody should read now.
public struct Announcement: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Announcement>

    public let id: ID
    public let text: AnnouncementText
    public let sentAt: Instant
    public internal(set) var isTakenBack = false
}

public enum AnnouncementKind: TextKind {
    public static let field = "text"
    public static let lengthMax = 200
}

public typealias AnnouncementText = Text<AnnouncementKind>

/// The day as it runs: phase, window, announcements.
public struct Day: Sendable, Hashable, Codable {
    static let announcementCountMax = 500

    public internal(set) var phase: Phase = .preparing
    public internal(set) var endedAt: Instant?
    public internal(set) var window: Window = .notYetOpen
    /// The newest closing showed what had been blind until then.
    public internal(set) var hasShownBlind = false
    public internal(set) var announcements: [Announcement] = []
    /// What a moderator put on the wall; nil: it follows the day by itself.
    public internal(set) var picture: Picture?

    public enum Change: Sendable, Hashable, Codable {
        case phaseEntered(phase: Phase)
        case windowOpened
        case windowClosed
        /// As if it had not been opened yet; what was wished meanwhile stays.
        case windowPutOff
        case announced(id: Announcement.ID, text: AnnouncementText)
        case announcementTakenBack(id: Announcement.ID)
        case projected(picture: Picture?)
    }

    /// The newest one that stands.
    public var announcement: Announcement? { announcements.last { !$0.isTakenBack } }

    mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .phaseEntered(let phase):
            self.phase = phase
            endedAt = phase == .ended ? (endedAt ?? moment) : nil
        case .windowOpened: turn(to: .open(since: moment))
        case .windowClosed: window = .closed(at: moment)
        case .windowPutOff: turn(to: .notYetOpen)
        case .announced(let id, let text):
            announcements.append(Announcement(id: id, text: text, sentAt: moment))
        case .announcementTakenBack(let id):
            guard let index = announcements.firstIndex(where: { $0.id == id }) else { return }
            announcements[index].isTakenBack = true
        case .projected(let picture): self.picture = picture
        }
    }

    private mutating func turn(to window: Window) {
        self.window = window
        hasShownBlind = false
    }
}
