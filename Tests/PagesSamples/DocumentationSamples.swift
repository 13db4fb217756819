import Domain
public import Pages

func documentationSamples(_ words: Phrases) -> [Sample] {
    let address = "https://tafelrunde.example/g/7f3k/documentation"
    var unfinished = Documentation.begun
    unfinished.isOver = false
    return [
        Sample("documentation", DocumentationPage(.sample(words), address: address)),
        Sample("documentation-begun", DocumentationPage(unfinished, address: address)),
    ]
}

extension Documentation {
    /// A gathering of which nothing is known yet.
    public static var begun: Documentation {
        Documentation(
            gathering: "7f3k", title: "24. Runder Tisch", form: .barcamp, date: LocalDate.sample, venue: "",
            address: "")
    }

    /// A day with everything that a documentation may tell.
    public static func sample(_ words: Phrases) -> Documentation {
        var told = begun
        told.isOver = true
        told.series = "Willkommen in Südwestfalen"
        told.edition = 24
        told.venue = "Burg Holtzbrinck"
        told.address = "Kirchstraße 20, 58762 Altena"
        told.hostTown = "Altena"
        told.organisers = [.init("Südwestfalen Agentur", .organiser), .init("Stadt Altena", .host)]
        told.people.count = 38
        told.people.towns = [.init("Altena", 4), .init("Attendorn", 2), .init("Nachrodt-Wiblingwerde", 1)]
        told.people.otherCount = 2
        told.items = [
            .init(start: .at(9, 30), end: .at(10, 15), title: "Grußwort", room: nil),
            .init(start: .at(12, 15), end: .at(13, 15), title: "Mittag im Burghof", room: nil),
            .init(start: .at(13, 15), end: .at(14, 0), title: "Impuls", room: "Rittersaal"),
        ]
        told.rooms = [.init(id: "1", name: "Rittersaal"), .init(id: "2", name: "Kaminzimmer")]
        told.slots = [
            .init(id: "1", start: .at(10, 30), end: .at(11, 15)),
            .init(id: "2", start: .at(13, 15), end: .at(14, 0)),
        ]
        told.sessions = sampleSessions
        told.parked = [
            .init(
                title: "Ratsarbeit ohne Papier", host: "Werl", wishCount: 3,
                reason: words["parked.possibleNow"]),
            .init(title: "Starkregen: Wer warnt wen?", host: nil, wishCount: nil, reason: nil),
        ]
        told.wishes = .init(attained: 112, count: 120)
        told.wishes?.late = LateWishes(count: 3)
        told.groups = [
            .init(
                session: "3", title: "Leerstand: Wer hat ein Register, das lebt?", count: 3,
                towns: [.init("Attendorn", 2), .init("Soest", 1)], named: ["Dirk, Attendorn"]),
            .init(session: "9", title: "Ratsarbeit ohne Papier", count: 1, towns: [], named: []),
        ]
        told.feedback = .init(
            answers: 34, words: [.init("spannend", count: 14), .init("vielseitig", count: 11)],
            sentences: [.init("Gern wieder, dann mit längeren Pausen.", count: 1)], hiddenCount: 2)
        told.funding = ["Gefördert vom Land Nordrhein-Westfalen."]
        told.previous = .init(
            title: "23. Runder Tisch", date: LocalDate.sample, path: "/g/6a2b/documentation")
        told.next = .init(title: "25. Runder Tisch", date: LocalDate.sample, path: "/g/9c4d")
        return told
    }

    private static var sampleSessions: [Session] {
        var register = Session(id: "3", title: "Leerstand: Wer hat ein Register, das lebt?")
        register.source = "Kommt aus: 23. Runder Tisch, „Leerstand zählen“"
        register.sentence = "Wir wollen eins, das nach einem halben Jahr noch stimmt."
        register.place = Place(
            slot: "1", room: "2", roomName: "Kaminzimmer", start: .at(10, 30), end: .at(11, 15))
        register.hosts = "Attendorn"
        register.wishCount = 11
        register.status = .draft
        register.release = Release(
            text: RecordText(
                startingPoint: "Zwölf Läden stehen leer.",
                keyPoints: ["Ohne Pflege lebt kein Register.", "Besuche statt Briefe."],
                questions: "Wer zahlt die Pflege?\nWas sagt der Datenschutz?",
                solutions: "Jeden Monat zehn Anrufe.",
                links: "https://attendorn.example\njavascript:alert(1)",
                goingOn: "Attendorn, Soest",
                steps: [.init(what: "Register vergleichen", who: "Attendorn", until: "15. Januar")],
                authors: ["Attendorn"]),
            date: LocalDate.sample, isByHost: true, isOlder: true)
        var quiet = Session(id: "5", title: "Was im Rat schiefging")
        quiet.place = Place(
            slot: "1", room: "1", roomName: "Rittersaal", start: .at(10, 30), end: .at(11, 15))
        quiet.isChatham = true
        quiet.status = .released
        quiet.release = Release(
            text: RecordText(solutions: "Früher reden."), date: LocalDate.sample, isByHost: false,
            isOlder: false)
        var draft = Session(id: "6", title: "Coworking auf dem Land")
        draft.place = Place(
            slot: "2", room: "2", roomName: "Kaminzimmer", start: .at(13, 15), end: .at(14, 0))
        draft.status = .draft
        draft.wishCount = 1
        var gone = Session(id: "7", title: "Vergabe gemeinsam machen")
        gone.absence = "Fällt aus."
        return [quiet, register, draft, gone]
    }
}

extension LocalDate {
    fileprivate static var sample: LocalDate {
        guard let date = LocalDate(year: 2026, month: 11, day: 26) else { preconditionFailure("no such day") }
        return date
    }
}

extension MinuteOfDay {
    fileprivate static func at(_ hour: Int, _ minute: Int) -> MinuteOfDay {
        guard let time = MinuteOfDay(hour * 60 + minute) else { preconditionFailure("no such time") }
        return time
    }
}
