import Domain
import Foundation

/// Turns the machine's clock into what the clock in the hall says.
struct WallClock: Sendable {
    let zone: TimeZone

    static let usualZone = "Europe/Berlin"

    /// - Throws: when this machine does not know the zone.
    init(zone name: String = usualZone) throws(Stop) {
        guard let zone = TimeZone(identifier: name) else {
            throw Stop(.unavailable, "This machine does not know the time zone \(name).")
        }
        self.zone = zone
    }

    /// Nil in years that no calendar of the domain has.
    func now(_ date: Date = Date()) -> Now? {
        let instant = Self.instant(date)
        let offsetSeconds = zone.secondsFromGMT(for: date)
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + offsetSeconds
        let (year, month, day) = Self.civil(daysSince1970: Self.floorDivide(seconds, by: 86_400))
        let minutes = (seconds - Self.floorDivide(seconds, by: 86_400) * 86_400) / 60
        guard let date = LocalDate(year: year, month: month, day: day), let time = MinuteOfDay(minutes) else {
            return nil
        }
        return Now(instant: instant, date: date, time: time)
    }

    static func instant(_ date: Date) -> Instant {
        Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// `2026-11-21T08:52:11.123Z`
    static func timestamp(_ date: Date) -> String {
        let milliseconds = Int(instant(date).milliseconds)
        let seconds = floorDivide(milliseconds, by: 1000)
        let days = floorDivide(seconds, by: 86_400)
        let (year, month, day) = civil(daysSince1970: days)
        let rest = seconds - days * 86_400
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(clock)"
            + ".\(padded(milliseconds - seconds * 1000, 3))Z"
    }

    /// Howard Hinnant's `civil_from_days`: eras of 400 years that begin on the first of March.
    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func floorDivide(_ number: Int, by divisor: Int) -> Int {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(width - text.count, 0)) + text
    }
}
