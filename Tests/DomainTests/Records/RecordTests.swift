import Testing

@testable import Domain

struct RecordTests {
    @Test func `it is named after its session, also in a rehearsal`() throws {
        let id = try #require(Record.ID(of: 7, in: "probe-abc-23"))

        #expect(id.text == "probe-abc-23-7")
        #expect(id.gathering == "probe-abc-23")
        #expect(id.session == 7)
    }

    @Test func `two who write into one field at once lose nothing`() throws {
        let record = try Record.sample().writing("Kein Radweg.", in: .startingPoint)
            .writing("Kein Radweg.\nKein Geld.", in: .startingPoint, by: "ben")
            .writing("Kein Radweg an der B7.", in: .startingPoint, seen: 1, by: "cem")

        #expect(record.text(.startingPoint) == "Kein Radweg an der B7.\nKein Geld.")
        #expect(record.authors == ["anna", "ben", "cem"])
        #expect(record.clashes == [])
        #expect(record.revision == 3)
    }

    @Test func `sent again, or typed as it stands, it changes nothing`() throws {
        let record = try Record.sample().writing("Rad", in: .solutions).writing(
            "Bus", in: .solutions, seen: 0)

        #expect(
            try record.write([.init(.solutions, "Bus")], seen: 0, by: .participant("ben")) == [])
        #expect(
            try record.write([.init(.solutions, " Rad \n\nBus")], seen: 2, isChatham: false, by: .moderator)
                != [])
        #expect(try record.write([.init(.solutions, " Rad \nBus ")], seen: 2, by: .moderator) == [])
    }

    @Test func `a form that says itself what it began with is taken at its word`() throws {
        let record = try Record.sample().writing("Rad", in: .solutions)
            .doing { try $0.write([.init(.solutions, "Bus")], seen: 0, by: .participant("ben")) }
            .doing {
                try $0.write([.init(.solutions, "Bus fährt", base: "Bus")], seen: 0, by: .participant("ben"))
            }

        #expect(record.text(.solutions) == "Rad\nBus fährt")
    }

    @Test func `where two changed the same words, both stay until somebody chooses`() throws {
        let clashed = try Record.sample().writing("Es kostet 5 Euro", in: .solutions)
            .writing("Es kostet 6 Euro", in: .solutions, seen: 1)
            .writing("Es kostet 7 Euro", in: .solutions, seen: 1, by: "ben")
        let clash = try #require(clashed.clashes.first)

        #expect(clashed.text(.solutions) == "Es kostet 6 Euro\nEs kostet 7 Euro")
        #expect([clash.first, clash.second] == ["Es kostet 6 Euro", "Es kostet 7 Euro"])
        for (version, text) in [
            (.first, "Es kostet 6 Euro"), (.second, "Es kostet 7 Euro"),
            (.both, "Es kostet 6 Euro\nEs kostet 7 Euro"),
        ] as [(Record.Version, String)] {
            let chosen = try clashed.doing { try $0.choose(version, of: clash.number, by: .moderator) }
            #expect(chosen.text(.solutions) == text)
            #expect(chosen.clashes == [])
            #expect(try chosen.choose(.first, of: clash.number, by: .moderator) == [])
        }
    }

    @Test func `a version that somebody goes on writing is still one to choose`() throws {
        let clashed = try Record.sample().writing("Es kostet 5 Euro", in: .solutions)
            .writing("Es kostet 6 Euro", in: .solutions, seen: 1)
            .writing("Es kostet 7 Euro", in: .solutions, seen: 1, by: "ben")
        let longer = try clashed.writing("Oben\nEs kostet 6 Euro\nEs kostet 7 Euro im Jahr", in: .solutions)
        let deleted = try longer.writing("Oben\nEs kostet 7 Euro im Jahr", in: .solutions)

        #expect(longer.clashes.map(\.second) == ["Es kostet 7 Euro im Jahr"])
        #expect(longer.clashes.map(\.first) == ["Es kostet 6 Euro"])
        #expect(deleted.clashes == [])
    }

    @Test func `in a field of one line both stand side by side`() throws {
        let record = try Record.sample().writing("Anna", in: .step("s1", .who))
            .writing("Ben", in: .step("s1", .who), seen: 0, by: "ben")

        #expect(record.text(.step("s1", .who)) == "Anna / Ben")
        #expect(try record.write([.init(.step("s1", .who), "Ben")], seen: 0, by: .moderator) == [])
    }

    @Test func `two who add a step at once have two`() throws {
        let record = try Record.sample().writing("Antrag", in: .step("s1", .what))
            .writing("Termin", in: .step("s2", .what), seen: 0).writing("", in: .step("s1", .what))

        #expect(record.stepOrder == ["s1", "s2"])
        #expect(record.texts.count == 1)
        #expect(record.steps == ["s2"])
    }

    @Test func `what it said is restored, and what was written since stays in the history`() throws {
        let record = try Record.sample().writing("Eins ö", in: .solutions).writing(
            "Eins zwei", in: .solutions
        )
        .writing("Fragen?", in: .questions)
        let restored = try record.doing { try $0.restore(1, by: .moderator) }

        #expect(record.texts(at: 1)?[.solutions] == "Eins ö")
        #expect(restored.text(.solutions) == "Eins ö")
        #expect(restored.text(.questions) == "")
        #expect(restored.revisions.last?.restored == 1)
        #expect(restored.texts(at: 3) == record.texts)
        #expect(try restored.restore(4, by: .moderator) == [])
        #expect(restored.texts(at: 5) == nil)
        #expect(restored.texts(at: -1) == nil)
    }

    @Test func `who wrote on paper is another: a draft again, until it is released anew`() throws {
        let author = Personal<PaperAuthor>(key: "iserlohn/records", sealed: Array("name".utf8))
        let released = try Record.sample().writing("Rad", in: .solutions)
            .doing { _ in [.paperAuthorSet(author: author)] }
            .doing { try $0.release(by: .moderator) }
        let struckOut = try released.doing { _ in [.paperAuthorSet(author: nil)] }
        let again = try struckOut.doing { try $0.release(by: .moderator) }

        #expect([released, struckOut, again].map(\.status) == [.released, .draft, .released])
        #expect([released, struckOut, again].map { $0.released?.paperAuthor } == [author, author, nil])
    }

    @Test func `a released record that is changed is a draft, and stays public as it was`() throws {
        let released = try Record.sample().writing("Rad", in: .solutions)
            .doing { try $0.release(isHost: true, by: .participant("ben")) }
        let changed = try released.writing("Rad und Bus", in: .solutions)
        let again = try changed.doing { try $0.release(by: .moderator) }

        #expect([released, changed, again].map(\.status) == [.released, .draft, .released])
        #expect(changed.released?.texts == [.solutions: "Rad"])
        #expect(again.released?.texts == [.solutions: "Rad und Bus"])
        #expect(try again.release(by: .moderator) == [])
        #expect(try again.doing { try $0.withdrawRelease(isHost: false, by: .moderator) }.released == nil)
    }

    @Test func `names hold the release back under the Chatham House rule, until they are confirmed`() throws {
        let record = try Record.sample().writing("Annas Idee, sagt Ben.", in: .solutions)
        let chatham = try record.doing {
            try $0.write([], seen: 1, isChatham: true, by: .participant("anna"))
        }
        let names = chatham.names(of: ["Anna", "Ben", "Eva", "I"])
        let held = try chatham.doing {
            try $0.release(names: names, confirmed: .init(["Anna"]), by: .moderator)
        }

        #expect(names == .init(["Anna", "Ben"]))
        #expect(held.heldRevision == 2)
        #expect(held.released == nil)
        #expect(try held.release(names: names, by: .moderator) == [])
        #expect(
            try held.release(names: names, confirmed: names, by: .moderator)
                == [.released(revision: 2, by: nil, namesConfirmed: 2)])
        #expect(try record.release(names: names, by: .moderator).count == 1)
    }

    @Test(arguments: [
        ("Joergs Idee", "Jörg"), ("Jorg sagt", "Jörg"), ("Jörg’s", "Joerg"), ("Groß fragt", "Gross"),
        ("Max baut", "Maximilian"), ("Anna-Lenas Plan", "Lena"), ("Şirin fragt", "Sirin"),
        ("anna sagt", "Anna"),
    ])
    func `a name is found however it is spelt`(_ text: String, _ name: String) throws {
        let record = try Record.sample().writing(text, in: .solutions)

        #expect(record.names(of: [name]).words == [name])
    }

    @Test(arguments: [("das geht", "Dasha"), ("Annahme", "Anna"), ("Ma baut", "Max"), ("i", "I")])
    func `a word that only begins like a name is none`(_ text: String, _ name: String) throws {
        let record = try Record.sample().writing(text, in: .solutions)

        #expect(record.names(of: [name]).words == [])
    }

    @Test func `names that nobody can read any more hold the release back too`() throws {
        let chatham = try Record.sample().writing("Rad", in: .solutions)
            .doing { try $0.write([], seen: 1, isChatham: true, by: .participant("anna")) }
        let names = chatham.names(of: [], unreadCount: 2)

        #expect(try chatham.release(names: names, by: .moderator) == [.held(revision: 2)])
        #expect(
            try chatham.release(names: names, confirmed: .init(unreadCount: 1), by: .moderator)
                == [.held(revision: 2)])
        #expect(
            try chatham.release(names: names, confirmed: .init(unreadCount: 2), by: .moderator)
                == [.released(revision: 2, by: nil, namesConfirmed: 0)])
    }

    @Test func `an organiser is named by the whole name, also in the genitive`() throws {
        let organisers: Set<String> = ["Stadt Altena", "Kreis"]
        let names = { (text: String) in
            try Record.sample().writing(text, in: .solutions).names(of: [], organisers: organisers).words
        }

        #expect(try names("Die Stadt Altenas zahlt.") == ["Stadt Altena"])
        #expect(try names("Die Stadt zahlt in Altena.") == [])
        #expect(try names("Ein Kreis, eine Stadt") == ["Kreis"])
        #expect(try names("Stadt") == [])
    }

    @Test func `the rule takes back what was released without it`() throws {
        let released = try Record.sample().writing("Annas Idee", in: .solutions)
            .doing { try $0.release(by: .moderator) }
        let ruled = try released.doing {
            try $0.write([], seen: 1, isChatham: true, by: .participant("anna"))
        }
        let again = try ruled.doing { try $0.release(by: .moderator) }
        let lifted = try again.doing { try $0.write([], seen: 2, isChatham: false, by: .moderator) }

        #expect(ruled.released == nil)
        #expect(ruled.status == .draft)
        #expect(lifted.released?.isChatham == true)
    }

    @Test func `only who may release the record lifts the rule`() throws {
        let ruled = try Record.sample()
            .doing { try $0.write([], seen: 0, isChatham: true, by: .participant("anna")) }

        #expect(throws: Gathering.Refused.notAllowed(.release)) {
            try ruled.write([], seen: 1, isChatham: false, by: .participant("anna"))
        }
        #expect(try ruled.write([], seen: 1, isChatham: true, by: .participant("anna")) == [])
        for changes in [
            try ruled.write([], seen: 1, isChatham: false, isHost: true, by: .participant("anna")),
            try ruled.write([], seen: 1, isChatham: false, by: .moderator),
        ] {
            #expect(changes.count == 1)
        }
    }

    @Test func `emptied after its release it is a draft, and the release is withdrawn like any other`() throws
    {
        let emptied = try Record.sample().writing("Rad", in: .solutions)
            .doing { try $0.release(by: .moderator) }
            .writing("", in: .solutions)

        #expect(emptied.isEmpty)
        #expect(emptied.status == .draft)
        #expect(try emptied.ask(by: .moderator) == [])
        #expect(try emptied.withdrawRelease(isHost: false, by: .moderator) == [.releaseWithdrawn])
    }

    @Test func `a release keeps who had written until then, also on paper`() throws {
        let name = Personal<PaperAuthor>(key: "iserlohn/records", sealed: [1])
        let later = Personal<PaperAuthor>(key: "iserlohn/records", sealed: [2])
        let record = try Record.sample().writing("Rad", in: .solutions)
            .doing { try $0.setPaperAuthor(name, by: .moderator) }
            .doing { try $0.release(by: .moderator) }
            .writing("Rad und Bus", in: .solutions, by: "cem")
            .doing { try $0.setPaperAuthor(later, by: .moderator) }

        #expect(record.released?.authors == ["anna"])
        #expect(record.released?.paperAuthor == name)
        #expect(record.authors == ["anna", "cem"])
    }

    @Test func `what cannot be kept keeps nothing else out`() throws {
        let half = String(repeating: "a", count: 200)
        let record = try Record.sample().writing(String(repeating: "b", count: 200), in: .keyPoints[0])
        let typed = [
            try Record.Typed(.keyPoints[0], half), try Record.Typed(.questions, "Wann?"),
        ]
        let steps = try (1...13).map { try Record.Typed(.step(.init(number: $0), .what), "Schritt \($0)") }

        let parted = record.part(typed, seen: 0)
        let crowded = record.part(steps + typed, seen: 0)

        #expect(parted.kept == [typed[1]])
        #expect(parted.refused == [.keyPoints[0]: .recordTooLong(field: "keyPoint1", by: 1)])
        #expect(crowded.kept == [typed[1]])
        #expect(crowded.refused[.step(.init(number: 1), .what)] == .tooManySteps)
        #expect(try record.write(parted.kept, seen: 0, by: .moderator).count == 1)
    }

    @Test func `a form older than anything known takes nothing away`() throws {
        var record = try Record.sample().writing("Alt", in: .solutions)
        for number in 0..<Record.revisionsKeptMax {
            record = try record.writing("Neu \(number)", in: .questions)
        }
        record = try record.writing("Alt\nVon Ben", in: .solutions, by: "ben")

        #expect(record.texts(at: 1) == nil)
        #expect(
            try record.writing("Alt\nVon Anna", in: .solutions, seen: 1).text(.solutions)
                == "Alt\nVon Ben\nVon Anna")
    }

    @Test func `history is bounded in bytes too, and its newest revision stays`() throws {
        var record = try Record.sample()
        for number in 0..<300 {
            let text = String(repeating: number.isMultiple(of: 2) ? "a" : "b", count: 8_000)
            record = try record.writing(text, in: .solutions, seen: record.revision)
        }

        let bytes = record.revisions.flatMap(\.edits).map { $0.removed.utf8.count + $0.inserted.utf8.count }
        #expect(bytes.reduce(0, +) <= Record.revisionBytesMax)
        #expect(bytes.reduce(0, +) > Record.revisionBytesMax - 20_000)
        #expect(record.revisions.last?.number == 300)
        #expect(record.texts(at: 299)?[.solutions]?.first == "a")
    }

    @Test func `steps that were emptied are forgotten one day, those with words never`() throws {
        var record = try Record.sample().writing("Bleibt", in: .step("first", .what))
        for number in 1...(2 * Record.stepsKeptMax) {
            let field = Record.Field.step(.init(number: number), .what)
            record = try record.writing("Geht", in: field).writing("", in: field)
        }

        #expect(record.stepOrder.count == Record.stepsKeptMax)
        #expect(record.stepOrder.first == "first")
        #expect(record.texts.count == 1)
    }

    @Test func `a base that the field can never have held is none`() throws {
        let long = String(repeating: "a", count: Record.Field.keyPoints[0].lengthMax)

        #expect(try Record.Typed(.keyPoints[0], "x", base: long).base == long)
        #expect(try Record.Typed(.keyPoints[0], "x", base: long + "a").base == nil)
    }

    @Test func `only its host and moderators make it public`() throws {
        let record = try Record.sample().writing("Rad", in: .solutions)

        for caller in [.participant("dora"), .projector, .nobody] as [Caller] {
            #expect(throws: Gathering.Refused.notAllowed(.release)) { try record.release(by: caller) }
            #expect(throws: Gathering.Refused.notAllowed(.release)) {
                try record.withdrawRelease(isHost: false, by: caller)
            }
        }
        #expect(throws: Gathering.Refused.notAllowed(.release)) {
            try record.release(isHost: true, by: .nobody)
        }
    }

    @Test func `only who is there writes, chooses, restores and takes notes`() throws {
        let record = try Record.sample()

        for caller in [.projector, .nobody] as [Caller] {
            #expect(throws: Gathering.Refused.notAllowed(.write)) {
                try record.write([], seen: 0, by: caller)
            }
            #expect(throws: Gathering.Refused.notAllowed(.write)) {
                try record.choose(.first, of: 1, by: caller)
            }
            #expect(throws: Gathering.Refused.notAllowed(.write)) { try record.restore(0, by: caller) }
            #expect(throws: Gathering.Refused.notAllowed(.write)) { try record.keep(true, by: caller) }
            #expect(throws: Gathering.Refused.notAllowed(.write)) {
                try record.setPaperAuthor(nil, by: caller)
            }
        }
        #expect(throws: Gathering.Refused.notAllowed(.moderate)) {
            try record.ask(by: .participant("anna"))
        }
        #expect(throws: Gathering.Refused.notAllowed(.write)) { try record.keep(true, by: .moderator) }
    }

    @Test func `somebody takes notes, and gives it up again`() throws {
        let kept = try Record.sample().doing { try $0.keep(true, by: .participant("anna")) }

        #expect(kept.keeper == "anna")
        #expect(try kept.keep(true, by: .participant("anna")) == [])
        #expect(try kept.keep(false, by: .participant("ben")) == [])
        #expect(try kept.doing { try $0.keep(false, by: .participant("anna")) }.keeper == nil)
        #expect(try kept.doing { try $0.keep(true, by: .participant("ben")) }.keeper == "ben")
        #expect(try kept.ask(by: .moderator) == [.asked])
        #expect(try kept.writing("Rad", in: .solutions).ask(by: .moderator) == [])
    }

    @Test(arguments: Record.Field.fixed + Record.Step.Part.allCases.map { Record.Field.step("s1", $0) })
    func `a field takes as much as its limit, and not a character more`(_ field: Record.Field) throws {
        let full = String(repeating: "ä", count: field.lengthMax)

        #expect(try Record.Typed(field, full).text == full)
        #expect(throws: TextRefused.tooLong(field: field.name, by: 1, max: field.lengthMax)) {
            try Record.Typed(field, full + "x")
        }
    }

    @Test(arguments: ["", "titel", "keyPoint4", "step-a-b", "step--what", "step-a-what-x", "step-ä-what"])
    func `a record has no other fields`(_ name: String) {
        #expect(Record.Field(name) == nil)
    }

    @Test(arguments: 0..<6)
    func `through any writing each revision is found again`(_ seed: Int) throws {
        var dice = Dice(seed: seed)
        var record = try Record.sample()
        var seen = [record.texts]
        for step in 0..<120 {
            let field = dice.pick([.solutions, .questions, .startingPoint] as [Record.Field])
            let words = (0..<Int.random(in: 0...6, using: &dice)).map { "wört\(step)\($0)" }
            let text =
                String(record.text(field).prefix(60)) + words.joined(separator: dice.pick([" ", "\n"]))
            let base = max(record.revision - Int.random(in: 0...3, using: &dice), 0)
            record = try record.writing(String(text.prefix(80)), in: field, seen: base)
            if record.revision == seen.count { seen.append(record.texts) }
        }

        #expect(seen.count == record.revision + 1)
        for (number, texts) in seen.enumerated() {
            #expect(
                record.texts(at: number)?.filter { !$0.value.isEmpty } == texts.filter { !$0.value.isEmpty })
        }
    }
}
