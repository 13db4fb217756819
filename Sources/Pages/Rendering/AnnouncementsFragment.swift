/// What the moderators tell everybody, as live frames replace it.
public struct AnnouncementsFragment: Page {
    public static let template = "shared/announcements"

    public var announcements: [Announcement]

    public init(_ announcements: [Announcement]) {
        self.announcements = announcements
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        name == "announcements" ? .parts(announcements) : nil
    }
}
