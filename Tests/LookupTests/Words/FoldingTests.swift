import Testing

@testable import Lookup

struct FoldingTests {
    @Test(arguments: [
        ("Bürger", "burger"), ("BÜRGER", "burger"), ("Buerger", "buerger"), ("Straße", "strasse"),
        ("STRASSE", "strasse"), ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("B\u{75}\u{308}rger", "burger"),
        ("Ærø", "aero"), ("ﬁx", "fix"), ("Łódź", "lodz"), ("Rat\u{AD}haus", "rathaus"), ("naïve", "naive"),
        ("ẞ", "ss"),
        ("２０２６", "2026"), ("שלום", "שלום"),
    ])
    func `is looked for in one form`(_ word: String, _ form: String) {
        #expect(Folding.asked(word) == form)
    }

    @Test(arguments: [
        ("Bürger", ["burger", "buerger"]), ("Buerger", ["buerger", "burger"]), ("Burger", ["burger"]),
        ("Größe", ["grosse", "groesse"]), ("Neuentwicklung", ["neuentwicklung", "neuntwicklung"]),
        ("Neubürger", ["neuburger", "neubuerger"]), ("Israel", ["israel", "isral"]), ("e", ["e"]),
    ])
    func `is kept in each form that somebody may type`(_ word: String, _ forms: [String]) {
        #expect(Folding.kept(word) == forms)
    }

    @Test(arguments: ["Bürger", "Buerger", "BURGER", "bürger"])
    func `ü is found as ü, ue and u`(_ typed: String) {
        #expect(Folding.kept("Bürger").contains(Folding.asked(typed)))
    }
}
