internal import Domain
internal import Pages

/// What surrounds a phone page.
extension Scene {
    func frame(_ place: PhoneFrame.Place) -> PhoneFrame {
        PhoneFrame(
            gathering: id, name: shortName, place: place,
            note: words("view.here", count: gathering.attendees.presentCount),
            announcements: announcements, position: position, isParticipant: caller.participant != nil)
    }

    /// "24. Runder Tisch, Altena", or the title when there is no series.
    var shortName: String {
        guard let series = facts.series, let edition = facts.edition else { return facts.title.text }
        return "\(edition). \(series.text)"
    }

    var day: CalendarDay? { CalendarDay(year: facts.date.year, month: facts.date.month, day: facts.date.day) }

    var dateText: String { day.map(formats.longDate) ?? "\(facts.date)" }

    var announcements: [Pages.Announcement] {
        guard let newest = gathering.day.announcement else { return [] }
        return [Pages.Announcement(time: clock(newest.sentAt), text: newest.text.text)]
    }

    /// What the hall's clock said at a moment; with the day, when it was another one.
    func clock(_ moment: Instant) -> String {
        let then = local(moment)
        guard then.date != now.date,
            let day = CalendarDay(year: then.date.year, month: then.date.month, day: then.date.day)
        else { return time(then.time) }
        return "\(formats.shortDay(day)), \(time(then.time))"
    }

    func milliseconds(of minute: MinuteOfDay) -> Int64 {
        now.instant.milliseconds + Int64(minute.minutes - now.time.minutes) * 60_000
    }
}
