import Pages

func proposalSamples(_ words: Phrases) -> [Sample] {
    let equipment: [ProposalFields.Option] = [
        .init(value: "projector", label: "Beamer"), .init(value: "board", label: "Stellwand", isChosen: true),
        .init(value: "flipchart", label: "Flipchart"),
    ]
    var refusedFields = ProposalFields(
        title: String(repeating: "Interkommunale Zusammenarbeit ", count: 5), sentence: "",
        equipment: equipment, mustLeaveAt: "", coHosts: "Tom, Olpe")
    refusedFields.titleRefused = words("refused.textTooLong", count: 30)
    refusedFields.mustLeaveRefused = words["refused.time"]
    refusedFields.slotCountMax = 2

    let similar = SimilarTopic(
        gathering: "7f3k", id: "5", title: "Hitzeschutz: Schatten für den Marktplatz",
        host: "Miriam, Soest")
    return [
        Sample(
            "propose",
            ProposalFormPage(
                frame(.beside),
                fields: ProposalFields(
                    title: "Hitze im Bauhof: Wer macht",
                    sentence: "Ab 32 Grad steht bei uns die Kolonne. Wie regelt ihr das?", kind: .question,
                    equipment: equipment),
                host: "Anna, Iserlohn",
                similar: similar,
                act: "act-1"
            )
        ),
        Sample(
            "propose-empty",
            ProposalFormPage(frame(.beside), fields: ProposalFields(), host: "", act: "act-1")
        ),
        Sample(
            "propose-refused",
            ProposalFormPage(
                frame(.beside), proposal: "7", fields: refusedFields, host: "Anna, Iserlohn", act: "act-1",
                revision: "3", refused: words["refused.editedMeanwhile"])
        ),
        Sample("similar", SimilarFragment(similar), isWhole: false),
        Sample("proposal", ProposalPage(frame(.topics), row: topicRow(.simple(isMine: false), wishes: 14))),
        Sample("proposal-own", ownProposal),
        Sample("proposal-weighted", ProposalPage(frame(.topics), row: topicRow(.weighted(2), wishes: nil))),
    ]
}

private func topicRow(_ mark: WishMark, wishes: Int?) -> TopicRow {
    TopicRow(
        gathering: "7f3k", id: "2", title: "KI in der Verwaltung: Was darf sie, was hilft?",
        host: "Leyla, Siegen", kind: .question, wishCount: wishes, handCount: 2, mark: mark, act: "act-2")
}

private var ownProposal: ProposalPage {
    var page = ProposalPage(
        frame(.topics),
        row: topicRow(.closed(isMine: true), wishes: 14),
        sentence:
            "Fast alle probieren etwas aus, kaum jemand hat eine Regel dafür. Was habt ihr aufgeschrieben?"
    )
    page.coHosts = ["Tom, Olpe", "Maximiliane-Friederike, Nachrodt-Wiblingwerde"]
    page.needs = ["Beamer", "Stellwand"]
    page.mustLeaveAt = "14:00"
    page.placement = "11:30, Rittersaal"
    page.notPlaced = "Geparkt: Es waren mehr Themen als Plätze."
    page.mayEdit = true
    page.hasRecord = true
    page.source = "Kommt aus: 23. Runder Tisch, „Leerstand“"
    page.group = sampleGroupLine
    page.withdrawalAct = "act-3"
    page.affectedCount = 14
    return page
}
