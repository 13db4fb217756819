internal import Domain

extension PretendTopics {
    /// Work, young people, employers.
    static let work = [
        PretendTopic(
            .skills, .experience, "Ein Jahr, drei Betriebe: Praktika, die bleiben",
            "Wie sich eine Stadt als einer von drei Betrieben beteiligt, und was die Jungen dazu sagen."),
        PretendTopic(
            .skills, .input, "Die Jungen beraten die Chefin",
            "Umgekehrtes Mentoring im Rathaus: sechs Paare, sechs Treffen, ein Leitfaden."),
        PretendTopic(
            .skills, .question, "Ausbildung in der Verwaltung: Wie werben wir?",
            "Auf zwei Stellen kamen früher sechzig Bewerbungen, jetzt sieben. Was sagt ihr Schulklassen?"),
        PretendTopic(
            .skills, .helpWanted, "Berufemesse ohne Messe",
            "Statt Ständen in der Halle fährt ein Bus zu den Betrieben. Wer plant die Route mit?",
            needs: [.whiteboard]),
        PretendTopic(
            .skills, .question, "Arbeitgebermarke Kommune: Was versprechen wir, was stimmt?",
            "Sicher, familienfreundlich, sinnvoll: Welche Sätze glaubt uns noch jemand?"),
        PretendTopic(
            .people, .experience, "Sprachcafé: Vom Projekt zum Dienstag",
            "Seit vier Jahren jede Woche, ohne Förderung. Was es dazu braucht und was nicht."),
        PretendTopic(
            .skills, .question, "Anerkennung von Abschlüssen: Wer kennt die Abkürzung?",
            "Zwischen Kammer, Kreis und Bezirksregierung gehen Monate verloren."),
        PretendTopic(
            .stories, .question, "Wer redet für die Stadt im Netz?",
            "Beschäftigte als Gesichter, oder lieber das Wappen? Ich hätte gern eure Regeln."),
        PretendTopic(
            .economy, .experience, "Gründen auf dem Land: Eine Sprechstunde im Café",
            "Zwei Stunden im Monat, 41 Gespräche, neun Gründungen."),
        PretendTopic(
            .economy, .question, "Gewerbefläche ist aus: Und jetzt?",
            "Nachverdichten, tauschen, gemeinsam ausweisen: Wer hat es mit dem Nachbarn versucht?"),
        PretendTopic(
            .economy, .helpWanted, "Nachfolge im Handwerk sichtbar machen",
            "Ich suche drei Kommunen, die mit uns eine ehrliche Liste führen."),
        PretendTopic(
            .economy, .input, "Zwei Wirtschaftsräume, ein Weg zur Arbeit",
            "Was eine Potenzialanalyse über Pendler zwischen Stadt und Land zeigt, und was wir daraus machen.",
            needs: [.projector]),
        PretendTopic(
            .people, .question, "Wohnen für Auszubildende",
            "Der Ausbildungsplatz ist da, das Zimmer nicht. Wer hat Wohnraum gefunden?"),
    ]

    /// Digital matters: data, tools, laboratories, artificial intelligence.
    static let digital = [
        PretendTopic(
            .digital, .question, "Künstliche Intelligenz im Amt: Was erlaubt ihr?",
            "Texte kürzen ja, Bescheide nein? Ich suche eine Regelung, die Menschen auch lesen.",
            needs: [.projector]),
        PretendTopic(
            .digital, .experience, "Ratsprotokolle in einfacher Sprache",
            "Ein Versuch mit einem Sprachmodell: was gut ging, was peinlich war, was es kostet.",
            needs: [.projector]),
        PretendTopic(
            .digital, .helpWanted, "Gemeinsame Datenplattform: Womit fangen wir an?",
            "Pegelstände und Busse wären meine ersten beiden. Was wären eure?", needs: [.whiteboard]),
        PretendTopic(
            .digital, .input, "Open Source als Gebot: Was heißt das für die Vergabe?",
            "Fünf Sätze für das Leistungsverzeichnis, die bei uns gehalten haben."),
        PretendTopic(
            .digital, .question, "Ein Stadtlabor: Wie fange ich an?",
            "Beschluss, Raum, Konzept, Programm, Werbung: In welcher Reihenfolge, und was darf warten?"),
        PretendTopic(
            .digital, .experience, "Ein Raum, der nicht aussieht wie das Rathaus",
            "Was unser Labor eingeladen hat: ein Tisch, eine Küche, ein Schaufenster."),
        PretendTopic(
            .digital, .helpWanted, "Mobiles Labor: Wer teilt sich ein Lastenrad?",
            "Drei Kommunen, ein Rad, ein Kalender. Eine vierte passt noch dazu."),
        PretendTopic(
            .digital, .question, "Digitale Dienste, die niemand findet",
            "Der Antrag ist online, das Telefon klingelt trotzdem. Wie macht ihr bekannt, was es gibt?"),
        PretendTopic(
            .climate, .experience, "Pegel am Bach: Warnen mit wenig Geld",
            "Sieben Sensoren, ein Verein, eine Karte. Und ein Hochwasser, bei dem es half.",
            needs: [.projector]),
        PretendTopic(
            .digital, .input, "Offene Daten aus einer kleinen Verwaltung",
            "Vier Tabellen, eine Stunde im Monat: So stehen sie im Katalog des Landes."),
        PretendTopic(
            .stories, .input, "Vom digitalen Wandel erzählen",
            "Jede Geschichte braucht eine Heldin. Bei uns war es die Frau von der Müllabfuhr."),
        PretendTopic(
            .digital, .question, "Was habt ihr wieder abgeschaltet?",
            "Apps, Portale, Bildschirme: eine ehrliche Runde über das, was nicht blieb."),
    ]
}
