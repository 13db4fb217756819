import Domain
import Testing

struct PitchingTests {
    private func pitching(_ seconds: Int = 60) throws -> Gathering {
        try Gathering.sample { $0.facts.rules.pitchSeconds = seconds }
            .proposing("Radweg", by: "anna").proposing("Leerstand", by: "ben").proposing("Bäume", by: "cem")
            .doing { try $0.beginPitch(at: .at("10:00"), by: .moderator) }
    }

    @Test(arguments: [20, 60, 600])
    func `the first of the queue has the seconds that the gathering gives`(_ seconds: Int) throws {
        let gathering = try pitching(seconds)

        let end = Now.at("10:00").instant.adding(seconds: seconds)
        #expect(gathering.topics.pitch == Pitch(proposal: 1, clock: .running(until: end)))
        #expect(gathering.topics.queue == [2, 3])
        #expect(gathering.topics.pitch?.secondsLeft(at: end.adding(seconds: -5)) == 5)
        #expect(gathering.topics.pitch?.secondsLeft(at: end.adding(seconds: 5)) == 0)
    }

    @Test func `the next one ends the one before`() throws {
        let gathering = try pitching().doing { try $0.beginPitch(at: .at("10:01"), by: .moderator) }

        #expect(gathering.topics.pitched == [1])
        #expect(gathering.topics.pitch?.proposal == 2)
        #expect(gathering.topics.queue == [3])
    }

