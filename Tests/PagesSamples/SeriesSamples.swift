import Domain
import Pages

func seriesSamples(_ words: Phrases) -> [Sample] {
    [
        Sample("series", SeriesPage.sample(words)),
        Sample("series-begun", SeriesPage(gathering: "7f3k", title: "24. Runder Tisch")),
        Sample("suggestions", suggestions(words)), Sample("suggestions-early", early),
        Sample("topics-next-edition", topicsOfTheNext),
        Sample(
            "suggestions-none",
            SuggestionsPage(frame(.beside), previous: "23. Runder Tisch in Iserlohn")),
        Sample("propose-adopting", adopting),
    ]
}

extension SeriesPage {
    fileprivate static func sample(_ words: Phrases) -> SeriesPage {
        var page = SeriesPage(
            gathering: "7f3k", title: "24. Runder Tisch", series: "Willkommen in Südwestfalen")
        page.upcoming = [.init(title: "25. Runder Tisch in Balve", date: nextMonth)]
        page.lacksSome = true
        var edition = Edition(
            gathering: "7f3k", title: "24. Runder Tisch", date: nextMonth, venue: "Burg Altena")
        edition.number = 24
        edition.town = "Altena"
        edition.peopleCount = 38
        edition.townCount = 31
        edition.isOver = false
        edition.topics = [.init(id: "1", title: "Leerstand zählen", outcome: words["series.isPlanned"])]
        var before = Edition(gathering: "6d2h", title: "23. Runder Tisch", date: nextMonth)
        before.number = 23
        var parked = Topic(
            id: "4", title: "Leerstand: Wer hat ein Register?",
            outcome: words("series.parked", ["reason": words["parked.noRoomLeft"]]))
        parked.adoptions = [.init(gathering: "7f3k", edition: "24. Runder Tisch", topic: "1")]
        before.topics = [
            .init(id: "2", title: "Radwege", outcome: words["series.tookPlace"], hasRelease: true), parked,
        ]
        let empty = Edition(gathering: "5c1g", title: "22. Runder Tisch", date: nextMonth)
        page.editions = [edition, before, empty]
        return page
    }
}

private func suggestions(_ words: Phrases) -> SuggestionsPage {
    var page = SuggestionsPage(frame(.beside), previous: "23. Runder Tisch in Iserlohn")
    page.mayAdopt = true
    page.mayAdoptForOthers = true
    var adopted = SuggestionsPage.Suggested(
        name: "4", title: "Leerstand: Wer hat ein Register?",
        note: words("series.parked", ["reason": words["parked.noRoomLeft"]]))
    adopted.adopted = ("1", "Leerstand zählen")
    page.suggestions = [
        adopted,
        SuggestionsPage.Suggested(
            name: "2-0123456789abcdef", title: "Wer zahlt die Wege, die zwei Kommunen gehören?",
            sentence: "Und wer haftet, wenn dort jemand stürzt?",
            note: words("suggestion.question", ["title": "Radwege"])),
    ]
    return page
}

private var early: SuggestionsPage {
    var page = SuggestionsPage(frame(.beside), previous: "23. Runder Tisch in Iserlohn")
    page.isStillOn = true
    return page
}

private var topicsOfTheNext: TopicsPage {
    var around = frame(.topics)
    around.isInSeries = true
    var page = TopicsPage(
        around, window: WishWindow(.notYet), rows: Markup([]), topicCount: 0, ownWishCount: 0)
    page.hasPrevious = true
    return page
}

private var adopting: ProposalFormPage {
    var page = ProposalFormPage(
        frame(.beside), fields: ProposalFields(title: "Wer zahlt die Wege?"), host: "Anna, Iserlohn",
        act: "act-1")
    page.hasPrevious = true
    page.suggestion = ("2-0123456789abcdef", "Wer zahlt die Wege?")
    return page
}

private var nextMonth: LocalDate { Documentation.begun.date }
