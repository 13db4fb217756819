import Domain
import Pages

/// What a session of the sample board is like.
struct Talk {
    let title: String
    let host: String
    let wishes: Int
}

let altena: [[Talk?]] = [
    [
        Talk(title: "Neubürger willkommen heißen", host: "Katharina, Lippstadt", wishes: 6),
        Talk(title: "Leerstand: Wer hat ein Register, das lebt?", host: "Dirk, Attendorn", wishes: 11),
        Talk(title: "Gap Year: Praktika im Rathaus", host: "Svenja, Kreuztal", wishes: 3),
        Talk(title: "Dorfläden, die überleben", host: "Friederike, Bad Berleburg", wishes: 4),
        Talk(title: "Social Media mit einer halben Stelle", host: "Tom, Olpe", wishes: 8),
    ],
    [
        Talk(title: "KI in der Verwaltung: Was darf sie, was hilft?", host: "Leyla, Siegen", wishes: 14),
        Talk(title: "Innenstadt beleben mit kleinem Geld", host: "Sabine, Altena", wishes: 6),
        Talk(title: "Azubis als Mentoren im Rathaus", host: "Yasemin, Lüdenscheid", wishes: 5),
        Talk(title: "Vergabe gemeinsam machen", host: "Henning, Brilon", wishes: 4), nil,
    ],
    [
        Talk(title: "Fachkräfte gewinnen ohne Großstadtgehalt", host: "Anna, Iserlohn", wishes: 13),
        Talk(title: "Low-Budget-Marketing: Was hat gewirkt?", host: "Jonas, Winterberg", wishes: 5),
        Talk(title: "Bauhof: ein Fuhrpark für drei Gemeinden", host: "Bernd, Balve", wishes: 10),
        Talk(title: "Coworking auf dem Land", host: "Mehmet, Werdohl", wishes: 3),
        Talk(title: "Ehrenamt und Amt: Wer darf was?", host: "Ines, Warstein", wishes: 2),
    ],
    [
        Talk(title: "Hitzeschutz: Schatten für den Marktplatz", host: "Miriam, Soest", wishes: 7),
        Talk(title: "Stadtlabor: Wie fange ich an?", host: "Lars, Menden", wishes: 5),
        Talk(title: "Unternehmen vernetzen: Frühstück oder Werkstatt?", host: "Petra, Meschede", wishes: 4),
        Talk(title: "Glasfaser ist da, und nun?", host: "Ralf, Eslohe", wishes: 3), nil,
    ],
    [
        Talk(title: "Ratsarbeit ohne Papier", host: "Ulla, Rüthen", wishes: 3),
        Talk(title: "Gemeinwohl-Ökonomie im Gewerbegebiet", host: "Lena, Arnsberg", wishes: 2),
        Talk(title: "Starkregen: Wer warnt wen?", host: "Claudia, Hemer", wishes: 2), nil, nil,
    ],
]

let slotTimes = [
    ("10:30", "11:15"), ("11:30", "12:15"), ("13:15", "14:00"), ("14:15", "15:00"), ("15:15", "16:00"),
]

let altenaRooms: [BoardRoom] = [
    BoardRoom(id: "1", name: "Rittersaal", seatCount: 40, equipment: [.projector]),
    BoardRoom(id: "2", name: "Kaminzimmer", seatCount: 16, equipment: [.projector]),
    BoardRoom(id: "3", name: "Turmstube", seatCount: 14),
    BoardRoom(id: "4", name: "Gewölbe", seatCount: 12),
    BoardRoom(id: "5", name: "Erker", seatCount: 5),
]

/// Which of the sample sessions stand differently than before.
func change(_ slot: Int, _ room: Int) -> BoardChange? {
    switch (slot, room) {
    case (2, 3): .movedTime(from: "14:15")
    case (3, 0): .movedTime(from: "11:30")
    case (4, 2): .new
    default: nil
    }
}

func altenaGrid(
    changes: Bool = false, now: Int? = nil, cancelled: (Int, Int)? = nil, blind: Bool = false,
    names: Bool = true
) -> BoardGrid {
    var rows: [BoardRow] = [
        .item(BoardItem(title: "Begrüßung, Vorstellen, Abwägen", start: "9:30", end: "10:30"))
    ]
    for (slot, talks) in altena.enumerated() {
        if slot == 2 {
            rows.append(.item(BoardItem(title: "Mittag im Burghof", start: "12:15", end: "13:15")))
        }
        if slot == 4 {
            rows.append(.item(BoardItem(title: "Kaffee", start: "15:00", end: "15:15", room: "Foyer")))
        }
        let cells = talks.enumerated().map { room, talk -> BoardCell in
            guard let talk else { return .free }
            return .session(
                BoardSession(
                    id: "\(slot * 5 + room + 1)", title: talk.title, host: names ? talk.host : nil,
                    wishCount: blind ? nil : talk.wishes, seatCount: altenaRooms[room].seatCount,
                    isPinned: changes && [4, 5].contains(slot * 5 + room),
                    absence: cancelled.flatMap { $0 == (slot, room) ? "fällt aus" : nil },
                    change: changes ? change(slot, room) : nil, revision: slot + 1)
            )
        }
        rows.append(
            .slot(
                BoardSlot(
                    id: "\(slot + 1)", start: slotTimes[slot].0, end: slotTimes[slot].1,
                    isNow: now == slot, isOver: now.map { slot < $0 } ?? false, cells: cells)
            )
        )
    }
    rows.append(.item(BoardItem(title: "Blitzlicht im Rittersaal", start: "16:00", end: "16:30")))
    return BoardGrid(gathering: "7f3k", rooms: altenaRooms, rows: rows)
}

