import Domain
import Pages

let corner = JoinCorner(host: "tafelrunde.de", code: "K7M 4QX", qr: code)
let queueShow = [
    QueueShowItem(hostName: "Leyla", hostTown: "Siegen", title: "KI in der Verwaltung"),
    QueueShowItem(hostName: "Miriam", hostTown: "Soest", title: "Hitzeschutz: Schatten für den Marktplatz"),
    QueueShowItem(hostName: "Dirk", hostTown: nil, title: long),
]

func pitchShow(_ title: String, blind: Bool = false, heads: Int = 38) -> PitchShow {
    PitchShow(
        proposal: "9", number: 9, topicCount: 21, title: title, hostName: "Bernd", hostTown: "Balve",
        sentence: "Ein Mähwerk steht 300 Tage im Jahr. Wer teilt schon, und wie rechnet ihr ab?",
        countdown: Countdown(remaining: 42, places: 60, unit: .seconds), wishCount: blind ? nil : 10,
        headCount: heads, queue: queueShow, queueRest: 9)
}

func runningShow(_ count: Int) -> RunningShow {
    let heads = [9, 13, 5, 6, 5]
    let rooms = (0..<count).map { index in
        let talk = altena[0][index % 5]
        return RunningShowRoom(
            id: "\(index + 1)", name: count > 6 ? "Seminarraum \(index + 1)" : altenaRooms[index].name,
            title: count > 6 && index == 7 ? nil : (count > 6 && index == 3 ? long : talk?.title),
            host: talk?.host, absence: count > 6 && index == 5 ? "fällt aus" : nil,
            headCount: heads[index % 5],
            seatCount: altenaRooms[index % 5].seatCount, nextTitle: altena[1][index % 5]?.title)
    }
    return RunningShow(until: "11:15", countdown: .minutes(12, of: 45), nextStart: "11:30", rooms: rooms)
}

func boardShow() -> BoardShow {
    BoardShow(
        quality: quality,
        slots: altena.enumerated().map { index, talks in
            BoardShowSlot(
                start: slotTimes[index].0,
                end: slotTimes[index].1,
                rooms: talks.enumerated().map {
                    BoardShowRoom(room: altenaRooms[$0].name, title: $1?.title, host: $1?.host)
                }
            )
        }
    )
}

/// A board that is being laid: some cards lie, one goes on for two slots, others have no place yet.
func draftShow(_ roomCount: Int, _ rowCount: Int) -> DraftShow {
    let rooms = (0..<roomCount).map { roomCount > 5 ? "Seminarraum \($0 + 1)" : altenaRooms[$0].name }
    let rows = (0..<rowCount).map { row in
        DraftShow.Row(
            start: row < slotTimes.count ? slotTimes[row].0 : "\(15 + row):00",
            cards: (0..<roomCount).map { column in
                let number = row * roomCount + column
                if number % 7 == 3 { return nil }
                let title = number % 6 == 5 ? long : topics[number % topics.count].title
                return DraftShow.Card(id: "\(number)", title: title)
            })
    }
    return DraftShow(rooms: rooms, rows: rows, waitingCount: 3)
}

func arrivalShow(_ districts: [DistrictCount], _ map: Markup) -> ArrivalShow {
    var show = ArrivalShow(
        count: 31, townCount: 59, districts: districts, map: map, newest: ["Olpe", "Balve", "Rüthen"])
    show.peopleCount = 38
    show.elsewhereCount = 4
    return show
}

func topicsAhead(_ topics: [WeighedTopic]) -> WeighingShow {
    var show = WeighingShow(isOpen: false, voterCount: 0, headCount: 38, topics: topics)
    show.isAhead = true
    return show
}

