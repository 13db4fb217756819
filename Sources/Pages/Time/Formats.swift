/// Dates and times as people write them, with no-break spaces where a line must not end.
public struct Formats: Sendable {
    private let language: Language
    private static let space = "\u{A0}"

    public init(_ language: Language) {
        self.language = language
    }

    /// `9:30`, `14:05`: no zero in front, no "Uhr".
    public func time(_ minuteOfDay: Int) -> String {
        "\(minuteOfDay / 60):\(padded(minuteOfDay % 60, to: 2))"
    }

    /// `9:30` as `<input type="time">` wants it: `09:30`.
    public func timeField(_ minuteOfDay: Int) -> String {
        padded(minuteOfDay / 60, to: 2) + ":" + padded(minuteOfDay % 60, to: 2)
    }

    /// `26. November` or `26 November`.
    public func day(_ day: CalendarDay) -> String {
        let number = language == .english ? "\(day.day)" : "\(day.day)."
        return number + Self.space + months[day.month - 1]
    }

    /// `26. November 2026`.
    public func date(_ day: CalendarDay) -> String {
        self.day(day) + " \(day.year)"
    }

    /// `Do, 26. November`.
    public func shortDay(_ day: CalendarDay) -> String {
        weekdays[day.weekday].prefix(language == .english ? 3 : 2) + "," + Self.space + self.day(day)
    }

    /// `Donnerstag, 26. November 2026`.
    public func longDate(_ day: CalendarDay) -> String {
        weekdays[day.weekday] + ", " + date(day)
    }

    /// `1.250`, in English `1,250`.
    public func number(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                grouped += language == .english ? "," : "."
            }
            grouped.append(digit)
        }
        return (number < 0 ? "\u{2212}" : "") + grouped
    }

    private var months: [String] {
        language == .english
            ? [
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October",
                "November", "December",
            ]
            : [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ]
    }

    private var weekdays: [String] {
        language == .english
            ? ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            : ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    }
}
