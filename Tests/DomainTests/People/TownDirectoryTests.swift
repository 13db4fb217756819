import Domain
import Testing

@Suite struct `The directory of towns` {
    let directory: TownDirectory

    init() throws {
        directory = try TownDirectory.sample()
    }

    @Test func `has the 59 towns of five districts in German order`() {
        #expect(directory.towns.count == 59)
        #expect(directory.towns.prefix(4).map(\.name) == ["Altena", "Anröchte", "Arnsberg", "Attendorn"])
        #expect(
            directory.districts.map(\.name) == [
                "Hochsauerlandkreis", "Kreis Olpe", "Kreis Soest", "Märkischer Kreis", "Siegen-Wittgenstein",
            ])
        #expect(directory.districts.map(\.towns.count) == [12, 7, 14, 15, 11])
    }

    @Test func `knows a town by its key`() throws {
        let iserlohn = try #require(directory["05962024"])

        #expect(
            iserlohn
                == Town(
                    id: "05962024", name: "Iserlohn", shortName: "Iserlohn", kind: .town,
                    district: "Märkischer Kreis", districtKey: "05962",
                    inhabitantCount: iserlohn.inhabitantCount,
                    latitude: 51.374541, longitude: 7.699212))
        #expect((90_000...95_000).contains(iserlohn.inhabitantCount))
        #expect(directory["05962099"] == nil)
    }

    @Test(
        arguments: [
            ("Iserlohn", "Iserlohn"), ("  iserlohn ", "Iserlohn"), ("ISERLOHN", "Iserlohn"),
            ("Stadt Iserlohn", "Iserlohn"), ("Iserlohn, Stadt", "Iserlohn"),
            ("Stadtverwaltung Iserlohn", "Iserlohn"),
            ("Lüdenscheid", "Lüdenscheid"), ("Luedenscheid", "Lüdenscheid"), ("LUEDENSCHEID", "Lüdenscheid"),
            ("ludenscheid", "Lüdenscheid"), ("Lu\u{308}denscheid", "Lüdenscheid"),
            ("Sundern", "Sundern (Sauerland)"), ("Sundern (Sauerland)", "Sundern (Sauerland)"),
            ("sundern sauerland", "Sundern (Sauerland)"), ("Wickede/Ruhr", "Wickede (Ruhr)"),
            ("Nachrodt-Wiblingwerde", "Nachrodt-Wiblingwerde"),
            ("nachrodt wiblingwerde", "Nachrodt-Wiblingwerde"),
            ("Nachrodt", "Nachrodt-Wiblingwerde"), ("Berleburg", "Bad Berleburg"),
            ("bad laas", "Bad Laasphe"),
            ("Gemeinde Möhnesee", "Möhnesee"), ("moehnesee", "Möhnesee"), ("Soest", "Soest"),
            ("Söst", "Soest"),
            ("Kreisstadt Olpe", "Olpe"), ("Lippstadt", "Lippstadt"), ("Stadt Lippstadt", "Lippstadt"),
            ("Isl", nil), ("iser", "Iserlohn"), ("Werl", "Werl"), ("Ense", "Ense"),
        ] as [(String, String?)])
    func `finds what somebody means`(typed: String, name: String?) {
        #expect(directory.town(named: typed)?.name == name)
    }

    @Test(arguments: [
        "", "  ", "-", "Stadt", "Hal", "Neu", "Bad", "is", "Kreis Soest", "Dortmund", "Iserlohn Altena", "💡",
        "Ł",
    ])
    func `finds nothing where nothing or too much is meant`(typed: String) {
        #expect(directory.town(named: typed) == nil)
    }

    @Test func `finds every town by its name, its short name and its name in capitals`() {
        for town in directory.towns {
            #expect(directory.town(named: town.name) == town)
            #expect(directory.town(named: town.shortName) == town)
            #expect(directory.town(named: "Stadt \(town.name.uppercased())") == town)
        }
    }

    @Test func `suggests beginnings first, then words that begin so`() {
        #expect(directory.suggestions(for: "hal").map(\.name) == ["Hallenberg", "Halver"])
        #expect(
            directory.suggestions(for: "ba").map(\.name) == [
                "Bad Berleburg", "Bad Laasphe", "Bad Sassendorf", "Balve",
            ])
        #expect(directory.suggestions(for: "lü").map(\.name) == ["Lüdenscheid"])
        #expect(directory.suggestions(for: "wib").map(\.name) == ["Nachrodt-Wiblingwerde"])
        #expect(
            directory.suggestions(for: "sau").map(\.name) == [
                "Eslohe (Sauerland)", "Menden (Sauerland)", "Sundern (Sauerland)",
            ])
    }

    @Test func `suggests no more than asked for, and nothing for nothing`() {
        #expect(directory.suggestions(for: "e", limit: 2).map(\.name) == ["Ense", "Erndtebrück"])
        #expect(directory.suggestions(for: "e", limit: 0) == [])
        #expect(directory.suggestions(for: " ") == [])
        #expect(directory.suggestions(for: "xyz") == [])
    }

    @Test(arguments: [
        "05962024,Iserlohn,Iserlohn,Stadt,05962,Märkischer Kreis,93000,51.3",
        "05962024,Iserlohn,Iserlohn,Burg,05962,Märkischer Kreis,93000,51.3,7.6",
        "05962024,Iserlohn,Iserlohn,Stadt,05962,Märkischer Kreis,viele,51.3,7.6",
        "05962024,Iserlohn,Iserlohn,Stadt,05962,Märkischer Kreis,93000,Nord,7.6",
        "0596 2024,Iserlohn,Iserlohn,Stadt,05962,Märkischer Kreis,93000,51.3,7.6",
        "05962024,,,Stadt,05962,Märkischer Kreis,93000,51.3,7.6",
    ])
    func `names the line that is no town`(line: String) {
        #expect(throws: TownDirectory.Refused.notATown(line: 2)) {
            try TownDirectory(csv: "heading\n\(line)\n")
        }
    }

    @Test func `refuses a town that is there twice`() {
        let line = "05962024,Iserlohn,Iserlohn,Stadt,05962,Märkischer Kreis,93000,51.3,7.6"

        #expect(throws: TownDirectory.Refused.twice("05962024")) {
            try TownDirectory(csv: "heading\n\(line)\r\n\(line)\r\n")
        }
    }

    @Test func `may be empty`() throws {
        #expect(try TownDirectory(csv: "heading\n") == .empty)
        #expect(TownDirectory.empty.town(named: "Iserlohn") == nil)
    }
}