func stageSamples(_ renderer: Renderer, in language: Language) -> [Sample] {
    func stage(
        _ name: String, _ show: ProjectorStage.Show, _ theme: String = "light", _ text: String? = nil,
        isNameless: Bool = false
    ) -> [Sample] {
        var stage = ProjectorStage(
            name: "24. Runder Tisch, Altena", join: corner, show: show,
            delay: text.map { _ in "Was noch kommt, beginnt 15\u{A0}Minuten später." },
            announcement: text.map { Announcement(time: "10:58", text: $0) })
        stage.isNameless = isNameless
        return [
            Sample(
                "stage-\(name)",
                ProjectorPage(
                    gathering: "7f3k", name: "24. Runder Tisch, Altena", theme: theme,
                    stage: renderer.markup(stage, in: language), position: "e1-42-0-in")
            ),
            Sample("stage-fragment-\(name)", stage, isWhole: false),
        ]
    }
    let districts = [
        DistrictCount(name: "Hochsauerland", hereCount: 7, allCount: 12),
        DistrictCount(name: "Märkischer Kreis", hereCount: 8, allCount: 15),
        DistrictCount(name: "Kreis Olpe", hereCount: 4, allCount: 7),
        DistrictCount(name: "Siegen-Wittgenstein", hereCount: 5, allCount: 11),
        DistrictCount(name: "Kreis Soest", hereCount: 7, allCount: 14),
    ]
    func weighed(_ count: Int, blind: Bool) -> [WeighedTopic] {
        (0..<count).map {
            WeighedTopic(
                id: "\($0)", title: $0 % 6 == 5 ? long : topics[$0 % topics.count].title,
                wishCount: blind ? nil : ($0 * 7) % 15)
        }
    }
    let map = Ring(taken: 31, places: 59, keepsSeat: true).markup
    return [
        stage(
            "arrival",
            .arrival(arrivalShow(districts, map)),
            "dark"
        ),
        stage("arrival-people", .arrival(ArrivalShow(count: 600))),
        stage("nameless", .board(boardShow()), isNameless: true),
        stage(
            "item",
            .item(
                ItemShow(
                    title: "Begrüßung", until: "10:00", room: "Rittersaal", countdown: .minutes(9, of: 15),
                    nextTime: "10:00", nextTitle: "Vorstellen")
            )
        ),
        stage("item-long", .item(ItemShow(title: long))),
        stage("pitch", .pitch(pitchShow("Bauhof: ein Fuhrpark für drei Gemeinden"))),
        stage("pitch-dark", .pitch(pitchShow("Bauhof: ein Fuhrpark für drei Gemeinden")), "dark"),
        stage(
            "pitch-long", .pitch(pitchShow(long, blind: true)), "light",
            "In 5 Minuten geht es im Rittersaal weiter."),
        stage(
            "pitch-many",
            .pitch(pitchShow("Leerstand: Wer hat ein Register, das wirklich lebt und hilft?", heads: 600))
        ),
        stage(
            "waiting",
            .waiting(WaitingShow(topicCount: 21, pitchedCount: 0, queue: queueShow, queueRest: 17))
        ),
        stage("waiting-empty", .waiting(WaitingShow(topicCount: 0, pitchedCount: 0, queue: []))),
        stage("waiting-done", .waiting(WaitingShow(topicCount: 21, pitchedCount: 21, queue: []))),
        stage(
            "weighing",
            .weighing(
                WeighingShow(isOpen: true, voterCount: 31, headCount: 38, topics: weighed(14, blind: false))
            )
        ),
        stage(
            "weighing-blind",
            .weighing(
                WeighingShow(
                    isOpen: true, isBlind: true, voterCount: 31, headCount: 38,
                    topics: weighed(21, blind: true))
            )
        ),
        stage(
            "weighing-few",
            .weighing(
                WeighingShow(isOpen: false, voterCount: 0, headCount: 38, topics: weighed(3, blind: false))
            )
        ),
        stage("planning", .planning(PlanningShow(topicCount: 21, wishCount: 120, voterCount: 36))),
        stage("board", .board(boardShow())),
        stage("draft", .draft(draftShow(5, 3))),
        stage("draft-dark", .draft(draftShow(6, 6)), "dark"),
        stage("draft-pages", .draft(draftShow(12, 4))),
        stage("topics", .weighing(topicsAhead(weighed(14, blind: true)))),
        stage("running", .running(runningShow(5))),
        stage("running-twelve", .running(runningShow(12)), "dark"),
        stage("running-pages", .running(runningShow(16))),
        stage(
            "closing",
            .closing(ClosingShow(hasEnded: false, hereCount: 38, sessionCount: 21, townCount: 31))
        ),
        stage("ended", .closing(ClosingShow(hasEnded: true, hereCount: 38, sessionCount: 21))),
        stage("closing-open", .closing(closingShow(.open(answers: 12, qr: code)))),
        stage("closing-counted", .closing(closingShow(.counted(answers: 31)))),
        stage(
            "words",
            .closing(closingShow(.released(summary), next: "25. Runder Tisch, Do, 15. April 2027, Soest"))
        ),
        stage("words-dark", .closing(closingShow(.released(summary))), "dark"),
        stage(
            "words-many",
            .closing(
                closingShow(
                    .released(
                        Feedback.Summary(
                            answers: 60,
                            words: (0..<60).map {
                                Feedback.Said("Verwaltungsdigitalisierung-\($0)", count: 60 - $0)
                            }))))
        ),
    ].flatMap(\.self)
}

func sheetSamples() -> [Sample] {
    let frame = SheetFrame(
        gathering: "7f3k", name: "24. Runder Tisch, Altena", date: "Donnerstag, 26.\u{A0}November 2026",
        venue: "Burg Holtzbrinck")
    let version = BoardFragment.Version(number: 2, time: "10:12")
    let cards = altena[0].compactMap { $0 }.enumerated().map { index, talk in
        SessionCard(
            title: index == 3 ? long : talk.title,
            host: talk.host,
            sentence: index == 1
                ? "Ein Mähwerk steht 300 Tage im Jahr. Wer teilt schon, und wie rechnet ihr ab?" : "",
            room: altenaRooms[index].name,
            start: "10:30",
            end: "11:15",
            wishCount: talk.wishes,
            qr: code
        )
    }
    return [
        Sample("sheet-choice", PrintChoicePage(frame, mayPrintCodes: true, isPublished: true)),
        Sample("sheet-choice-early", PrintChoicePage(frame, mayPrintCodes: false, isPublished: false)),
        Sample(
            "sheet-board",
            BoardSheet(
                frame, grid: altenaGrid(cancelled: (1, 3)), version: version, parked: parkedTopics(),
                code: "K7M 4QX", qr: code)
        ),
        Sample(
            "sheet-board-large",
            BoardSheet(frame, grid: largeGrid(), version: version, code: "K7M 4QX", qr: code)
        ),
        Sample("sheet-join", JoinSheet(frame, host: "tafelrunde.de", code: "K7M 4QX", qr: code)),
        Sample(
            "sheet-codes",
            CodesSheet(
                frame,
                people: (0..<38).map {
                    PrintedCode(
                        name: $0 == 3 ? nil : folk[$0 % 4].name, organisation: folk[$0 % 4].organisation,
                        code: "PX4 9R\($0 % 10)")
                }
            )
        ),
        Sample("sheet-codes-empty", CodesSheet(frame, people: [])),
        Sample("sheet-cards", CardsSheet(frame, cards: cards)),
        Sample("sheet-cards-empty", CardsSheet(frame, cards: [])),
    ]
}
