internal import Domain

extension PretendProgramme {
    /// Somebody responsible who does not exist, with texts that say so and show what belongs into them.
    static func sampleOrganiser() throws -> Organiser {
        Organiser(
            id: Organiser.ID(number: 1), name: try OrganiserName("Regionalbüro Musterland (erfunden)"),
            part: .organiser, imprint: try ImprintText(imprint), privacy: try PrivacyText(privacy),
            email: try EmailText("hallo@musterland.example"))
    }

    private static let imprint = """
        MUSTER: Diese Angaben sind erfunden. Trage hier deine eigenen ein.

        Regionalbüro Musterland
        Musterweg 12
        58636 Iserlohn

        Vertreten durch: Name der Leitung
        Telefon: 02371 000000
        E-Mail: hallo@musterland.example

        Verantwortlich für den Inhalt: Name und Anschrift
        """

    private static let privacy = """
        MUSTER: Dieser Text ist ein Beispiel und nicht geprüft. Trage hier deinen eigenen ein.

        Wer ist verantwortlich?
        Regionalbüro Musterland, Musterweg 12, 58636 Iserlohn, hallo@musterland.example.
        Datenschutz: datenschutz@musterland.example.

        Was wird gespeichert, und wozu?
        Vorname, Kommune und Hashtags, wenn du sie angibst: damit ihr euch findet. Deine Themen: damit sie auf den Plan \
        kommen. Deine Wünsche unter einem zweiten, zufälligen Namen: damit der Plan zu euch passt.

        Wer sieht es?
        Vornamen sehen nur, die dabei sind. Wer sich was wünscht, sieht niemand.

        Wie lange?
        Einen Tag nach dem Ende weiß niemand mehr, wer sich was gewünscht hat. Vornamen und Hashtags löschst du selbst, \
        wann du willst; sonst werden sie sechs Monate nach dem Ende gelöscht.

        Auf welcher Grundlage?
        Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 DSG NRW; was du freiwillig angibst, Art. 6 Abs. 1 Buchst. a DSGVO.

        Deine Rechte
        Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch. Beschwerde bei der Landesbeauftragten für \
        Datenschutz und Informationsfreiheit Nordrhein-Westfalen.
        """
}