/// Twelve rooms, titles of a hundred characters, a session over two slots, 600 people.
func largeGrid() -> BoardGrid {
    let title =
        "Interkommunale Zusammenarbeit bei der Vergabe von Straßenbauleistungen: Wer bündelt, wer haftet?"
    let rooms = (1...12).map {
        BoardRoom(id: "\($0)", name: "Seminarraum \($0)", seatCount: 60, equipment: [.projector, .flipchart])
    }
    let slots = (0..<7).map { slot in
        BoardRow.slot(
            BoardSlot(
                id: "\(slot)",
                start: "\(9 + slot):15",
                end: "\(10 + slot):00",
                isNow: slot == 2,
                cells: (0..<12).map { room in
                    switch (slot + room) % 9 {
                    case 0 where slot > 0: .free
                    case 7 where room > 8: .blocked(by: "Podium: Was bleibt?")
                    default:
                        room == 3 && slot == 1
                            ? .goesOn
                            : .session(
                                BoardSession(
                                    id: "\(slot)-\(room)",
                                    title: room % 3 == 0 ? title : "Glasfaser ist da, und nun?",
                                    host: "Maximiliane-Friederike, Nachrodt-Wiblingwerde",
                                    wishCount: (slot * 37 + room * 23) % 90, handCount: room % 4,
                                    seatCount: 60, slotCount: room == 3 && slot == 0 ? 2 : 1)
                            )
                    }
                }
            )
        )
    }
    return BoardGrid(gathering: "7f3k", rooms: rooms, rows: slots)
}

let quality = PlanQuality(
    wishCount: 120, attainedCount: 112, parkedWishCount: 3, peopleByLosses: [5], handCount: 14,
    missingSeats: [.init(room: "Erker", count: 3)])

func parkedTopics(blind: Bool = false) -> [ParkedTopic] {
    [
        ParkedTopic(
            id: "31",
            title:
                "Interkommunale Zusammenarbeit bei der Vergabe von Straßenbauleistungen: Wer bündelt, wer haftet?",
            host: "Maximiliane-Friederike, Nachrodt-Wiblingwerde",
            wishCount: blind ? nil : 2,
            handCount: 1,
            reason: .noFittingPlace(demands: [.hostAway, .equipment])
        ),
        ParkedTopic(
            id: "32", title: "Spielplätze", host: "Jan, Werl", wishCount: blind ? nil : 1,
            reason: .noRoomLeft),
        ParkedTopic(
            id: "34", title: "Mitfahrbank", host: "Ute, Hemer", wishCount: blind ? nil : 0, reason: nil),
        ParkedTopic(
            id: "33", title: "Dorfläden ohne Personal", host: "Yara, Olpe", wishCount: blind ? nil : 12,
            reason: .noRoomLeft, isWantedMore: !blind),
    ]
}

func wideBoardSamples(_ renderer: Renderer, in language: Language) -> [Sample] {
    func page(_ name: String, _ board: BoardFragment, _ announcements: [Pages.Announcement] = []) -> Sample {
        Sample(
            name,
            BoardPage(
                gathering: "7f3k", name: "24. Runder Tisch, Altena", date: "Do, 26.\u{A0}November",
                board: renderer.markup(board, in: language), announcements: announcements,
                position: "e1-42-0-in")
        )
    }
    let version = BoardFragment.Version(number: 2, time: "10:12")
    return [
        page(
            "wide-board",
            BoardFragment(
                altenaGrid(now: 0, cancelled: (1, 3)), quality: quality, parked: parkedTopics(),
                version: version),
            [Announcement(time: "10:58", text: "In 5 Minuten geht es im Rittersaal weiter.")]
        ),
        page(
            "wide-board-changed",
            BoardFragment(altenaGrid(changes: true, names: false), quality: nil, version: version)
        ),
        page(
            "wide-board-large",
            BoardFragment(
                largeGrid(),
                quality: PlanQuality(
                    wishCount: 1834, attainedCount: 1790, parkedWishCount: 12, peopleByLosses: [20, 6],
                    handCount: 1),
                version: version
            )
        ),
        page("wide-board-empty", BoardFragment(altenaGrid(blind: true), quality: nil, version: nil)),
        Sample(
            "board-fragment", BoardFragment(altenaGrid(), quality: quality, version: version),
            isWhole: false),
    ]
}
