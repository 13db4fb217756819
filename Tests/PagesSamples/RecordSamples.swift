import Domain
import Pages

private func head(
    _ status: RecordStatus, isChatham: Bool = false, _ change: (inout RecordHead) -> Void = { _ in }
) -> RecordHead {
    var head = RecordHead(
        gathering: "7f3k", session: "3", title: "Leerstand: Wer hat ein Register, das lebt?",
        status: status, isChatham: isChatham, revision: status == .empty ? 0 : 12)
    head.place = "11:30, Rittersaal"
    head.host = isChatham ? nil : "Dirk, Attendorn"
    head.saved = status == .empty ? nil : isChatham ? "Gesichert 11:42" : "Gesichert 11:42, Anna, Iserlohn"
    head.stamp = "12"
    change(&head)
    return head
}

private let text = RecordText(
    startingPoint: "Zwölf Läden stehen leer, niemand weiß genau, welche.",
    keyPoints: ["Ohne Pflege lebt kein Register.", "Eigentümer antworten auf Besuch, nicht auf Briefe."],
    questions: "Wer zahlt die Pflege?\nWas ist mit dem Datenschutz?",
    solutions: "Attendorn ruft jeden Monat zehn Leute an.\nSoest hat eine Karte, die jeder ändern kann.",
    links: "https://attendorn.example/leerstand\njavascript:alert(1)", goingOn: "Attendorn, Soest, Balve",
    steps: [
        .init(what: "Register vergleichen", who: "Attendorn", until: "15. Januar"),
        .init(what: "Nachfragen beim Kreis", who: "", until: ""),
    ], authors: ["Anna, Iserlohn", "Dirk, Attendorn"])

private func clash(_ words: Phrases) -> RecordClash {
    RecordClash(
        number: 1201, name: "solutions", field: words["record.solutions"],
        first: "Attendorn ruft jeden Monat zehn Leute an.", second: "Attendorn ruft jede Woche drei Leute an."
    )
}

private func fields(_ steps: [String] = ["k7m2", "free"]) -> RecordFields {
    RecordFields(
        [
            "startingPoint": text.startingPoint, "keyPoint1": text.keyPoints[0],
            "keyPoint2": text.keyPoints[1], "questions": text.questions, "solutions": text.solutions,
            "links": text.links, "goingOn": "Attendorn, Soest", "step-k7m2-what": "Register vergleichen",
            "step-k7m2-who": "Attendorn", "step-k7m2-until": "15. Januar",
        ], steps: steps)
}

func recordSamples(_ words: Phrases) -> [Sample] {
    recordsRead(words) + recordsWritten(words) + recordsOnPaper()
}

private func recordsRead(_ words: Phrases) -> [Sample] {
    var draft = RecordPage(frame(.beside), head: head(.draft), text: text)
    draft.mayWrite = true
    draft.clashes = [clash(words)]
    draft.publicNote = words("record.publicNote", ["time": "11:20"])
    draft.release = ReleaseDesk(act: "act-1", clashCount: 1, isReleased: true)
    var held = RecordPage(
        frame(.beside), head: head(.draft, isChatham: true) { $0.isHeld = true },
        text: RecordText(solutions: "Annas Idee: jeden Monat zehn Anrufe."))
    held.mayWrite = true
    held.release = ReleaseDesk(act: "act-1", names: ["Anna", "Bernd"])
    held.release?.unreadCount = 2
    var emptied = RecordPage(frame(.beside), head: head(.draft), text: nil)
    emptied.mayWrite = true
    emptied.publicNote = words("record.publicNote", ["time": "11:20"])
    emptied.release = ReleaseDesk(act: "act-1", isReleased: true)
    emptied.release?.hasWords = false
    var released = RecordPage(frame(.beside), head: head(.released), text: text)
    released.isOlder = true
    released.group = sampleGroupLine
    released.release = ReleaseDesk(act: "act-1", isReleased: true, isCurrent: true)
    var empty = RecordPage(frame(.beside), head: head(.empty), text: nil)
    empty.mayWrite = true
    var history = RecordHistoryPage(
        frame(.beside), head: head(.draft),
        versions: [
            RecordVersion(
                number: 12, time: "11:42", author: "Anna, Iserlohn", fields: ["Lösungen", "Links"]),
            RecordVersion(number: 7, time: "11:31", author: nil, fields: [], note: "wieder wie 11:20"),
        ])
    history.olderThan = 7
    history.shown = .init(number: 7, when: "11:31", text: text, act: "act-1")
    return [
        Sample("record-draft", draft), Sample("record-held", held), Sample("record-released", released),
        Sample("record-empty", empty), Sample("record-emptied", emptied), Sample("record-history", history),
        Sample(
            "record-history-empty",
            RecordHistoryPage(frame(.beside), head: head(.empty), versions: [], isCut: true)),
        Sample(
            "record-public",
            RecordPage(
                frame(.beside),
                head: head(.empty) {
                    $0.absence = "fällt aus"
                    $0.goesOnAt = Pages.Link("Weiter bei „Bauhof“", .record("7f3k", "1"))
                }, text: nil)),
    ]
}

