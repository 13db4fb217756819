import Domain
import Pages

func session(
    _ id: Int, _ title: String, _ room: String, _ host: String, people: Int?, seats: Int,
    heads: Bool = false, mine: Bool = false, act: Bool = false
) -> SessionRow {
    SessionRow(
        gathering: "7f3k", id: "\(id)", title: title, room: room, host: host, people: people, seats: seats,
        countsHeads: heads, isMine: mine, attendanceAct: act ? "act-\(id)" : nil)
}

private let leerstand = {
    var block = NowBlock(
        title: "Leerstand: Wer hat ein Register, das lebt?", room: "Kaminzimmer", host: "Dirk, Attendorn",
        until: "11:15", minutesLeft: 12, endMilliseconds: 1_795_513_680_000, people: 13, seats: 16)
    block.record = (address: "/g/7f3k/records/3/writing", isAsked: true)
    return block
}()

private var running: SlotList {
    var moved = session(
        5, "Social Media mit einer halben Stelle", "Erker", "Tom, Olpe", people: 8, seats: 5, heads: true)
    moved.change = "war 14:15, Gewölbe"
    var cancelled = session(
        4, "Dorfläden, die überleben", "Gewölbe", "Friederike, Bad Berleburg", people: 4, seats: 12)
    cancelled.isCancelled = true
    cancelled.change = "fällt aus"
    return SlotList(
        start: "10:30",
        end: "11:15",
        sessions: [
            session(
                1, "Neubürger willkommen heißen", "Rittersaal", "Katharina, Lippstadt", people: 9,
                seats: 40, heads: true, act: true),
            session(
                2, "Leerstand: Wer hat ein Register, das lebt?", "Kaminzimmer", "Dirk, Attendorn",
                people: 13, seats: 16, heads: true, mine: true, act: true),
            session(
                3, "Gap Year: Praktika im Rathaus", "Turmstube", "Svenja, Kreuztal", people: 14, seats: 14,
                heads: true, act: true),
            cancelled, moved,
        ],
        isNow: true
    )
}

private var later: SlotList {
    SlotList(
        start: "11:30",
        end: "12:15",
        sessions: [
            session(
                6, "KI in der Verwaltung: Was darf sie, was hilft?", "Rittersaal", "Leyla, Siegen",
                people: 14, seats: 40, mine: true),
            session(
                7,
                "Interkommunale Zusammenarbeit bei der Vergabe von Straßenbauleistungen: Wer bündelt, wer haftet?",
                "Alte Kapelle im Nordflügel", "Maximiliane-Friederike, Nachrodt-Wiblingwerde", people: 0,
                seats: 20),
            session(8, "Azubis als Mentoren", "Turmstube", "", people: nil, seats: 14),
        ]
    )
}

func nowSamples(_ words: Phrases) -> [Sample] {
    let ansage = Pages.Announcement(time: "10:58", text: "In 5 Minuten geht es im Rittersaal weiter.")
    let countdown = Countdown.minutes(4, of: 15, end: Instant(milliseconds: 1_795_513_200_000))
    let phases = PhaseNote.Phase.allCases.map {
        Sample(
            "now-\($0.rawValue)",
            NowPage(
                frame(.now, note: "38 da"),
                phase: PhaseNote(
                    $0, gathering: "7f3k", words: words, countdown: $0 == .weighing ? countdown : nil)
            )
        )
    }
    return [
        Sample(
            "now",
            NowPage(frame(.now, announcements: [ansage]), mine: leerstand, running: running, next: later)
        ),
        Sample("now-nothing-chosen", NowPage(frame(.now), running: running, next: later)),
        Sample("now-empty", NowPage(frame(.now))),
        Sample(
            "now-break",
            NowPage(
                frame(
                    .now, announcements: [ansage, Pages.Announcement(time: "10:12", text: "Essen ist da.")]),
                mine: NowBlock(
                    title: "Mittag im Burghof", room: "", until: "13:15", minutesLeft: 1, isForAll: true),
                next: SlotList(start: "13:15", end: "14:00", fixed: "Blitzlicht im Rittersaal")
            )
        ),
    ] + phases
}

func planSamples(_ words: Phrases) -> [Sample] {
    let options = [
        PlanOption(
            gathering: "7f3k", id: "9", title: "Fachkräfte gewinnen", room: "Rittersaal", wishes: 13,
            seats: 40, isChosen: true, act: "a-9"),
        PlanOption(
            gathering: "7f3k", id: "10", title: "Bauhof: ein Fuhrpark für drei Gemeinden",
            room: "Turmstube", wishes: 10, seats: 14, isChosen: false, act: "a-10"),
    ]
    let third = PlanOption(
        gathering: "7f3k", id: "11", title: "Glasfaser ist da, und nun?", room: "Erker", wishes: nil,
        seats: 5, isChosen: false, act: "a-11")
    let board = Route.board("7f3k").path
    let rungs = [
        Rung(
            time: "11:30",
            .session(
                session(
                    6, "KI in der Verwaltung", "Rittersaal", "Leyla, Siegen", people: nil, seats: 40,
                    mine: true)
            )
        ),
        Rung(time: "12:15", .fixed("Mittag im Burghof")),
        Rung(time: "13:15", .conflict(options)),
        Rung(time: "14:15", .free(choices: 5, boardAddress: board)),
        Rung(time: "15:15", .free(choices: 0, boardAddress: board)),
    ]
    return [
        Sample("plan", PlanPage(frame(.plan, note: "Do, 26.\u{A0}November"), now: leerstand, rungs: rungs)),
        Sample(
            "plan-before",
            PlanPage(
                frame(.plan),
                rungs: [
                    Rung(time: "9:30", .fixed("Begrüßung")),
                    Rung(time: "13:15", .conflict(options + [third])),
                ],
                refused: words["refused.noSuchProposal"]
            )
        ),
        Sample("plan-empty", PlanPage(frame(.plan), rungs: [], isPublished: false)),
    ]
}

func boardSamples() -> [Sample] {
    let quality = QualityLine(
        attained: 109, wishes: 118, losses: "4 Menschen verlieren einen, im Erker fehlen 5 Plätze.")
    let slots = [
        SlotList(start: "9:30", end: "10:30", fixed: "Begrüßung, Vorstellen, Abwägen"), running, later,
        SlotList(start: "12:15", end: "13:15", fixed: "Mittag im Burghof", isNow: true),
        SlotList(start: "13:15", end: "14:00"),
    ]
    return [
        Sample("board-list", BoardListPage(frame(.plan), quality: quality, slots: slots)),
        Sample(
            "board-list-large",
            BoardListPage(
                PhoneFrame(
                    gathering: "7f3k", name: "Barcamp der Kommunen", place: .plan, isParticipant: false),
                quality: QualityLine(attained: 1711, wishes: 1810, losses: ""),
                slots: [later]
            )
        ),
        Sample("board-list-empty", BoardListPage(frame(.plan), slots: [])),
    ]
}
