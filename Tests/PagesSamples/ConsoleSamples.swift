import Domain
import Pages

let long = "Interkommunale Zusammenarbeit bei der Vergabe von Straßenbauleistungen: Wer bündelt, wer haftet?"
let longName = "Maximiliane-Friederike, Nachrodt-Wiblingwerde"

func consoleFrame(
    _ place: ConsoleFrame.Place, _ phase: Phase, undo: UndoOffer? = nil, refused: String? = nil
) -> ConsoleFrame {
    ConsoleFrame(
        gathering: "7f3k", name: "24. Runder Tisch, Altena", place: place, phase: phase,
        acts: ActSeed("k7m4qx2w"), position: "e1-42-0-in", hereCount: 38, undo: undo,
        refused: refused, mayPrepare: true)
}

let times: [Phase: String] = [
    .arriving: "9:30", .greeting: "9:45", .pitching: "bis 10:15", .weighing: "10:15", .planning: "10:25",
    .running: "10:30", .closing: "16:00",
]
let ready = Readiness(
    roomCount: 5, slotCount: 5, itemCount: 4, topicCount: 3, organiserCount: 1, code: "K7M 4QX")
let queue = [
    QueueItem(id: "10", host: "Leyla, Siegen", title: "KI in der Verwaltung: Was darf sie, was hilft?"),
    QueueItem(id: "11", host: "Miriam, Soest", title: "Hitzeschutz: Schatten für den Marktplatz"),
    QueueItem(id: "12", host: "Dirk, Attendorn", title: "Leerstand: Wer hat ein Register, das lebt?"),
    QueueItem(id: "13", host: "Anna, Iserlohn", title: "Fachkräfte gewinnen ohne Großstadtgehalt"),
    QueueItem(id: "14", host: longName, title: long),
]
let announcing = AnnouncementDesk(sent: [
    SentAnnouncement(id: "2", text: "Essen ist da", time: "12:14"),
    SentAnnouncement(id: "1", text: "Wir beginnen im Rittersaal.", time: "9:44"),
])

func pitchDesk(_ title: String, hands: Int = 3) -> PitchDesk {
    PitchDesk(
        proposal: "9", number: 9, topicCount: 21, title: title, host: "Bernd, Balve",
        countdown: Countdown(remaining: 42, places: 60, unit: .seconds), wishCount: 7, handCount: hands)
}

func now(
    _ phase: Phase, undo: UndoOffer? = nil, _ change: (inout ConsolePage) -> Void = { _ in }
) -> ConsolePage {
    var page = ConsolePage(
        consoleFrame(.now, phase, undo: undo), phaseTimes: times, readiness: ready,
        heads: HeadCount(joined: 38), announcing: AnnouncementDesk(delayMinutes: []))
    change(&page)
    return page
}

func runningDesk(_ words: Phrases) -> RunningDesk {
    let rooms = altenaRooms.enumerated().map { index, room in
        let now = altena[0][index]
        let next = altena[1][index]
        return RunningRoom(
            id: room.id,
            name: room.name,
            seatCount: room.seatCount,
            headCount: [9, 13, 5, 6, 5][index],
            now: now.map { RunningSession(id: "\(index)", title: $0.title, host: $0.host) },
            next: next.map {
                RunningSession(
                    id: "\(index + 5)", title: $0.title, host: $0.host,
                    absence: index == 3 ? "fällt aus" : nil, isRestorable: true,
                    otherRooms: [SelectOption("5", "Erker")])
            }
        )
    }
    return RunningDesk(
        heading: "10:30 bis 11:15", countdown: .minutes(12, of: 45), rooms: rooms, nextStart: "11:30",
        lastEnd: "16:00")
}

