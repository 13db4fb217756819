import Domain
import Testing

struct ShiftingTests {
    private func starts(_ gathering: Gathering) -> [MinuteOfDay] { gathering.programme.slots.map(\.start) }

    private func shift(_ gathering: Gathering, _ minutes: Int, at now: Now) throws -> Gathering {
        try gathering.doing { try $0.shift(byMinutes: minutes, at: now, by: .moderator) }
    }

    @Test(
        arguments: [
            ("9:00", ["10:15", "11:15", "12:15", "13:15"]), ("9:59", ["10:15", "11:15", "12:15", "13:15"]),
            ("10:00", ["10:00", "11:15", "12:15", "13:15"]), ("12:59", ["10:00", "11:00", "12:00", "13:15"]),
        ] as [(MinuteOfDay, [MinuteOfDay])])
    func `what has not begun starts later`(_ time: MinuteOfDay, _ later: [MinuteOfDay]) throws {
        let gathering = try shift(.sample(), 15, at: .at(time))

        #expect(starts(gathering) == later)
    }

    @Test func `of two who shift the second is told`() throws {
        let gathering = try Gathering.sample()
        let seen = gathering.programme.timesMark

        let later = try gathering.doing {
            try $0.shift(byMinutes: 15, seen: seen, at: .at("9:00"), by: .moderator)
        }

        #expect(throws: Gathering.Refused.timesChangedMeanwhile) {
            try later.shift(byMinutes: 15, seen: seen, at: .at("9:00"), by: .moderator)
        }
        #expect(later.programme.timesMark != seen)
    }

    @Test func `programme items move along`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.setItem(.sample("a", from: "9:00"), by: .organiser) }
            .doing { try $0.setItem(.sample("b", from: "10:45"), by: .organiser) }

        #expect(try shift(gathering, 15, at: .at("10:00")).programme.items.map(\.start) == ["9:00", "11:00"])
    }

    @Test func `when everything has begun nothing moves`() throws {
        #expect(try Gathering.sample().shift(byMinutes: 15, at: .at("13:00"), by: .moderator) == [])
    }

    @Test(arguments: ["2026-11-20", "2026-11-22"] as [LocalDate])
    func `on another day the whole day moves`(_ date: LocalDate) throws {
        let gathering = try shift(.sample(), -30, at: .at("12:30", on: date))

        #expect(starts(gathering) == ["9:30", "10:30", "11:30", "12:30"])
    }

    @Test(arguments: [
        (-121, false), (-120, true), (-1, true), (0, false), (1, true), (120, true), (121, false),
    ])
    func `by two hours at most, and by something`(_ minutes: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()

        if isTaken {
            #expect(try gathering.shift(byMinutes: minutes, at: .at("7:00"), by: .moderator).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "minutes", from: -120, to: 120)) {
                try gathering.shift(byMinutes: minutes, at: .at("7:00"), by: .moderator)
            }
        }
    }

    @Test(arguments: [(14, true), (15, false)])
    func `nothing is shifted over midnight`(_ minutes: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample { $0.slots = [Slot(id: 1, start: "23:00", lengthMinutes: 45)] }
        let party = try Gathering.sample().doing {
            try $0.setItem(.sample(from: "23:00", 45), by: .organiser)
        }

        for late in [gathering, party] {
            if isTaken {
                #expect(try late.shift(byMinutes: minutes, at: .at("9:00"), by: .moderator).count == 1)
            } else {
                #expect(throws: Gathering.Refused.afterMidnight) {
                    try late.shift(byMinutes: minutes, at: .at("9:00"), by: .moderator)
                }
            }
        }
    }

    @Test func `what runs until late already does not hold back the rest`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.setItem(.sample(from: "14:00", 595, room: "keller"), by: .organiser) }
            .doing { try $0.setSlot(Slot(id: 9, start: "15:00", lengthMinutes: 45), by: .organiser) }

        #expect(try starts(shift(gathering, 15, at: .at("14:30"))).last == "15:15")
    }

    @Test(arguments: [(-15, true), (-16, false)])
    func `moving earlier does not run into what is going on`(_ minutes: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()

        if isTaken {
            #expect(
                try starts(shift(gathering, minutes, at: .at("10:10"))) == [
                    "10:00", "10:45", "11:45", "12:45",
                ])
        } else {
            #expect(throws: Gathering.Refused.slotsOverlap(with: "10:00")) {
                try gathering.shift(byMinutes: minutes, at: .at("10:10"), by: .moderator)
            }
        }
    }

    @Test(arguments: [(-10, true), (-11, false)])
    func `nothing is shifted into the past`(_ minutes: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()

        if isTaken {
            #expect(try starts(shift(gathering, minutes, at: .at("9:50"))).first == "9:50")
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "minutes", from: -10, to: 120)) {
                try gathering.shift(byMinutes: minutes, at: .at("9:50"), by: .moderator)
            }
        }
    }

    @Test func `sessions go along with their slots`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 2, "saal").publishing()

        let later = try shift(gathering, 15, at: .at("10:00"))

        #expect(later.board == gathering.board)
        #expect(later.board.draft.placements[1]?.slots(in: later.programme).map(\.start) == ["11:15"])
    }

    @Test func `what a delay moved says when it was to begin, until it is there again`() throws {
        let late = try shift(.sample(), 15, at: .at("10:30"))
        let later = try shift(late, 10, at: .at("11:20"))

        #expect(late.programme.plannedSlots == [2: "11:00", 3: "12:00", 4: "13:00"])
        #expect(late.delayMinutes(at: .at("10:30")) == 15)
        #expect(later.programme.plannedSlots == late.programme.plannedSlots)
        #expect(later.delayMinutes(at: .at("11:20")) == 25)
        #expect(later.delayMinutes(at: .at("13:25")) == nil)
        #expect(try later.takingBack(at: .at("11:25")).delayMinutes(at: .at("11:25")) == 15)
        #expect(try shift(late, -15, at: .at("10:31")).programme.plannedSlots == [:])
    }

    @Test func `catching up taken back is a delay again`() throws {
        let late = try shift(.sample(), 15, at: .at("10:30"))

        #expect(
            try shift(late, -15, at: .at("10:31")).takingBack(at: .at("10:32")).programme == late.programme)
    }

    @Test func `before its day, and with another time or date, nothing is late`() throws {
        let before = try shift(.sample(), 15, at: .at("12:30", on: "2026-11-20"))
        let late = try shift(.sample(), 15, at: .at("10:30"))
        let set = try late.doing {
            try $0.setSlot(Slot(id: 4, start: "15:00", lengthMinutes: 30), by: .organiser)
        }
        let moved = try late.doing {
            try $0.changeFacts(.sample.with { $0.date = "2026-11-28" }, by: .organiser)
        }

        #expect(before.programme.plannedSlots == [:])
        #expect(set.programme.plannedSlots == [2: "11:00", 3: "12:00"])
        #expect(moved.programme.plannedSlots == [:])
        #expect(late.delayMinutes(at: .at("10:30", on: "2026-11-22")) == nil)
    }

    @Test func `a delay taken back leaves what has begun since where it is`() throws {
        let late = try Gathering.sample {
            $0.slots = Slot.row(from: "10:00", count: 4, changeOverMinutes: 30)
        }
        .doing { try $0.shift(byMinutes: 15, at: .at("9:50"), by: .moderator) }

        #expect(try starts(late.takingBack(at: .at("9:55"))) == ["10:00", "11:15", "12:30", "13:45"])
        #expect(try starts(late.takingBack(at: .at("10:15"))) == ["10:15", "11:15", "12:30", "13:45"])
        #expect(try starts(late.takingBack(at: .at("11:20"))) == ["10:15", "11:30", "12:30", "13:45"])
        #expect(throws: Gathering.Refused.nothingToUndo) { try late.takingBack(at: .at("14:00")) }
    }

    @Test func `neither a delay nor taking it back puts a break over a session that runs`() throws {
        let gathering = try Gathering.sample().doing {
            try $0.setItem(.sample(from: "10:45"), by: .organiser)
        }
        let late = try shift(gathering, 15, at: .at("9:50"))

        #expect(throws: Gathering.Refused.slotsOverlap(with: "10:15")) {
            try late.takingBack(at: .at("10:20"))
        }
        #expect(throws: Gathering.Refused.slotsOverlap(with: "10:00")) {
            try gathering.shift(byMinutes: -10, at: .at("10:05"), by: .moderator)
        }
    }

    @Test func `a delay that keeps a host too long is known`() throws {
        let gathering = try Gathering.sample().proposing("Frühbus", by: "anna") { $0.until = "11:45" }
            .proposing("Spätzug", by: "ben") { $0.from = "10:00" }
            .placing(1, 2, "saal").placing(2, 1, "saal").publishing()
        let late = try shift(gathering, 15, at: .at("9:50"))
        let early = try shift(gathering, -10, at: .at("9:50"))

        #expect(gathering.timeBreaches(in: gathering.board.draft) == [])
        #expect(
            late.timeBreaches(in: late.board.draft) == [.endsTooLate(id: 1, until: "11:45", end: "12:00")])
        #expect(late.timeBreaches(in: late.board.draft, after: "12:00") == [])
        #expect(
            early.timeBreaches(in: early.board.draft) == [
                .beginsTooEarly(id: 2, from: "10:00", start: "9:50")
            ])
        #expect(try late.doing { try $0.cancel(1, by: .moderator) }.timeBreaches(in: late.board.draft) == [])
    }
}
