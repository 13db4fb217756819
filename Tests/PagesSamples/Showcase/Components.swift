/// The components that have a name of their own, in the order in which the showcase shows them.
struct Component {
    let title: String
    /// What it is for, and what each state says.
    let note: String
    let sources: [Harvest.Source]
    /// What only a script makes of it.
    var made: [(title: String, change: @Sendable (String) -> String)] = []

    var id: String {
        let letters = title.lowercased().map {
            ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"][$0] ?? String($0)
        }
        return letters.joined().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    static let all: [Component] = [
        Component(
            title: "Plätze", note: "Ein Punkt ist ein Mensch oder ein Wunsch: gefüllt, wenn vergeben.",
            sources: [.marked("seat-line"), .marked("quality-row")]),
        Component(
            title: "Ring", note: "Sekunden, Minuten, Wünsche, Menschen. Nie ohne Zahl.",
            sources: [.marked("ring-box"), .partial("shared/countdown")]),
        Component(
            title: "Wunsch", note: "Offen, mein Wunsch, Fenster zu; gestrichelt: wartet auf Netz.",
            sources: [.marked("wish"), .marked("weights")],
            made: [("wartet auf Netz", waiting)]),
        Component(
            title: "Thema, Zeile", note: "Telefon: die ganze Zeile ist das Etikett des Wunsches.",
            sources: [.marked("topic")]),
        Component(
            title: "Session, Zeile", note: "Telefon: Raum zuerst, meine getönt, abgesagt gestrichen.",
            sources: [.partial("boards/session-row")]),
        Component(
            title: "Session, Feld", note: "Tafel: ruhig, geändert, abgesagt, zu voll, frei, gesperrt.",
            sources: [.partial("boards/cell"), .partial("console/cell"), .partial("console/price")]),
        Component(
            title: "Session, Posten", note: "Schlange und Liste der Moderation.",
            sources: [.partial("console/queue"), .partial("console/topic")]),
        Component(
            title: "Session, Bühne", note: "Leinwand: Titel, Name, ein Satz, aus zehn Metern.",
            sources: [.marked("stage-title"), .partial("projector/queue"), .partial("projector/corner")]),
        Component(
            title: "Jetzt", note: "Ein Block je Schirm sagt, was gerade ist.",
            sources: [.partial("boards/now-block")]),
        Component(
            title: "Zeiten", note: "Kopf eines Slots, fester Punkt, Band der Tafel.",
            sources: [
                .marked("slot-head"), .marked("fixed-item"), .partial("boards/band"), .partial("boards/head"),
            ]),
        Component(title: "Schild", note: "Nur für Zustände.", sources: [.marked("chip")]),
        Component(
            title: "Phasen", note: "Sieben Stationen: gewesen, jetzt, noch nicht.",
            sources: [.partial("console/phases")]),
        Component(
            title: "Kopfzahl", note: "Große Zahl, „von 16“, Plätze.",
            sources: [.marked("room-head"), .marked("room-count"), .partial("console/heads")]),
        Component(
            title: "Güte", note: "Ein Satz, eine Reihe aller Wünsche.",
            sources: [.partial("boards/quality"), .marked("quality")]),
        Component(
            title: "Zwei zugleich", note: "Eine Wahl, kein Fehler: Tanne, nie Glut.",
            sources: [.partial("boards/conflict")]),
        Component(
            title: "Kein Netz", note: "Was wartet, steht mit Namen und Zeit da.",
            sources: [.marked("offline")], made: [("mit einem Wunsch, der wartet", offline)]),
        Component(
            title: "Ansage", note: "Was gerade gesagt wurde, und um wie viel alles später ist.",
            sources: [
                .partial("shared/announcements"), .marked("stage-announcement"), .marked("stage-delay"),
            ]),
        Component(
            title: "Rückgängig", note: "Bleibt bis zur nächsten Handlung.",
            sources: [.partial("console/undo")]),
        Component(
            title: "Rückfrage", note: "Nur wenn es andere trifft. Der sichere Knopf heißt „Noch nicht“.",
            sources: [.marked("dialog"), .marked("question")]),
        Component(
            title: "Feld", note: "Mit und ohne Fehler, Kennwort, Auswahl.",
            sources: [.partial("shared/field"), .partial("console/field"), .partial("console/select")]),
        Component(
            title: "Abgelehnt", note: "Ein Satz, der sagt, was zu tun ist.",
            sources: [.partial("shared/refused")]),
        Component(
            title: "Auswahl", note: "Kästen mit sichtbarem Kreis oder Haken.",
            sources: [.partial("shared/choice"), .partial("console/choices")]),
        Component(
            title: "Noch leer", note: "Ein freier Platz und der nächste Schritt.", sources: [.marked("empty")]
        ),
        Component(
            title: "Knöpfe", note: "Verben. Einer je Schirm ist gefüllt.",
            sources: [.marked("button"), .marked("next-button"), .marked("stepper"), .marked("link-button")]),
        Component(
            title: "Leiste", note: "Vier Einträge, immer am selben Ort.", sources: [.partial("shared/bar")]),
        Component(
            title: "Wortbild", note: "Häufige Wörter sind groß, jedes hat seine Reihe.",
            sources: [.marked("words-figure"), .marked("word-picture")]),
        Component(
            title: "Karte", note: "Jede Stadt ein Platz, nahe bei ihrem Ort.",
            sources: [.marked("arrival-map")]),
        Component(title: "QR-Code", note: "Hell auf beiden Gründen.", sources: [.marked("qr")]),
        Component(
            title: "Tatsachen", note: "Name links, Wert rechts.",
            sources: [.marked("facts"), .marked("dots")]),
    ]

    /// What `scripts/forms.js` does to a row whose wish has not reached the server.
    private static let waiting: @Sendable (String) -> String = { html in
        "<div class=\"waiting\">\(html.replacing("aria-checked=\"false\"", with: "aria-checked=\"true\""))</div>"
    }

    /// What the same script writes into the list of what waits.
    private static let offline: @Sendable (String) -> String = { html in
        html.replacing(
            "<ul id=\"outbox\"></ul>",
            with: "<ul id=\"outbox\"><li>Bauhof: ein Fuhrpark für drei Gemeinden<time>10:58</time></li></ul>")
    }

    static let classes = Set(
        all.flatMap(\.sources).compactMap { source in
            if case .marked(let name) = source { name } else { nil }
        })
}
