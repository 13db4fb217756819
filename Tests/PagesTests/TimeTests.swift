import Domain
import Testing

@testable import Pages

struct TimeTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func clock() throws -> WallClock { try #require(WallClock(zone: WallClock.berlin)) }

    @Test(arguments: [
        ("2026-11-21", 570, 1_795_249_800_000), ("2026-07-01", 570, 1_782_891_000_000),
        ("2026-10-25", 60, 1_792_882_800_000), ("2026-10-25", 240, 1_792_897_200_000),
    ])
    func `the wall clock and the instant say the same`(iso: String, minute: Int, milliseconds: Int64) throws {
        let time = WallTime(try day(iso), minuteOfDay: minute)

        #expect(try clock().instant(of: time) == Instant(milliseconds: milliseconds))
        #expect(try clock().time(at: Instant(milliseconds: milliseconds)) == time)
    }

    @Test func `the day in October has 25 hours`() throws {
        let start = try clock().instant(of: WallTime(try day("2026-10-25"), minuteOfDay: 0))
        let end = try clock().instant(of: WallTime(try day("2026-10-26"), minuteOfDay: 0))

        #expect(try #require(end).seconds(since: #require(start)) == 25 * 3600)
    }

    @Test func `an hour that comes twice is the first one`() throws {
        let twice = try clock().instant(of: WallTime(try day("2026-10-25"), minuteOfDay: 150))

        #expect(twice == Instant(milliseconds: 1_792_888_200_000))
        #expect(try clock().time(at: Instant(milliseconds: 1_792_891_800_000)).minuteOfDay == 150)
    }

    @Test func `an hour that is left out is the moment after`() throws {
        let gap = try clock().instant(of: WallTime(try day("2026-03-29"), minuteOfDay: 150))

        #expect(try clock().time(at: #require(gap)).minuteOfDay == 210)
    }

    @Test func `nobody knows a zone that does not exist`() {
        #expect(WallClock(zone: "Europa/Iserlohn") == nil)
    }

    @Test(arguments: ["2026-02-30", "2026-13-01", "26-11-21", "2026-1-1", "heute", "", "2026-11-21-1"])
    func `no such day`(_ iso: String) {
        #expect(CalendarDay(iso: iso) == nil)
    }

    @Test func `German dates keep together what belongs together`() throws {
        let formats = Formats(.du)
        let thursday = try day("2026-11-26")

        #expect(formats.day(thursday) == "26.\u{A0}November")
        #expect(formats.date(try day("2026-11-21")) == "21.\u{A0}November 2026")
        #expect(formats.shortDay(thursday) == "Do,\u{A0}26.\u{A0}November")
        #expect(formats.longDate(thursday) == "Donnerstag, 26.\u{A0}November 2026")
        #expect(Formats(.english).longDate(thursday) == "Thursday, 26\u{A0}November 2026")
    }

    @Test(arguments: [(0, "0:00"), (570, "9:30"), (630, "10:30"), (1439, "23:59")])
    func `times have no zero in front`(minute: Int, text: String) {
        #expect(Formats(.du).time(minute) == text)
    }

    @Test(arguments: [(7, "7"), (1250, "1.250"), (1_000_000, "1.000.000"), (-4, "\u{2212}4")])
    func `numbers are grouped`(number: Int, text: String) {
        #expect(Formats(.du).number(number) == text)
    }

    @Test func `names are in the order of a German dictionary`() {
        let names = ["Öl", "Straße", "Atlas", "Ätna", "arm", "Ofen", "Ärger", "Bad Laasphe", "Bad-Berleburg"]

        let sorted = names.map { ($0, SortKey($0)) }.sorted { $0.1 < $1.1 }.map(\.0)

        #expect(
            sorted == [
                "Ärger", "arm", "Atlas", "Ätna", "Bad-Berleburg", "Bad Laasphe", "Ofen", "Öl", "Straße",
            ]
        )
    }
}