func nowSamples(_ renderer: Renderer, in language: Language) -> [Sample] {
    let words = renderer.phrases(language)
    return [
        Sample("console-preparing", now(.preparing)),
        Sample("console-arriving", now(.arriving) { $0.readiness.topicCount = 0 }),
        Sample(
            "console-greeting",
            now(.greeting) {
                $0.queue = queue
                $0.queueCount = 12
                $0.queueMinutes = 14
            }
        ),
        Sample(
            "console-pitching",
            now(.pitching, undo: UndoOffer(step: 4, .queued)) {
                $0.queue = queue
                $0.queueCount = 12
                $0.queueMinutes = 14
                $0.pitch = pitchDesk("Bauhof: ein Fuhrpark für drei Gemeinden")
            }
        ),
        Sample(
            "console-pitching-long",
            now(.pitching) {
                $0.pitch = pitchDesk(long, hands: 40)
                $0.pitch?.isPaused = true
                $0.isTakingProposals = false
                $0.announcing = announcing
                $0.frame.refused = "Anna war schneller: „Hitzeschutz“ wird schon vorgestellt."
            }
        ),
        Sample(
            "console-weighing",
            now(.weighing) {
                $0.window = WindowDesk(
                    isOpen: true, wasOpen: true, isBlind: true, voterCount: 31, topicCount: 21,
                    since: "10:25")
            }
        ),
        Sample(
            "console-weighed",
            now(.weighing) {
                $0.window = WindowDesk(wasOpen: true, voterCount: 34, topicCount: 21)
                $0.window.closedAt = "10:42"
                $0.latecomers = LatecomerNote(until: "10:52")
            }
        ),
        Sample(
            "console-planning",
            now(.planning) {
                $0.undecidedCount = 4
                $0.latecomers = LatecomerNote(
                    until: "10:52", late: LateWishes(count: 3, withdrawnCount: 1))
            }),
        Sample(
            "console-planning-draft",
            now(.planning, undo: UndoOffer(step: 9, .moved(title: "Hitzeschutz", place: "14:15, Rittersaal")))
            {
                $0.board = .draft(placed: 21, parked: 2, changes: 21, publishedAt: nil)
            }
        ),
        Sample(
            "console-running",
            now(.running) {
                $0.board = .published(at: "10:12", placed: 21, parked: 2)
                $0.laterCount = 1
                $0.running = runningDesk(words)
                $0.announcing = announcing
                $0.frame.picture = .board
                $0.wall = WallDesk(picture: .board, pictures: Picture.allCases)
            }
        ),
        Sample("console-closing", now(.closing) { $0.feedback = .open(answers: 12) }),
        Sample(
            "console-end",
            now(.closing) {
                $0.asksToEnd = true
                $0.feedback = .open(answers: 12)
            }),
        Sample("console-ended", now(.ended) { $0.feedback = .unseen }),
    ]
}

func boardPage(_ change: (inout ConsoleBoardPage) -> Void = { _ in }) -> ConsoleBoardPage {
    var draft = quality
    draft.publishedCount = 109
    var page = ConsoleBoardPage(
        consoleFrame(.board, .planning), grid: altenaGrid(changes: true), quality: draft, changeCount: 3,
        publishedAt: "10:12")
    page.parked = parkedTopics()
    page.latecomers = LatecomerNote(late: LateWishes(count: 1))
    page.conflicts = [
        BoardConflict(
            firstTitle: "Bauhof", secondTitle: "Fachkräfte gewinnen", time: "13:15", peopleCount: 3),
        BoardConflict(firstTitle: "Hitzeschutz", secondTitle: "Stadtlabor", time: "14:15", peopleCount: 6),
    ]
    page.asksForBetter = true
    page.near = nearSwaps
    change(&page)
    return page
}

func bauhof(_ page: inout ConsoleBoardPage) {
    var fields: [FieldKey: FieldPrice] = [:]
    for (slot, talks) in altena.enumerated() {
        for (room, talk) in talks.enumerated() {
            let key = FieldKey(slot: "\(slot + 1)", room: "\(room + 1)")
            let cost = [9, 5, 4, 6, 7, 7, 6, 5, 4, 6, 2, 0, 0, 1, 5, 6, 5, 4, -2, 7][min(slot * 5 + room, 19)]
            fields[key] =
                slot == 4
                ? .hindered(.hostAway(name: "Bernd"))
                : (talk == nil ? .move(cost: cost) : .swap(with: "\(slot * 5 + room + 1)", cost: cost))
        }
    }
    page.chosen = ChosenSession(
        id: "13",
        title: "Bauhof: ein Fuhrpark für drei Gemeinden",
        host: "Bernd, Balve",
        time: "13:15",
        room: "Turmstube",
        revision: 3,
        reasons: [
            .fits(wishes: 10, seats: 14), .hostLeaves(name: "Bernd", time: "15:00"),
            .apart(from: "Hitzeschutz", people: 6), .beside(title: "Fachkräfte", people: 2),
        ],
        prices: [
            NamedPrice(slot: "4", room: "3", place: "14:15, Turmstube", price: .swap(with: "18", cost: 4)),
            NamedPrice(slot: "2", room: "5", place: "11:30, Erker", price: .move(cost: 6)),
            NamedPrice(
                slot: "5", room: "4", place: "15:15, Gewölbe", price: .hindered(.hostAway(name: "Bernd"))),
        ],
        history: [
            PlacementStep(time: "10:21", how: .laid, place: "13:15, Turmstube"),
            PlacementStep(time: "10:24", how: .pinned, place: "13:15, Turmstube"),
        ],
        fields: fields
    )
}

