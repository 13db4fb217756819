import Pages

func siteSamples(_ words: Phrases) -> [Sample] {
    let refusals: [(String, RefusalPage.Reason)] = [
        ("not-found", .notFound), ("forbidden", .forbidden), ("gone", .gone), ("too-large", .tooLarge),
        ("too-many", .tooMany(waitSeconds: 12)), ("fault", .fault(number: "7K2-4MX")),
        ("unavailable", .unavailable(number: "7K2-4MX")),
        ("act", .refusedAct),
    ]
    let links = LinkPage.Opening.allCases.map {
        Sample(
            "link-\($0.rawValue)",
            LinkPage(
                token: "t0k3n", opens: $0, gatheringName: $0 == .claim ? nil : "24. Runder Tisch, Altena")
        )
    }
    return [
        Sample("offline", OfflinePage()),
        Sample("start", StartPage()),
        Sample("start-wrong", StartPage(typedCode: "K7M 4QO", refused: words["refused.codeAtStart"])),
    ] + links + refusals.map { Sample("refusal-\($0.0)", RefusalPage($0.1)) }
}

let towns = ["Altena", "Attendorn", "Balve", "Iserlohn", "Nachrodt-Wiblingwerde", "Siegen", "Soest"]

func joinSamples(_ words: Phrases) -> [Sample] {
    let table = GatheringCard(
        id: "7f3k", name: "24. Runder Tisch „Willkommen in Südwestfalen“", date: "Do, 26. November, 9:30",
        venue: "Burg Holtzbrinck, Altena", seatedCount: 38, placeCount: 60)
    let empty = GatheringCard(
        id: "7f3k", name: "Barcamp Iserlohn", date: "Sa, 21. November, 9:00", venue: "Altes Stadtbad",
        seatedCount: 0, placeCount: 30)
    let crowded = GatheringCard(
        id: "7f3k", name: "Barcamp der Kommunen", date: "Sa, 21. November, 9:00", venue: "Stadthalle",
        seatedCount: 599, placeCount: 600)
    let controllers = ["die Stadt Altena", "die Südwestfalen Agentur"]
    return [
        Sample(
            "join",
            JoinPage(
                table, form: PersonForm(firstName: "Anna", organisation: "Iserlohn", organisations: towns),
                controllers: controllers, code: "k7m4qx", act: "act-1")
        ),
        Sample(
            "join-refused",
            JoinPage(
                empty,
                form: PersonForm(
                    firstName: "Maximiliane-Friederike", organisation: "Nachrodt-Wiblingwerde",
                    hashtags: "#wald #jugend #schule #bad", organisations: towns,
                    hashtagsRefused: words["refused.tooManyHashtags"]),
                controllers: [],
                code: "",
                act: "act-1",
                typedReturnCode: "abc",
                returnRefused: words["refused.wrongCode"]
            )
        ),
        Sample(
            "join-crowded",
            JoinPage(crowded, form: PersonForm(), controllers: controllers, code: "k7m4qx", act: "act-1")
        ),
    ]
}
