internal import Domain

extension PretendTopics {
    /// Working together, taking part, energy and ways.
    static let together = [
        PretendTopic(
            .cooperation, .experience, "Ein Vertrag für fünf: Kooperation, die hält",
            "Unser Muster, mit den drei Stellen, an denen es fast gescheitert wäre.", needs: [.projector]),
        PretendTopic(
            .cooperation, .question, "Gemeinsam beschaffen, ohne dass einer alles macht",
            "Wer schreibt, wer unterschreibt, wer haftet? Ich sammle Modelle."),
        PretendTopic(
            .cooperation, .input, "Vertrauen zuerst: Was Kooperation gelingen lässt",
            "Fünf Beobachtungen aus drei Jahren, danach eure."),
        PretendTopic(
            .cooperation, .helpWanted, "Marktplatz für Musterlösungen",
            "Bringt einen Vertrag, eine Satzung oder ein Konzept mit, wir hängen alles an die Wand.",
            needs: [.flipchart]),
        PretendTopic(
            .cooperation, .question, "Wie heißt unser Verbund, und wer spricht für ihn?",
            "Lose oder mit Satzung? Ich hätte gern Beispiele für beides."),
        PretendTopic(
            .people, .question, "Beteiligung: Wie sagt ihr, was möglich ist und was nicht?",
            "Erwartungen wachsen schneller als Haushalte. Was schreibt ihr vorher auf?"),
        PretendTopic(
            .people, .experience, "Frühstück beim Bürgermeister",
            "Zwölf Beschäftigte, eine Stunde, keine Tagesordnung. Was sich dadurch verändert hat."),
        PretendTopic(
            .people, .input, "Jugendbeirat mit eigenem Geld",
            "5000 Euro im Jahr, und niemand redet hinein. Was daraus wurde."),
        PretendTopic(
            .people, .helpWanted, "Ball, Zeit, Runde: Agiles Arbeiten zum Anfassen",
            "Ein Spiel mit zwanzig Bällen, danach reden wir über Ämter.", needs: [.accessible]),
        PretendTopic(
            .climate, .question, "Bürgerbus: Wer fährt in zehn Jahren?",
            "Die Fahrerinnen und Fahrer werden älter. Wie gewinnt ihr neue?"),
        PretendTopic(
            .climate, .experience, "Wärmeplanung in einer kleinen Stadt",
            "Was wir selbst gerechnet haben, was nicht, und was es gekostet hat.", needs: [.projector]),
        PretendTopic(
            .climate, .helpWanted, "Radweg über die Kreisgrenze",
            "Achthundert Meter fehlen, drei Stellen sind zuständig. Wer hat so etwas geschafft?"),
        PretendTopic(
            .climate, .input, "Schatten: Bäume für heiße Plätze",
            "Welche Arten stehen noch, und wer gießt im August?"),
    ]
}