func draftSamples() -> [Sample] {
    [
        Sample("console-board", boardPage()),
        Sample(
            "console-board-chosen",
            boardPage {
                bauhof(&$0)
                $0.frame.undo = UndoOffer(step: 9, .moved(title: "Hitzeschutz", place: "14:15, Rittersaal"))
            }
        ),
        Sample(
            "console-board-move",
            boardPage {
                bauhof(&$0)
                $0.moving = .anywhere
            }
        ),
        Sample(
            "console-board-swap",
            boardPage {
                bauhof(&$0)
                $0.moving = .swapping
                $0.frame.refused = "Anna war schneller: „Bauhof“ liegt jetzt um 11:30 im Erker."
            }
        ),
        Sample(
            "console-board-published",
            boardPage {
                $0.showsPublished = true
                $0.grid = altenaGrid(now: 1)
            }
        ),
        Sample(
            "console-board-blind",
            boardPage {
                $0.isBlind = true
                $0.quality = nil
                $0.grid = altenaGrid(blind: true)
                $0.parked = parkedTopics(blind: true)
                $0.asksForBetter = false
                $0.near = []
                $0.conflicts = []
                $0.contradictions = [
                    BoardContradiction(
                        titles: ["Bauhof", "KI in der Verwaltung", "Leerstand"],
                        reasons: [.sameHost(slotCount: 2), .pinned]),
                    BoardContradiction(titles: ["Film"], reasons: [.noRoomHas([.projector])]),
                ]
            }
        ),
        Sample(
            "console-board-better",
            boardPage {
                $0.better = betterBoard
                $0.quality?.bound = .attained(atMost: quality.attainedCount + 4)
            }
        ),
        Sample("console-board-proving", boardPage { $0.quality?.bound = .isProved }),
        Sample(
            "console-board-best",
            boardPage {
                $0.better = BetterBoard(steps: [], revision: 12)
                $0.better?.isProvenBest = true
                $0.quality?.bound = .attained(atMost: quality.attainedCount)
                $0.near = []
            }
        ),
        Sample("console-board-large", boardPage { $0.grid = largeGrid() }),
        Sample(
            "console-board-empty",
            boardPage {
                $0.isEmpty = true
                $0.grid = BoardGrid(gathering: "7f3k", rooms: [], rows: [])
                $0.quality = nil
                $0.parked = []
                $0.conflicts = []
                $0.asksForBetter = false
                $0.near = []
                $0.changeCount = 0
                $0.publishedAt = nil
            }
        ),
        Sample(
            "console-publish",
            PublishPage(
                consoleFrame(.board, .planning),
                revision: 12,
                isFirst: false,
                placedCount: 21,
                movedCount: 3,
                newCount: 1,
                affectedCount: 12,
                changes: [
                    PublishedChange(
                        title: "Hitzeschutz: Schatten für den Marktplatz", before: "11:30, Rittersaal",
                        after: "14:15, Rittersaal"),
                    PublishedChange(title: long, before: nil, after: "15:15, Turmstube"),
                ]
            )
        ),
        Sample(
            "console-publish-first",
            PublishPage(consoleFrame(.board, .planning), revision: 3, isFirst: true, placedCount: 21)
        ),
    ]
}

func consoleSamples(_ renderer: Renderer, in language: Language) -> [Sample] {
    nowSamples(renderer, in: language) + draftSamples() + listSamples() + prepareSamples()
}
