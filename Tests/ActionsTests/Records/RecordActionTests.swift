import Actions
import Domain
import Journal
import TestSupport
import Testing

struct RecordActionTests {
    @Test func `four people write into one record at once, and every word is there`() async throws {
        let day = try await Self.runningDay()
        let devices: [Device.ID] = ["phone-1", "phone-2", "phone-3", "phone-4"]

        try await withThrowingTaskGroup { group in
            for (number, device) in devices.enumerated() {
                group.addTask {
                    for line in 0..<10 {
                        let act = Acting.sample(device, .certain("line-\(number)-\(line)"))
                        let typed = try Record.Typed(.solutions, "von\(number) zeile\(line)")
                        // Each knows only the empty field they began with.
                        try await WriteRecord(day.instance)(.init([typed], seen: 0), to: "1", in: day.id, act)
                        try await WriteRecord(day.instance)(.init([typed], seen: 0), to: "1", in: day.id, act)
                    }
                }
            }
            try await group.waitForAll()
        }

        let record = try await day.record()
        let lines = record.text(.solutions).split(separator: "\n").map(String.init)
        #expect(lines.count == 40)
        #expect(Set(lines).count == 40)
        #expect(Set(record.authors).count == 4)
        #expect(record.clashes == [])
    }

    @Test func `a form whose answer was lost counts once`() async throws {
        let day = try await Self.runningDay()

        for _ in 1...3 { try await day.write("Rad", as: "phone-1", act: "the-same-act") }

        let record = try await day.record()
        #expect(record.text(.solutions) == "Rad")
        #expect(record.revision == 1)
    }

    @Test func `what was cancelled, withdrawn or merged meanwhile keeps its record`() async throws {
        let day = try await Self.runningDay()
        try await day.change("cancel-1") { try $0.cancel("1", by: $1) }

        try await day.write("Rad", as: "phone-1", act: "after-the-end")
        try await day.change("withdraw-1") { try $0.withdraw("1", by: $1) }
        try await day.write("Bus", as: "phone-2", act: "after-all-that")

        #expect(try await day.record().text(.solutions) == "Rad\nBus")
    }

