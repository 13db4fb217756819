@testable import Domain
import Testing

struct RunningTests {
    @Test(arguments: Phase.allCases, Phase.allCases)
    func `any station of the day is entered from any other`(_ first: Phase, _ second: Phase) throws {
        let gathering = try Gathering.sample().entering(first)

        let entered = try gathering.entering(second)

        #expect(entered.day.phase == second)
        #expect(try entered.enter(second, by: .moderator) == [])
    }

    @Test func `phases have an order and a next one`() {
        #expect(Phase.allCases.sorted() == Phase.allCases)
        #expect(Phase.allCases.map(\.next) == Array(Phase.allCases.dropFirst()) + [nil])
    }

    @Test func `the end is remembered until the day goes on`() throws {
        let ended = try Gathering.sample().doing(at: 500) { try $0.enter(.ended, by: .moderator) }

        #expect(ended.day.endedAt == 500)
        #expect(try ended.entering(.closing).day.endedAt == nil)
    }

    @Test func `the window opens, closes and opens again`() throws {
        let fresh = try Gathering.sample()
        let open = try fresh.doing(at: 5) { try $0.setWindow(open: true, by: .moderator) }
        let closed = try open.doing(at: 9) { try $0.setWindow(open: false, by: .moderator) }
        let again = try closed.doing(at: 12) { try $0.setWindow(open: true, by: .moderator) }

        #expect(try fresh.setWindow(open: false, by: .moderator) == [])
        #expect(open.day.window == .open(since: 5))
        #expect(try open.setWindow(open: true, by: .moderator) == [])
        #expect(closed.day.window == .closed(at: 9))
        #expect(try closed.setWindow(open: false, by: .moderator) == [])
        #expect(again.day.window == .open(since: 12))
        #expect([fresh, open, closed, again].map(\.day.window.isOpen) == [false, true, false, true])
    }

    @Test func `the newest announcement that stands is shown`() throws {
        let two = try Gathering.sample()
            .doing(at: 5) { try $0.announce("Essen ist da.", by: .moderator) }
            .doing(at: 9) { try $0.announce("Gruppenfoto!", by: .moderator) }
        let one = try two.doing { try $0.takeBack(2 as Announcement.ID, by: .moderator) }
        let none = try one.doing { try $0.takeBack(1 as Announcement.ID, by: .moderator) }

        #expect(
            [two, one, none].map { $0.day.announcement?.text } == ["Gruppenfoto!", "Essen ist da.", nil])
        #expect(two.day.announcements.map(\.sentAt) == [5, 9])
        #expect(try one.takeBack(2 as Announcement.ID, by: .moderator) == [])
        #expect(try one.takeBack(9 as Announcement.ID, by: .moderator) == [])
        #expect(
            try none.doing { try $0.announce("Weiter.", by: .moderator) }.day.announcement?.id
                == 3 as Announcement.ID)
    }

    @Test func `there are five hundred announcements and not one more`() throws {
        var gathering = try Gathering.sample()
        for _ in 1...Day.announcementCountMax {
            gathering = try gathering.doing { try $0.announce("Hallo.", by: .moderator) }
        }

        #expect(gathering.day.announcements.count == 500)
        #expect(throws: Gathering.Refused.tooMany(.announcements)) {
            try gathering.announce("Noch eine.", by: .moderator)
        }
    }
}
