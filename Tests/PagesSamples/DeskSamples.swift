import Domain
import Pages

let deskTopics: [ConsoleTopic] = [
    ConsoleTopic(
        id: "9", title: "Bauhof: ein Fuhrpark für drei Gemeinden",
        sentence: "Ein Mähwerk steht 300 Tage im Jahr.", host: "Bernd, Balve", kind: .experience,
        state: .pitching, admission: .taken, wishCount: 7, handCount: 3, merged: ["Gemeinsamer Bauhof"]),
    ConsoleTopic(
        id: "10", title: "KI in der Verwaltung: Was darf sie, was hilft?", host: "Leyla, Siegen",
        kind: .question, state: .waiting(place: 1), wishCount: 14, handCount: 30),
    ConsoleTopic(
        id: "14", title: long, host: longName, kind: .input, state: .pitched, isHidden: true,
        admission: .leftOut, wishCount: 0),
    ConsoleTopic(
        id: "15", title: "Gemeinsamer Bauhof", host: "Jan, Werl", kind: .help,
        state: .merged(into: "Bauhof: ein Fuhrpark für drei Gemeinden"), wishCount: 2),
    ConsoleTopic(id: "16", title: "Spielplätze", host: "", kind: nil, state: .withdrawn, wishCount: nil),
]

let folk: [ConsolePerson] = [
    ConsolePerson(
        id: "a1", name: "Anna", organisation: "Iserlohn", hashtags: ["Fachkräfte", "Ausbildung"],
        topicCount: 1, joinedAt: "9:31"),
    ConsolePerson(
        id: "b2", name: "Bernd", organisation: "Balve", hasPhone: false, topicCount: 1, joinedAt: "9:33"),
    ConsolePerson(id: "c3", name: nil, organisation: nil, joinedAt: "9:34"),
    ConsolePerson(
        id: "d4", name: "Maximiliane-Friederike", organisation: "Nachrodt-Wiblingwerde",
        hashtags: ["Straßenbau"], joinedAt: "9:40"),
]

func topicsPage(_ change: (inout ConsoleTopicsPage) -> Void = { _ in }) -> ConsoleTopicsPage {
    var page = ConsoleTopicsPage(
        consoleFrame(.topics, .weighing), topics: deskTopics, heads: HeadCount(joined: 38),
        people: [SelectOption("a1", "Anna, Iserlohn"), SelectOption("b2", "Bernd, Balve")])
    change(&page)
    return page
}

func peoplePage(_ change: (inout ConsolePeoplePage) -> Void = { _ in }) -> ConsolePeoplePage {
    var page = ConsolePeoplePage(
        consoleFrame(.people, .arriving), people: folk, allCount: 38, towns: ["Iserlohn", "Balve"])
    change(&page)
    return page
}

let code = QRCode("http://192.168.178.20:8080/j/K7M4QX")?.markup

func listSamples() -> [Sample] {
    [
        Sample(
            "console-topics",
            topicsPage {
                $0.chosen = "9"
                $0.hasPrevious = true
            }),
        Sample(
            "console-topics-adopting",
            topicsPage {
                $0.showsForm = true
                $0.suggestion = ("4", "Leerstand zählen", "Wer hat ein Register?")
            }),
        Sample("console-topics-plenum", topicsPage { $0.isPlenum = true }),
        Sample(
            "console-topics-form",
            topicsPage {
                $0.typed = Typed(
                    [
                        "title": ["?"], "host": ["b2"], "needs": ["projector"], "form": ["experience"],
                        "sentence": [""],
                    ],
                    errors: ["title": "Schreib ein paar Worte mehr, damit alle wissen, worum es geht."]
                )
            }
        ),
        Sample(
            "console-topics-empty",
            topicsPage {
                $0.topics = []
                $0.latecomers = LatecomerNote(until: "10:52", late: LateWishes(withdrawnCount: 2))
                $0.people = []
                $0.showsForm = true
                $0.isTakingProposals = false
            }
        ),
        Sample("console-people", peoplePage { $0.chosen = "b2" }),
        Sample(
            "console-people-removal",
            peoplePage {
                $0.removal = PersonRemoval(
                    id: "b2", name: "Bernd", topics: ["Bauhof: ein Fuhrpark für drei Gemeinden"])
            }
        ),
        Sample(
            "console-people-code",
            peoplePage { $0.shownCode = ShownCode(name: "Bernd", code: "PX4 9RT", qr: code) }
        ),
        Sample(
            "console-people-empty",
            peoplePage {
                $0.people = []
                $0.allCount = 0
            }
        ),
        Sample(
            "console-people-search",
            peoplePage {
                $0.people = [folk[0]]
                $0.search = "anna"
            }
        ),
        Sample(
            "console-links",
            LinksPage(
                consoleFrame(.links, .preparing),
                code: "K7M 4QX",
                joinAddress: "http://192.168.178.20:8080/j/K7M4QX",
                joinQR: code,
                links: [
                    SecretLink(id: "l1", role: .moderator, madeAt: "9:12", openedCount: 2),
                    SecretLink(id: "l2", role: .projector, madeAt: "9:14", openedCount: 1, isRevoked: true),
                    SecretLink(id: "l3", role: .organiser, madeAt: "9:15", expires: "27.\u{A0}November"),
                ],
                made: MadeLink(
                    role: .moderator,
                    address: "http://192.168.178.20:8080/l/7f3k-2xk9mp4qrs7tvw3yz8abcdefgh",
                    qr: code
                ),
                roles: [.moderator, .projector, .organiser]
            )
        ),
        Sample(
            "console-links-empty",
            LinksPage(
                consoleFrame(.links, .preparing),
                code: "K7M 4QX",
                joinAddress: "http://192.168.178.20:8080/j/K7M4QX",
                links: []
            )
        ),
    ]
}