    @Test func `what was never on the board has no record`() async throws {
        let day = try await Self.runningDay()
        try await day.propose("Zu spät", by: "phone-2")

        await #expect(throws: Gathering.Refused.notOnBoard) {
            try await day.write("Rad", to: "2", as: "phone-1", act: "too-soon-1")
        }
        await #expect(throws: Gathering.Refused.noSuchProposal) {
            try await day.write("Rad", to: "9", as: "phone-1", act: "too-soon-2")
        }
        await #expect(throws: Gathering.Refused.notAllowed(.write)) {
            try await day.write("Rad", as: "stranger", act: "too-soon-3")
        }
        await #expect(throws: Gathering.Refused.noSuchGathering) {
            try await WriteRecord(day.instance)(
                .init([], seen: 0), to: "1", in: "nowhere", .sample("phone-1", "too-soon-4"))
        }
    }

    @Test func `names of people who are here hold a release back until they are confirmed`() async throws {
        let day = try await Self.runningDay()
        let text = try Record.Typed(.solutions, "Annas Idee, nicht die von Eva.")
        try await WriteRecord(day.instance)(
            .init([text], seen: 0, isChatham: true), to: "1", in: day.id, .sample("phone-2", "write-it"))
        let release = ReleaseRecord(day.instance)

        let held = try await release("1", seen: 2, in: day.id, .sample("phone-1", "release-1"))
        let record = try await day.record()
        let names = try await day.instance.names(in: record, of: day.id)
        let free = try await release(
            "1", seen: 2, confirmed: names, in: day.id, .sample("phone-1", "release-2"))

        #expect(!held && free)
        #expect(names == .init(["Anna"]))
        #expect(record.heldRevision == 2)
        #expect(try await day.record().released?.texts[.solutions] == text.text)
    }

    @Test func `only its host and moderators release`() async throws {
        let day = try await Self.runningDay()
        try await day.write("Rad", as: "phone-2", act: "write-it")
        let release = ReleaseRecord(day.instance)

        await #expect(throws: Gathering.Refused.notAllowed(.release)) {
            try await release("1", seen: 1, in: day.id, .sample("phone-2", "release-1"))
        }
        #expect(try await release("1", seen: 1, in: day.id, .sample(Day.organiser, "release-2")))
    }

    @Test func `who wrote on paper is sealed, and forgotten with the other names`() async throws {
        let day = try await Self.runningDay()
        let keys = day.instance.keys(of: day.id)
        let paul = WriteRecord.Sheet.Author.named(try PaperAuthor("Paul"))
        for act in ["paper-1", "paper-2"] as [ActID] {
            try await WriteRecord(day.instance)(
                .init([], seen: 0, paperAuthor: paul), to: "1", in: day.id, .sample("phone-1", act))
        }
        let sealed = try #require(try await day.record().paperAuthor)
        #expect(keys.open(sealed)?.text == "Paul")
        #expect(try await day.instance.records.desk(day.recordID).version.value == 1)

        try await day.enter(.ended)
        day.clock.advance(seconds: 200 * 24 * 3600)
        _ = try await ForgetNames(day.instance)(in: day.id)

        #expect(keys.open(sealed) == nil)
    }

    @Test func `who left may be named all the same, so the release waits for a look`() async throws {
        let day = try await Self.runningDay()
        let text = try Record.Typed(.solutions, "Bens Idee, und Pauls, in der Stadt Altena")
        let paul = WriteRecord.Sheet.Author.named(try PaperAuthor("Paul Meier"))
        try await WriteRecord(day.instance)(
            .init([text], seen: 0, isChatham: true, paperAuthor: paul), to: "1", in: day.id,
            .sample("phone-1", "write-it"))
        let here = try await day.instance.names(in: day.record(), of: day.id)
        let ben = try #require(try await day.instance.caller("phone-2", in: day.id).participant)
        try await LeaveGathering(day.instance)(ben, .leaving, in: day.id, .sample("phone-2", "leave-it"))

        let left = try await day.instance.names(in: day.record(), of: day.id)
        let held = try await ReleaseRecord(day.instance)(
            "1", seen: 2, confirmed: .init(here.words), in: day.id, .sample("phone-1", "release-1"))

        #expect(here == .init(["Ben", "Paul Meier"]))
        #expect(left == .init(["Paul Meier"], unreadCount: 1))
        #expect(!held)
        #expect(
            try await ReleaseRecord(day.instance)(
                "1", seen: 2, confirmed: left, in: day.id, .sample("phone-1", "release-2")))
    }

    @Test func `after the names are forgotten words are kept, and no new name is taken`() async throws {
        let day = try await Self.runningDay()
        try await day.instance.keys(of: day.id).destroy([KeyName(gathering: day.id, purpose: .records)])

        let left = try await WriteRecord(day.instance)(
            .init(
                [try Record.Typed(.solutions, "Rad")], seen: 0,
                paperAuthor: .named(try PaperAuthor("Paul"))), to: "1", in: day.id,
            .sample(Day.organiser, "write-it"))

        #expect(left.paperAuthor)
        #expect(try await day.record().text(.solutions) == "Rad")
        #expect(try await day.record().paperAuthor == nil)
    }

    @Test func `a field that got too long is left out, also when the form is sent again`() async throws {
        let day = try await Self.runningDay()
        try await day.write(
            String(repeating: "b", count: 200), in: .keyPoints[0], as: "phone-1", act: "first-1")
        let sheet = WriteRecord.Sheet(
            [
                try Record.Typed(.keyPoints[0], String(repeating: "a", count: 200)),
                try Record.Typed(.questions, "Wann?"),
            ], seen: 0)

        for _ in 1...2 {
            let left = try await WriteRecord(day.instance)(
                sheet, to: "1", in: day.id, .sample("phone-2", "second-1"))
            #expect(left.fields == [.keyPoints[0]: .recordTooLong(field: "keyPoint1", by: 1)])
        }

        #expect(try await day.record().text(.questions) == "Wann?")
        #expect(try await day.record().revision == 2)
    }

    @Test func `asked for, everybody hears it, and where there are words nobody asks`() async throws {
        let day = try await Self.runningDay()
        let ask = AskForRecord(day.instance)
        let text = try AnnouncementText("Wer schreibt mit?")

        try await ask("1", saying: text, in: day.id, .sample(Day.organiser, "ask-1"))
        try await day.write("Rad", as: "phone-1", act: "write-it")
        try await ask("1", saying: text, in: day.id, .sample(Day.organiser, "ask-2"))

        #expect(try await day.gathering().day.announcements.map(\.text) == [text])
        #expect(try await day.record().askedAt != nil)
        await #expect(throws: Gathering.Refused.notAllowed(.moderate)) {
            try await ask("1", saying: text, in: day.id, .sample("phone-1", "ask-3"))
        }
    }

    @Test func `nobody is asked for the record of what does not take place`() async throws {
        let day = try await Self.runningDay()
        let text = try AnnouncementText("Wer schreibt mit?")
        try await day.change("cancel-1") { try $0.cancel("1", by: $1) }

        await #expect(throws: Gathering.Refused.notOnBoard) {
            try await AskForRecord(day.instance)(
                "1", saying: text, in: day.id, .sample(Day.organiser, "ask-1"))
        }
        #expect(try await day.gathering().day.announcements.isEmpty)
    }

    @Test func `a gathering that is deleted takes its records with it`() async throws {
        let day = try await Self.runningDay()
        try await day.write("Rad", as: "phone-1", act: "write-it")
        let title = try await day.gathering().programme.facts?.title.text ?? ""

        try await ForgetGathering(day.instance)(day.id, named: title, .sample(Day.organiser, "forget-it"))

        #expect(try await day.record().isEmpty)
    }

    /// One session, Anna's; four people with phones are there.
    private static func runningDay() async throws -> Day {
        let day = try await Day.begin()
        for (number, name) in ["Anna", "Ben", "Cem", "Dora"].enumerated() {
            try await day.join(.certain("phone-\(number + 1)"), name: name)
        }
        try await day.propose("Radwege", by: "phone-1")
        try await day.change("place-1") {
            try $0.move("1", to: Place(slot: "1", room: "1"), seen: nil, by: $1)
        }
        try await day.change("publish-1") { try $0.publish(revision: $0.board.revision, by: $1) }
        return day
    }
}

extension Day {
    fileprivate var recordID: Record.ID { .certain("\(id)-1") }

    fileprivate func record() async throws -> Record { try await instance.records.read(recordID) { $0 } }

    fileprivate func write(
        _ text: String, in field: Record.Field = .solutions, to session: Proposal.ID = "1",
        as device: Device.ID, act: ActID
    ) async throws {
        let typed = try Record.Typed(field, text)
        try await WriteRecord(instance)(.init([typed], seen: 0), to: session, in: id, .sample(device, act))
    }
}
