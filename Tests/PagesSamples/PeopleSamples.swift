import Pages

func peopleSamples() -> [Sample] {
    let few = [
        Town(
            name: "Iserlohn",
            people: [
                PersonLine(name: "Anna", hashtags: ["fachkräfte", "wald"], isMe: true),
                PersonLine(name: "Jürgen"),
            ]
        ),
        Town(
            name: "Nachrodt-Wiblingwerde",
            people: [
                PersonLine(
                    name: "Maximiliane-Friederike",
                    hashtags: ["jugendbeteiligung", "schwimmbad", "glasfaserausbau"]
                )
            ]
        ),
        Town(name: "Siegen", people: [PersonLine(name: "Leyla", hashtags: ["ki"]), PersonLine(name: "")]),
    ]
    let many = (1...59).map { number in
        Town(
            name: towns[number % towns.count] + " \(number)",
            people: (1...10).map { PersonLine(name: ["Bernd", "Miriam", "Dirk", "Katharina"][$0 % 4]) }
        )
    }
    let form = PersonForm(
        firstName: "Anna", organisation: "Iserlohn", hashtags: "#fachkräfte #wald", organisations: towns)
    var withGroups = ProfilePage(frame(.people), form: form, personalCode: "p4x 9tk 2mh", act: "act-1")
    withGroups.groups = sampleOwnGroups
    return [
        Sample(
            "people",
            PeoplePage(
                frame(.people), towns: few, peopleCount: 38, townCount: 31, townCountMax: 59,
                silentCount: 4)
        ),
        Sample(
            "people-600",
            PeoplePage(frame(.people), towns: many, peopleCount: 600, townCount: 59, townCountMax: 59)
        ),
        Sample("people-empty", PeoplePage(frame(.people), towns: [], peopleCount: 0, townCount: 0)),
        Sample(
            "profile",
            ProfilePage(frame(.people), form: form, personalCode: "p4x 9tk 2mh", act: "act-1", saved: true)
        ),
        Sample("profile-groups", withGroups),
        Sample(
            "leave",
            LeavePage(frame(.people), ownTopics: ["Fachkräfte gewinnen ohne Großstadtgehalt"], act: "act-1")
        ),
        Sample("leave-nothing", LeavePage(frame(.people), ownTopics: [], act: "act-1")),
    ]
}

func legalSamples() -> [Sample] {
    var altena = Controller(name: "Stadt Altena")
    altena.address = ["Lüdenscheider Straße 22", "58762 Altena"]
    altena.email = "rathaus@altena.example"
    altena.phone = "02352 0000"
    altena.representedBy = "den Bürgermeister"
    altena.privacyOfficer = "datenschutz@altena.example"
    altena.imprintText = ["Umsatzsteuer-Identifikationsnummer DE000000000"]
    altena.privacyText = ["Bei Fotos fragen wir vorher."]
    let unfinished = Controller(name: "Südwestfalen Agentur")

    let full = DocumentFrame(
        gathering: "7f3k", name: "24. Runder Tisch, Altena", controllers: [altena, unfinished])
    let empty = DocumentFrame(controllers: [], prepareAddress: Route.console("7f3k", "prepare").path)
    return [
        Sample("imprint", ImprintPage(full)),
        Sample("imprint-empty", ImprintPage(empty)),
        Sample("privacy", PrivacyPage(full, hostedBy: "die Kommunale Datenzentrale")),
        Sample("privacy-empty", PrivacyPage(empty)),
        Sample(
            "accessibility",
            AccessibilityPage(
                full, knownGaps: ["Die Landkarte auf der Leinwand hat keine Beschreibung."],
                date: "21.\u{A0}November 2026")
        ),
        Sample("accessibility-empty", AccessibilityPage(empty, date: "21.\u{A0}November 2026")),
    ]
}
