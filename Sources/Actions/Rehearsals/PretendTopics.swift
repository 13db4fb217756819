internal import Domain

/// A topic that somebody might bring: what towns really talk about, told by nobody real.
struct PretendTopic: Sendable, Hashable {
    let theme: Theme
    let form: Proposal.Form
    let title: String
    let sentence: String
    let needs: Set<Equipment>

    /// What draws people: who likes one topic of a theme tends to like the others.
    enum Theme: Sendable, Hashable, CaseIterable {
        case townCentre, skills, stories, economy, digital, people, cooperation, climate
    }

    init(
        _ theme: Theme, _ form: Proposal.Form, _ title: String, _ sentence: String, needs: Set<Equipment> = []
    ) {
        self.theme = theme
        self.form = form
        self.title = title
        self.sentence = sentence
        self.needs = needs
    }

    func content(until: MinuteOfDay? = nil) throws(TextRefused) -> Proposal.Content {
        Proposal.Content(
            title: try Title(title), sentence: try Sentence(sentence), form: form, needs: needs, until: until)
    }
}

/// The topics of the round tables, of their regional barcamp, of the cluster's meeting and of the conference, each in
/// the words of somebody who brings it.
enum PretendTopics {
    /// A small gathering has the first ones, a large one all.
    static let all = iserlohn + towns + work + digital + together

    /// Two that say nearly the same, by their place: the later one is merged into the earlier one.
    static let alike = [(first: 3, second: 12), (first: 6, second: 15), (first: 13, second: 31)]

    /// The first twelve: what was talked about in Iserlohn.
    static let iserlohn = [
        PretendTopic(
            .townCentre, .question, "Leerstand: Wer hat ein Register, das lebt?",
            "Unseres stimmt am Tag, an dem wir es drucken. Wie bleibt eures aktuell, und wer pflegt es?",
            needs: [.projector]),
        PretendTopic(
            .skills, .experience, "Fachkräfte aus dem Ausland: Die ersten hundert Tage",
            "Was bei uns geholfen hat: Lotsen, ein Sprachcafé und eine Stelle, die wirklich zuständig ist."),
        PretendTopic(
            .townCentre, .question, "Innenstadt am Abend: Was zieht Leute nach 18 Uhr?",
            "Feierabendmarkt, offene Läden, Musik im Leerstand: Ich suche, was mehr als einmal trägt."),
        PretendTopic(
            .stories, .experience, "Stadtmarketing fast ohne Geld",
            "Zehn Ideen unter 500 Euro, drei davon sind gescheitert. Ich zeige alle zehn.",
            needs: [.projector]),
        PretendTopic(
            .economy, .question, "Unternehmerfrühstück: Wie bleibt es lebendig?",
            "Am Anfang kamen sechzig, jetzt kommen zwölf. Was macht ein Netzwerk zu einem mit Mehrwert?"),
        PretendTopic(
            .economy, .input, "Gemeinwohlökonomie für kleine Betriebe",
            "Eine kurze Einführung, dann eure Fragen: Wer hat mit einer Bilanz angefangen, und was kam heraus?",
            needs: [.flipchart]),
        PretendTopic(
            .people, .experience, "Neu hier: Ein Willkommen, das ankommt",
            "Vom Neubürgerpaket zum Kennenlernabend: Warum wir den Karton abgeschafft haben."),
        PretendTopic(
            .economy, .helpWanted, "Coworking im Dorf: Wer rechnet mit mir?",
            "Acht Plätze, ein alter Laden, ein Verein. Ich brauche Köpfe, die schon einen Betrieb durchgerechnet haben.",
            needs: [.whiteboard]),
        PretendTopic(
            .skills, .question, "Rückkehrer: Wie findet ihr die, die weg sind?",
            "Klassentreffen, Heimatbrief, Weihnachtsmarkt: Wo erreicht man Menschen, die gern zurückkämen?"),
        PretendTopic(
            .people, .helpWanted, "Ehrenamt: Nachfolge im Vorstand gesucht",
            "Drei Vereine hören bei uns auf, weil niemand den Vorsitz will. Welche Formen teilen die Last?"),
        PretendTopic(
            .cooperation, .question, "Zwischen zwei Runden Tischen: Wie bleiben wir dran?",
            "Nach vier Wochen ist der Schwung weg. Was braucht es, damit aus Gesprächen Vorhaben werden?"),
        PretendTopic(
            .stories, .input, "Gute Bilder ohne Agentur",
            "Mit dem Telefon, einem Plan und zwei Stunden Licht: so entstehen unsere Fotos.",
            needs: [.projector]),
    ]

    /// Altena, and what follows from it in town centres and tourism.
    static let towns = [
        PretendTopic(
            .stories, .question, "Kleines Budget, große Wirkung: Was wirbt wirklich?",
            "Plakat, Film oder Fest: Ich vergleiche gern, was es kostet und wer davon erfährt."),
        PretendTopic(
            .stories, .experience, "Social Media im Rathaus: Wer darf was posten?",
            "Unsere Redaktion besteht aus fünf Ämtern und einer Seite Regeln. Sie passt auf ein Blatt.",
            needs: [.projector]),
        PretendTopic(
            .townCentre, .experience, "Zwischennutzung: Ein Schlüssel, drei Monate, kein Papierkrieg",
            "Wie wir Läden an Gründerinnen und Künstler geben, mit einem Vertrag von zwei Seiten."),
        PretendTopic(
            .people, .question, "Kennenlernabend für Neue: Wer kommt, wer nicht?",
            "Familien kommen, Alleinlebende kaum. Wie erreicht ihr alle, die neu sind?"),
        PretendTopic(
            .townCentre, .question, "Wochenmarkt: Was kommt nach den letzten vier Ständen?",
            "Andere Tage, andere Zeiten, andere Händler: Was habt ihr versucht?"),
        PretendTopic(
            .townCentre, .input, "Sitzen, trinken, verweilen: Bänke als Wirtschaftsförderung",
            "Zwölf Bänke, vier Bäume, ein Brunnen. Gezählt haben wir vorher und nachher."),
        PretendTopic(
            .townCentre, .helpWanted, "Wer hat eine Satzung für Außengastronomie, die einfach ist?",
            "Unsere hat vierzehn Seiten. Ich möchte auf drei kommen und lese gern eure."),
        PretendTopic(
            .stories, .experience, "Heimatshoppen ohne Gutscheinheft",
            "Wir erzählen zwölf Läden, je einen im Monat. Der Umsatz ist nicht messbar, das Gespräch schon."),
        PretendTopic(
            .townCentre, .question, "Eigentümer, die nicht antworten",
            "Briefe, Anrufe, Besuche: Wie kommt ihr an die, denen die leeren Häuser gehören?"),
        PretendTopic(
            .economy, .input, "Wandertourismus: Was die Bäckerei davon hat",
            "Ein Steig bringt Gäste. Wie bleibt etwas davon im Ort, auch montags?", needs: [.projector]),
        PretendTopic(
            .townCentre, .experience, "Der Bahnhof als neues Wohnzimmer",
            "Bücher, Kaffee, Fahrradwerkstatt: ein Jahr Betrieb mit allen Zahlen."),
        PretendTopic(
            .stories, .helpWanted, "Ein Mini-Drehbuch für unser Freibad",
            "Ich möchte in 45 Minuten mit euch eine Geschichte schreiben, die Kinder weitererzählen.",
            needs: [.flipchart]),
    ]
}
