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
}
