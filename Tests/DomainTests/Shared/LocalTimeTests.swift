import Domain
import Testing

struct LocalDateTests {
    @Test(arguments: [
        ("1970-01-01", 1970, 1, 1), ("2200-12-31", 2200, 12, 31), ("2028-02-29", 2028, 2, 29),
        ("2000-02-29", 2000, 2, 29), ("2026-04-30", 2026, 4, 30), ("2026-11-21", 2026, 11, 21),
    ])
    func `reads a day of the calendar and writes it alike`(
        _ text: String, _ year: Int, _ month: Int, _ day: Int
    ) {
        #expect(LocalDate(text) == LocalDate(year: year, month: month, day: day))
        #expect(LocalDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-21-1", "1969-12-31", "2201-01-01", "2026-00-10", "2026-13-10",
        "2026-04-31", "2026-01-32", "2026-11-00", "2027-02-29", "2100-02-29", "21.11.2026", "2026-11-2x",
        "2026-+1-21", "2026-11--1", " 2026-11-21", "2026-11-", "٢٠٢٦-11-21", "99999999999999999999-1-1",
    ])
    func `refuses what is no day`(_ text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test func `a day before another is less, by year, month and day`() {
        let days: [LocalDate] = ["2026-12-01", "2027-01-01", "2026-11-21", "2026-11-03"]

        #expect(days.sorted() == ["2026-11-03", "2026-11-21", "2026-12-01", "2027-01-01"])
    }
}

struct MinuteOfDayTests {
    @Test(arguments: [
        ("0:00", 0), ("00:00", 0), ("9:30", 570), ("09:30", 570), ("23:59", 1_439), ("9:05", 545),
    ])
    func `reads a time of the day`(_ text: String, _ minutes: Int) {
        #expect(MinuteOfDay(text) == MinuteOfDay(minutes))
    }

    @Test(arguments: [
        "", "9", "24:00", "12:60", "9:5:1", ":30", "9:", "-1:00", "9:-1", "+9:30", "9:+5", "9.30", " 9:30",
        "9:30 ",
    ])
    func `refuses what is no time`(_ text: String) {
        #expect(MinuteOfDay(text) == nil)
    }

    @Test(arguments: [(-1, nil), (0, 0), (1_439, 1_439), (1_440, nil)])
    func `holds the minutes of one day`(_ minutes: Int, _ held: Int?) {
        #expect(MinuteOfDay(minutes)?.minutes == held)
    }

    @Test(arguments: [
        ("10:00", 45, "10:45"), ("23:30", 29, "23:59"), ("23:30", 30, "23:59"), ("0:10", -20, "0:00"),
    ])
    func `adding stops at midnight`(_ start: MinuteOfDay, _ minutes: Int, _ end: MinuteOfDay) {
        #expect(start.adding(minutes) == end)
    }

    @Test func `is written for people and for form fields`() {
        let time: MinuteOfDay = "9:05"

        #expect([time.description, time.fieldText] == ["9:05", "09:05"])
    }
}

struct InstantTests {
    @Test(arguments: [(60_000, 60), (59_999, 59), (500, 0), (-500, 0), (-60_000, -60)])
    func `counts whole seconds`(_ milliseconds: Int64, _ seconds: Int) {
        #expect(Instant(milliseconds: milliseconds).seconds(since: 0) == seconds)
    }

    @Test func `adds seconds and keeps the order of time`() {
        let moment: Instant = 10

        #expect(moment.adding(seconds: 5) == 15)
        #expect([15, moment, 12].sorted() == [10, 12, 15])
    }
}