    @Test func `a topic is called by name, and calling the one that is on changes nothing`() throws {
        let gathering = try pitching().doing { try $0.beginPitch(3, at: .at("10:01"), by: .moderator) }

        #expect(gathering.topics.queue == [2])
        #expect(try gathering.beginPitch(3, at: .at("10:02"), by: .moderator) == [])
        #expect(throws: Gathering.Refused.noSuchProposal) {
            try gathering.beginPitch(9, at: .at("10:02"), by: .moderator)
        }
    }

    @Test func `of two who go on the second skips nobody`() throws {
        let gathering = try pitching().doing {
            try $0.beginPitch(2, after: 1, at: .at("10:01"), by: .moderator)
        }

        #expect(try gathering.beginPitch(2, after: 1, at: .at("10:01"), by: .moderator) == [])
        #expect(throws: Gathering.Refused.pitchedMeanwhile(2)) {
            try gathering.beginPitch(3, after: 1, at: .at("10:01"), by: .moderator)
        }
        #expect(throws: Gathering.Refused.pitchedMeanwhile(nil)) {
            try gathering.doing { try $0.endPitch(of: 2, by: .moderator) }
                .beginPitch(3, after: 2, at: .at("10:01"), by: .moderator)
        }
    }

    @Test func `of two who add time the second is told, and of two who end nobody else is cut off`() throws {
        let longer = try pitching().doing {
            try $0.extendPitch(of: 1, bySeconds: 30, seen: 0, at: second(10), by: .moderator)
        }
        let next = try longer.doing { try $0.beginPitch(2, after: 1, at: second(30), by: .moderator) }

        #expect(throws: Gathering.Refused.clockSetMeanwhile) {
            try longer.extendPitch(of: 1, bySeconds: 30, seen: 0, at: second(10), by: .moderator)
        }
        #expect(throws: Gathering.Refused.pitchedMeanwhile(2)) {
            try next.extendPitch(of: 1, bySeconds: 30, seen: 1, at: second(31), by: .moderator)
        }
        #expect(throws: Gathering.Refused.pitchedMeanwhile(2)) {
            try next.pausePitch(of: 1, at: second(31), by: .moderator)
        }
        #expect(try next.endPitch(of: 1, by: .moderator) == [])
    }

    @Test func `a topic presented twice has had its turn once`() throws {
        let gathering = try pitching()
            .doing { try $0.endPitch(by: .moderator) }
            .doing { try $0.beginPitch(1, at: .at("10:05"), by: .moderator) }
            .doing { try $0.endPitch(by: .moderator) }

        #expect(gathering.topics.pitched == [1])
        #expect(gathering.topics.queue == [2, 3])
    }

    @Test func `nobody is called when nobody waits`() throws {
        let gathering = try Gathering.sample()

        #expect(throws: Gathering.Refused.nobodyWaits) {
            try gathering.beginPitch(at: .at("10:00"), by: .moderator)
        }
    }

    @Test func `a paused clock stands and goes on`() throws {
        let paused = try pitching().doing { try $0.pausePitch(at: second(20), by: .moderator) }
        let resumed = try paused.doing { try $0.resumePitch(at: second(100), by: .moderator) }

        #expect(paused.topics.pitch?.clock == .paused(secondsLeft: 40))
        #expect(paused.topics.pitch?.secondsLeft(at: second(90).instant) == 40)
        #expect(try paused.pausePitch(at: second(25), by: .moderator) == [])
        #expect(resumed.topics.pitch?.clock == .running(until: second(140).instant))
        #expect(try resumed.resumePitch(at: second(110), by: .moderator) == [])
    }

    @Test func `a clock is extended while it runs and while it stands`() throws {
        let running = try pitching().doing {
            try $0.extendPitch(bySeconds: 30, at: second(20), by: .moderator)
        }
        let paused = try pitching().doing { try $0.pausePitch(at: second(20), by: .moderator) }
            .doing { try $0.extendPitch(bySeconds: 30, at: second(50), by: .moderator) }
        let over = try pitching().doing { try $0.extendPitch(bySeconds: 30, at: second(90), by: .moderator) }

        #expect(running.topics.pitch?.clock == .running(until: second(90).instant))
        #expect(paused.topics.pitch?.clock == .paused(secondsLeft: 70))
        #expect(over.topics.pitch?.clock == .running(until: second(120).instant))
    }

    @Test(arguments: [(0, false), (1, true), (600, true), (601, false)])
    func `a clock is extended by one second to ten minutes`(_ seconds: Int, _ isTaken: Bool) throws {
        let gathering = try pitching()

        if isTaken {
            #expect(try gathering.extendPitch(bySeconds: seconds, at: second(0), by: .moderator).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "seconds", from: 1, to: 600)) {
                try gathering.extendPitch(bySeconds: seconds, at: second(0), by: .moderator)
            }
        }
    }

    @Test func `without a pitch there is no clock, and ending it changes nothing`() throws {
        let gathering = try pitching().doing { try $0.endPitch(by: .moderator) }

        #expect(gathering.topics.pitched == [1])
        #expect(try gathering.endPitch(by: .moderator) == [])
        #expect(throws: Gathering.Refused.noPitch) { try gathering.pausePitch(at: second(0), by: .moderator) }
        #expect(throws: Gathering.Refused.noPitch) {
            try gathering.resumePitch(at: second(0), by: .moderator)
        }
        #expect(throws: Gathering.Refused.noPitch) {
            try gathering.extendPitch(bySeconds: 5, at: second(0), by: .moderator)
        }
    }

    @Test func `who withdraws while presenting leaves the stage and has not had a turn`() throws {
        let gathering = try pitching().doing { try $0.withdraw(1, by: .participant("anna")) }

        #expect(gathering.topics.pitch == nil)
        #expect(gathering.topics.pitched == [])
    }

    @Test(arguments: [(-1, [3, 2]), (0, [3, 2]), (1, [2, 3]), (9, [2, 3])] as [(Int, [Proposal.ID])])
    func `a waiting topic moves within the queue`(_ index: Int, _ queue: [Proposal.ID]) throws {
        let gathering = try pitching().doing { try $0.queue(3, at: index, by: .moderator) }

        #expect(gathering.topics.queue == queue)
        #expect(try gathering.queue(3, at: index, by: .moderator) == [])
    }

    @Test func `what is being presented waits no more, what was presented may wait again`() throws {
        let gathering = try pitching()
        let next = try gathering.doing { try $0.beginPitch(at: .at("10:01"), by: .moderator) }

        #expect(try gathering.queue(1, at: 0, by: .moderator) == [])
        #expect(try next.doing { try $0.queue(1, at: 0, by: .moderator) }.topics.queue == [1, 3])
        #expect(throws: Gathering.Refused.noSuchProposal) { try gathering.queue(9, at: 0, by: .moderator) }
    }

    @Test(arguments: [(-1, false), (0, true), (500, true), (501, false)])
    func `hands are counted within bounds`(_ count: Int, _ isTaken: Bool) throws {
        let gathering = try pitching()

        if isTaken {
            let counted = try gathering.doing { try $0.countHands(count, for: 2, by: .moderator) }
            #expect(counted.topics.handCount(of: 2) == count)
            #expect(try counted.countHands(count, for: 2, by: .moderator) == [])
            #expect(
                try counted.doing { try $0.countHands(nil, for: 2, by: .moderator) }.topics
                    == gathering.topics)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "hands", from: 0, to: 500)) {
                try gathering.countHands(count, for: 2, by: .moderator)
            }
        }
    }

    @Test func `all hands together stay below what the planner can seat`() throws {
        var gathering = try Gathering.sample(topics: 9)
        for id in 1...8 {
            gathering = try gathering.doing {
                try $0.countHands(500, for: Proposal.ID(number: id), by: .moderator)
            }
        }

        #expect(throws: Gathering.Refused.outOfRange(field: "hands", from: 0, to: 0)) {
            try gathering.countHands(1, for: 9, by: .moderator)
        }
        #expect(try gathering.countHands(400, for: 8, by: .moderator).count == 1)
    }

    /// So many seconds after the first pitch began.
    private func second(_ seconds: Int) -> Now {
        let begin = Now.at("10:00")
        return Now(instant: begin.instant.adding(seconds: seconds), date: begin.date, time: begin.time)
    }
}
