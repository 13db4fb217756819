public import Domain
import Foundation

/// What the clock on the wall of the venue shows.
public struct WallTime: Sendable, Hashable, Comparable {
    public let day: CalendarDay
    public let minuteOfDay: Int

    public init(_ day: CalendarDay, minuteOfDay: Int) {
        self.day = day
        self.minuteOfDay = minuteOfDay
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.day == right.day ? left.minuteOfDay < right.minuteOfDay : left.day < right.day
    }
}

/// A day of the calendar, wherever it is spent.
public struct CalendarDay: Sendable, Hashable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil for a 31 November.
    public init?(year: Int, month: Int, day: Int) {
        let parts = DateComponents(calendar: .gregorian, timeZone: .gmt, year: year, month: month, day: day)
        guard (1...9999).contains(year), parts.isValidDate else { return nil }
        self.init(checkedYear: year, month: month, day: day)
    }

    /// As browsers send it from `<input type="date">`: `2026-11-21`.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else {
            return nil
        }
        guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    fileprivate init(checkedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public var iso: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

    /// 0 is Monday.
    public var weekday: Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? self.year - 1 : self.year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day + 6) % 7
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Between the wall of a venue and the instants of the journal. The only place that knows time zones.
public struct WallClock: Sendable {
    public static let berlin = "Europe/Berlin"

    private let calendar: Calendar

    /// Nil for a zone that nobody knows.
    public init?(zone name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        var calendar = Calendar.gregorian
        calendar.timeZone = zone
        self.calendar = calendar
    }

    public func time(at instant: Instant) -> WallTime {
        let date = Date(timeIntervalSince1970: TimeInterval(instant.milliseconds) / 1000)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let day = CalendarDay(checkedYear: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
        return WallTime(day, minuteOfDay: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
    }

    /// When the clock shows this. An hour that comes twice is the first one; one that is left out in spring
    /// is the moment after the gap.
    public func instant(of time: WallTime) -> Instant? {
        let parts = DateComponents(
            year: time.day.year,
            month: time.day.month,
            day: time.day.day,
            hour: time.minuteOfDay / 60,
            minute: time.minuteOfDay % 60
        )
        return calendar.date(from: parts).map {
            Instant(milliseconds: Int64(($0.timeIntervalSince1970 * 1000).rounded()))
        }
    }
}

extension Calendar {
    /// Never the environment's calendar: the page says the same on every machine.
    fileprivate static var gregorian: Calendar { Calendar(identifier: .gregorian) }
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
