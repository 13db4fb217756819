import Pages

func archiveSamples(_ words: Phrases) -> [Sample] {
    let filters = [
        ArchiveFilter(
            "kind", words["archive.kind"],
            [SelectOption("", words["archive.allKinds"]), SelectOption("solution", "Lösungen (7)")]),
        ArchiveFilter(
            "town", words["archive.town"],
            [
                SelectOption("", words["archive.allTowns"]),
                SelectOption("05962040", "Nachrodt-Wiblingwerde (2)"),
            ]),
        ArchiveFilter(
            "year", words["archive.year"],
            [SelectOption("", words["archive.allYears"]), SelectOption("2026", "2026 (9)")]),
        ArchiveFilter(
            "series", words["archive.series"],
            [SelectOption("", words["archive.allSeries"]), SelectOption("Runder Tisch", "Runder Tisch (12)")]),
    ]
    let place = "24. Runder Tisch \u{B7} Altena \u{B7} 26. November 2026"
    let hits = [
        ArchiveHit(
            kind: words["archive.solution"],
            title: FoundText([("Leerstand", true), (" in der Ortsmitte", false)]),
            snippet: FoundText([
                ("Zwischennutzung mit Mustervertrag: Die Stadt mietet an und gibt ", false),
                ("leerstehende", true),
                (" Läden für ein Jahr weiter.", false),
            ]), whereFrom: place, address: "/g/7f3k/records/7?released#solution-2"),
        ArchiveHit(
            kind: words["archive.record"],
            title: FoundText([
                ("Wem gehört das Haus? ", false), ("Leerstandskataster", true), (" & <Datenschutz>", false),
            ]),
            snippet: FoundText([("Ein Kataster hilft nur, wenn es gepflegt wird.", false)]), whereFrom: place,
            address: "/g/7f3k/records/9?released", isInside: true),
        ArchiveHit(
            kind: words["archive.topic"],
            title: FoundText([("Nachrodt-Wiblingwerde: leere Läden, volle Ideen", false)]),
            snippet: FoundText([]), whereFrom: "Barcamp der Kommunen \u{B7} Siegen \u{B7} 4. Dezember 2025",
            address: "/g/9xk2/proposals/3"),
    ]
    let people = [
        ArchivePerson(name: "Anna, Iserlohn", gathering: "24. Runder Tisch", address: "/g/7f3k/people")
    ]
    let asked = ["q": "leer & <mehr>", "year": "2026"]
    let all = ArchiveHits(hits, count: 47, page: 2, pageCount: 3, isCut: true)
    let none = ArchivePage.Finding.found(ArchiveHits([], count: 0))
    return [
        Sample("archive", ArchivePage(asked: asked, filters: filters, finding: .found(all), people: people)),
        Sample(
            "archive-none",
            ArchivePage(asked: ["q": "gibts nicht", "town": "05962040"], filters: filters, finding: none)),
        Sample("archive-empty", ArchivePage(filters: filters, finding: none)),
        Sample("archive-building", ArchivePage(asked: ["q": "leer"], filters: filters, finding: .building)),
        Sample("archive-no-word", ArchivePage(asked: ["q": "?!"], filters: filters, finding: .noWord)),
    ]
}
