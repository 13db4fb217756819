import Domain
import Testing

struct EndTests {
    private let evening = Instant(milliseconds: 1_000_000_000_000)

    @Test func `a gathering is over when somebody says so`() throws {
        let gathering = try Gathering.sample().entering(.ended)

        #expect(gathering.end(at: now("2026-11-26", 600)) == gathering.day.endedAt)
    }

    @Test func `a gathering that nobody ended was over at midnight after its date`() throws {
        let gathering = try Gathering.sample()
        let date = try #require(gathering.programme.facts?.date)
        let next = try #require(LocalDate(dayNumber: date.dayNumber + 1))
        let later = try #require(LocalDate(dayNumber: date.dayNumber + 183))

        #expect(gathering.end(at: now(date, 1_439)) == nil)
        #expect(gathering.end(at: now(next, 90)) == evening.adding(seconds: -90 * 60))
        #expect(gathering.end(at: now(later, 0)) == evening.adding(seconds: -182 * 86_400))
    }

    @Test(arguments: ["1970-01-01", "2000-02-29", "2026-11-21", "2026-12-31", "2100-03-01"])
    func `days are counted and found again`(_ text: String) throws {
        let date = try #require(LocalDate(text))

        #expect(LocalDate(dayNumber: date.dayNumber) == date)
        #expect(LocalDate(dayNumber: date.dayNumber + 1).map { $0 > date } == true)
    }

    @Test func `a clock says what it said at another moment, to the minute`() {
        let half = Now(
            instant: Instant(milliseconds: 600_030_000), date: "2026-11-21", time: "0:01")

        #expect(half.at(Instant(milliseconds: 600_005_000)).time == "0:01")
        #expect(half.at(Instant(milliseconds: 599_999_000)).time == "0:00")
        let before = half.at(Instant(milliseconds: 599_880_000))
        #expect(before.time == "23:59")
        #expect(before.date == "2026-11-20")
    }

    private func now(_ date: LocalDate, _ minutes: Int) -> Now {
        Now(instant: evening, date: date, time: MinuteOfDay(minutes) ?? "0:00")
    }
}