private func recordsWritten(_ words: Phrases) -> [Sample] {
    var asked = RecordFormPage(
        frame(.beside), head: head(.empty), fields: RecordFields([:], steps: ["free"]), act: "act-1")
    asked.keeping = NoteKeeping(isAsked: true)
    var typed = fields()
    typed.errors = [
        "solutions": words("refused.textTooLong", count: 12),
        "paperAuthor": words("refused.textTooLong", count: 3),
    ]
    typed.isChatham = true
    typed.maySwitchRule = false
    typed.bases = ["solutions": text.solutions]
    var refused = RecordFormPage(
        frame(.beside), head: head(.draft, isChatham: true), fields: typed, act: "act-1")
    refused.clashes = [clash(words)]
    refused.keeping = NoteKeeping(isMine: true)
    refused.refused = words["refused.tooManySteps"]
    var written = RecordFormPage(frame(.beside), head: head(.draft), fields: fields(), act: "act-1")
    written.keeping = NoteKeeping(keeper: "Dirk, Attendorn")
    return [
        Sample("record-form-empty", asked), Sample("record-form-refused", refused),
        Sample("record-form", written),
    ]
}

private func recordsOnPaper() -> [Sample] {
    let sheet = SheetFrame(
        gathering: "7f3k", name: "24. Runder Tisch, Altena", date: "Donnerstag, 26. November 2026",
        venue: "Burg Holtzbrinck")
    let qr = QRCode("https://tafelrunde.example/g/7f3k/records/3/writing")?.markup
    return [
        Sample(
            "sheet-records",
            RecordSheets(
                sheet,
                sheets: [
                    RecordSheet(
                        title: "Leerstand: Wer hat ein Register, das lebt?", host: "Dirk, Attendorn",
                        place: "11:30, Rittersaal", qr: qr),
                    RecordSheet(
                        title:
                            "Interkommunale Zusammenarbeit bei der Vergabe von Straßenbauleistungen: Wer bündelt, wer haftet?",
                        host: nil, place: "14:15, Erker", qr: qr),
                ])),
        Sample("sheet-records-empty", RecordSheets(sheet, sheets: [])),
    ]
}

func consoleRecordSamples() -> [Sample] {
    var missing = ConsoleRecord(
        session: "3", title: "Leerstand: Wer hat ein Register, das lebt?", place: "11:30, Rittersaal",
        host: "Dirk, Attendorn", status: .empty)
    missing.hasBegun = true
    missing.askedAt = "11:40"
    missing.keeper = "Anna, Iserlohn"
    var draft = ConsoleRecord(
        session: "1", title: "Bauhof: ein Fuhrpark für drei Gemeinden", place: "11:30, Erker",
        host: "Bernd, Balve", status: .draft)
    draft.clashCount = 2
    var held = ConsoleRecord(
        session: "2", title: "KI in der Verwaltung", place: "14:15, Erker", host: nil, status: .draft)
    held.isHeld = true
    var gone = ConsoleRecord(
        session: "4", title: "Glasfaser ist da, und nun?", place: nil, host: nil, status: .released)
    gone.absence = "fällt aus"
    return [
        Sample(
            "console-records",
            ConsoleRecordsPage(consoleFrame(.records, .running), records: [missing, draft, held, gone])),
        Sample("console-records-empty", ConsoleRecordsPage(consoleFrame(.records, .planning), records: [])),
    ]
}
