internal import Domain
internal import Pages

/// What surrounds a phone page.
extension Scene {
    func frame(_ place: PhoneFrame.Place) -> PhoneFrame {
        var frame = PhoneFrame(
            gathering: id, name: gatheringName, place: place,
            note: isToday ? words("view.here", count: gathering.attendees.presentCount) : shortDateText,
            announcements: announcements, position: position, isParticipant: caller.participant != nil)
        frame.funding = facts.funding
        frame.isInSeries = isInSeries
        return frame
    }

    /// There are other editions, as far as this one knows.
    var isInSeries: Bool { gathering.programme.previous != nil || gathering.programme.next != nil }

    /// A gathering is called by its title, everywhere.
    var gatheringName: String { facts.title.text }

    /// "24. Willkommen in Südwestfalen": the second line, where there is room for one.
    var seriesLine: String? {
        guard let series = facts.series else { return nil }
        return facts.edition.map { "\($0). \(series.text)" } ?? series.text
    }

    var day: CalendarDay? { CalendarDay(year: facts.date.year, month: facts.date.month, day: facts.date.day) }

    var dateText: String { day.map(formats.longDate) ?? "\(facts.date)" }

    var shortDateText: String { day.map(formats.shortDay) ?? "\(facts.date)" }

    /// How late it is, and the newest thing that moderators told everybody.
    var announcements: [Pages.Announcement] {
        [delay.map { Pages.Announcement(text: $0) }, announcement].compactMap(\.self)
    }

    var announcement: Pages.Announcement? {
        gathering.day.announcement.map { Pages.Announcement(time: clock($0.sentAt), text: $0.text.text) }
    }

    /// The program says that by itself, and stops when all goes as planned again.
    var delay: String? {
        gathering.delayMinutes(at: now).map { minutes in
            minutes < 0 ? words("view.earlier", count: -minutes) : words("view.later", count: minutes)
        }
    }

    /// "war 14:30": when a slot was to begin.
    func was(_ slot: Slot) -> String? { gathering.programme.plannedSlots[slot.id].map(was) }

    func was(_ item: ProgrammeItem) -> String? { gathering.programme.plannedItems[item.id].map(was) }

    private func was(_ planned: MinuteOfDay) -> String { words("grid.was", ["before": time(planned)]) }

    /// What the hall's clock said at a moment; with the day, when it was another one.
    func clock(_ moment: Instant) -> String {
        let then = local(moment)
        guard then.date != now.date,
            let day = CalendarDay(year: then.date.year, month: then.date.month, day: then.date.day)
        else { return time(then.time) }
        return "\(formats.shortDay(day)), \(time(then.time))"
    }

    /// "um 10:42"; with the day, when it was another one.
    func when(_ moment: Instant) -> String {
        let then = local(moment)
        guard then.date != now.date,
            let day = CalendarDay(year: then.date.year, month: then.date.month, day: then.date.day)
        else { return words("view.atTime", ["time": time(then.time)]) }
        return words("view.atDay", ["day": formats.shortDay(day), "time": time(then.time)])
    }

    func milliseconds(of minute: MinuteOfDay) -> Int64 {
        now.instant.milliseconds + Int64(minute.minutes - now.time.minutes) * 60_000
    }
}
