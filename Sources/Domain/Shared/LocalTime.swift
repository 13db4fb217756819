/// A day of the calendar at the venue.
public struct LocalDate: Hashable, Sendable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1970...2200).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.dayCount(year: year, month: month)).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-21`, as date fields of forms send it.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(digits)
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension LocalDate: CustomStringConvertible, Codable {
    public var description: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a date"))
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension LocalDate {
    /// Days since 1 January 1970. Howard Hinnant's `days_from_civil`: eras of 400 years that begin on the first of
    /// March.
    public var dayNumber: Int {
        let year = month > 2 ? year : year - 1
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The same day so many months later, or the last one of a month that is shorter.
    public func adding(months: Int) -> Self {
        let month = year * 12 + self.month - 1 + months
        let last = Self.dayCount(year: month / 12, month: month % 12 + 1)
        return Self(year: month / 12, month: month % 12 + 1, day: min(day, last)) ?? self
    }

    /// Nil in years that no calendar here has.
    public init?(dayNumber: Int) {
        guard (0...1_000_000).contains(dayNumber) else { return nil }
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

/// Minutes since midnight on the clock of the venue's hall.
public struct MinuteOfDay: Hashable, Sendable, Comparable {
    public static let max = 24 * 60 - 1

    public let minutes: Int

    /// Nil outside of the day.
    public init?(_ minutes: Int) {
        guard (0...Self.max).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    public init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.minutes = hour * 60 + minute
    }

    /// Reads `9:30` and `09:30`, as time fields of forms send it.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(digits)
        guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Stops at midnight: a day does not run into the next one.
    public func adding(_ more: Int) -> Self {
        let sum = Swift.min(Swift.max(minutes + more, 0), Self.max)
        return Self(sum) ?? self
    }

    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

extension MinuteOfDay: CustomStringConvertible, Codable {
    /// `9:30`
    public var description: String { "\(minutes / 60):\(twoDigits(minutes % 60))" }

    /// `09:30`, as a form's time field wants it.
    public var fieldText: String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let minute = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a time"))
        }
        self = minute
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A number without a sign: `Int` would take `+5`.
private func digits(_ text: Substring) -> Int? { text.allSatisfy(\.isNumber) ? Int(text) : nil }

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

/// A moment and what the clock in the hall says then. The edge makes it; the domain knows no time zones.
public struct Now: Hashable, Sendable {
    public let instant: Instant
    public let date: LocalDate
    public let time: MinuteOfDay

    public init(instant: Instant, date: LocalDate, time: MinuteOfDay) {
        self.instant = instant
        self.date = date
        self.time = time
    }

    /// What the same clock says at another moment, as long as nobody puts it forward or back between the two.
    public func at(_ moment: Instant) -> Now {
        let passed = moment.minuteNumber - instant.minuteNumber
        let minutes = date.dayNumber * 1_440 + time.minutes + passed
        guard let date = LocalDate(dayNumber: minutes / 1_440), let time = MinuteOfDay(minutes % 1_440) else {
            return self
        }
        return Now(instant: moment, date: date, time: time)
    }
}