func preparePage(_ change: (inout PreparePage) -> Void = { _ in }) -> PreparePage {
    let facts = FactsForm(
        title: "24. Runder Tisch, Altena", form: .barcamp, date: "2026-11-26", venue: "Burg Holtzbrinck",
        address: "Kirchstraße 20, Altena", hostTown: "05962004",
        towns: [SelectOption("05962004", "Altena"), SelectOption("05962044", "Nachrodt-Wiblingwerde")],
        series: "Runder Tisch", edition: "24", tone: .du)
    var page = PreparePage(
        consoleFrame(.prepare, .preparing),
        facts: facts,
        rooms: [
            RoomForm(id: "1", name: "Rittersaal", seats: "40", equipment: [.projector, .whiteboard]),
            RoomForm(id: "2", name: "Erker", seats: "5", isAccessible: false),
        ],
        slots: [
            SlotForm(id: "1", start: "10:30", end: "11:15", lengthMinutes: "45"),
            SlotForm(id: "2", start: "11:30", end: "12:15", lengthMinutes: "45"),
        ],
        items: [
            ItemForm(id: "1", title: "Begrüßung", form: .greeting, start: "09:30", lengthMinutes: "15"),
            ItemForm(
                id: "2", title: "Vortrag: Was bleibt?", form: .keynote, start: "09:45",
                lengthMinutes: "30", room: "1"),
        ],
        organisers: [
            OrganiserForm(
                id: "1", name: "Südwestfalen Agentur GmbH", part: .organiser,
                imprint: "Martinstraße 15, Olpe")
        ]
    )
    var editions = Editions(
        title: "25. Runder Tisch, Altena", venue: "Burg Holtzbrinck", hostTown: "05962004",
        towns: facts.towns)
    editions.previous = ("6c2m", "23. Runder Tisch, Balve")
    page.editions = editions
    change(&page)
    return page
}

func prepareSamples() -> [Sample] {
    [
        Sample(
            "console-delete",
            DeletionPage(
                consoleFrame(.prepare, .ended), title: "24. Runder Tisch", peopleCount: 38, topicCount: 21,
                typed: Typed(
                    ["confirmation": ["Tisch"]],
                    errors: ["confirmation": "So heißt sie nicht. Tipp den Titel genau ab."]))
        ),
        Sample("console-prepare", preparePage()),
        Sample(
            "console-prepare-error",
            preparePage {
                $0.refusedForm = .init(
                    "room-1",
                    Typed(
                        ["name": ["Rittersaal"], "seats": ["viele"]],
                        errors: ["seats": "Schreib eine Zahl von 1 bis 5000."]
                    )
                )
                $0.frame.isRehearsal = true
                $0.editions = nil
            }
        ),
        Sample(
            "console-prepare-empty",
            preparePage {
                $0.rooms = []
                $0.slots = []
                $0.items = []
                $0.organisers = []
                $0.editions?.previous = nil
                $0.editions?.next = ("8h4q", "25. Runder Tisch in Nachrodt-Wiblingwerde")
            }
        ),
        Sample(
            "organiser",
            OrganiserPage(
                gatherings: [
                    OwnGathering(
                        id: "7f3k", title: "24. Runder Tisch, Altena", date: "Do, 26.\u{A0}November 2026",
                        venue: "Burg Holtzbrinck", phase: .running, hereCount: 38),
                    OwnGathering(
                        id: "8g4m", title: "25. Runder Tisch, Nachrodt-Wiblingwerde",
                        date: "Mi, 14.\u{A0}April 2027", venue: "", phase: .preparing, isRehearsal: true),
                ],
                acts: ActSeed("k7m4qx2w"),
                date: "2026-11-26",
                towns: [SelectOption("05962004", "Altena")]
            )
        ),
        Sample(
            "organiser-empty",
            OrganiserPage(
                gatherings: [],
                acts: ActSeed("k7m4qx2w"),
                typed: Typed(
                    ["title": [""], "date": ["2026-11-26"], "rooms": ["Saal 40"]],
                    errors: [
                        "title": "Gib der Veranstaltung einen Namen.",
                        "rooms": "Schreib je Zeile einen Raum und nach dem Komma die Plätze.",
                    ]
                )
            )
        ),
    ]
}
