import Domain
import Foundation
import Testing

@testable import tafelrunde

struct WallClockTests {
    @Test(arguments: [
        (1_795_248_000.25, "2026-11-21", "9:00"), (1_782_849_600, "2026-06-30", "22:00"),
        (1_782_856_800, "2026-07-01", "0:00"), (1_792_889_999, "2026-10-25", "2:59"),
        (1_792_890_000, "2026-10-25", "2:00"), (1_835_391_600, "2028-02-29", "0:00"),
        (1_835_391_599, "2028-02-28", "23:59"), (0, "1970-01-01", "1:00"),
    ])
    func `tells what the clock in the hall says`(_ seconds: Double, _ date: String, _ time: String) throws {
        let now = try #require(try WallClock().now(Date(timeIntervalSince1970: seconds)))

        #expect(now.date.description == date)
        #expect(now.time.description == time)
        #expect(now.instant.milliseconds == Int64(seconds * 1000))
    }

    @Test func `another zone has another hour, and another day`() throws {
        let east = try #require(
            try WallClock(zone: "Etc/GMT-14").now(Date(timeIntervalSince1970: 1_795_248_000)))
        let moment = Date(timeIntervalSince1970: 1_795_255_200)

        #expect(east.time.description == "22:00")
        #expect(try WallClock(zone: "Etc/GMT-14").now(moment)?.date.description == "2026-11-22")
        #expect(throws: Stop.self) { try WallClock(zone: "Europa/Iserlohn") }
    }

    @Test func `knows no year that the domain cannot name`() throws {
        #expect(try WallClock().now(Date(timeIntervalSince1970: 1e11)) == nil)
    }

    @Test func `writes moments as everybody reads them`() {
        #expect(
            WallClock.timestamp(Date(timeIntervalSince1970: 951_782_399.999)) == "2000-02-28T23:59:59.999Z")
        #expect(WallClock.timestamp(Date(timeIntervalSince1970: 951_782_400)) == "2000-02-29T00:00:00.000Z")
    }
}
