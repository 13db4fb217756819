import Testing

@testable import Domain

struct WritingTogetherTests {
    /// Base, what it is by now, what was typed, and what becomes of it.
    static let cases: [(String, String, String, String)] = [
        ("", "", "", ""),
        ("", "", "Rad", "Rad"),
        ("", "Rad", "Bus", "Rad\nBus"),
        ("", "Rad\nBus", "Bus", "Rad\nBus"),
        ("Rad", "Rad", "", ""),
        ("Rad", "", "Rad", ""),
        ("Rad", "Rad\nBus", "Rad\nBahn", "Rad\nBus\nBahn"),
        ("Rad", "Bus\nRad", "Rad\nBahn", "Bus\nRad\nBahn"),
        // Somebody goes on with their half word while another puts a line below it.
        ("Wir brau", "Wir brau\nGeld", "Wir brauchen", "Wir brauchen\nGeld"),
        ("a b c d", "x b c d", "a b c y", "x b c y"),
        ("a b c\nd e f", "a b x\nd e f", "a b c\nd y f", "a b x\nd y f"),
        ("a b c\nd e f", "a b x\nd e f", "a b y\nd e f", "a b x\na b y\nd e f"),
        // Deleted by one and changed by the other: it stays changed.
        ("a\nb c\nd", "a\nd", "a\nb x c\nd", "a\nb x c\nd"),
        ("a b", "a b\nx", "a b\ny", "a b\nx\ny"),
        ("a b", "a b c", "a b d", "a b c\na b d"),
    ]

    /// What would be nobody's sentence, put together: base, two versions.
    static let opposites: [(String, String, String)] = [
        ("Stadt zahlt", "Stadt zahlt nicht alles", "Stadt zahlt nicht"),
        ("Stadt zahlt nicht", "Stadt zahlt", "Stadt zahlt nicht alles"),
        ("Stadt zahlt", "Stadt hilft", "Stadt zahlt nicht"),
        ("Es kostet 5 Euro", "Es kostet 6 Euro", "Es kostet Euro"),
        ("Es kostet 5 Euro", "Es kostet 6 Millionen Euro", "Es kostet 6 Euro"),
        (
            "Kosten prüfen\nBürgermeister fragen", "Kosten prüfen bald",
            "Kosten prüfen\nBürgermeister fragen Montag"
        ),
    ]

    @Test(arguments: opposites)
    func `opposites stay beside each other, marked, and sent again change nothing`(
        _ base: String, _ first: String, _ second: String
    ) {
        for (standing, typed) in [(first, second), (second, first)] {
            let merging = Merging(base, standing, typed)

            #expect(merging.text == standing + "\n" + typed)
            #expect(merging.clashes == [.init(first: standing.splitLines, second: typed.splitLines)])
            #expect(Merging(base, merging.text, typed).text == merging.text)
        }
    }

    @Test(arguments: cases)
    func `both are in it`(_ base: String, _ standing: String, _ typed: String, _ merged: String) {
        #expect(Merging(base, standing, typed).text == merged)
    }

    @Test func `versions of one place are told apart`() {
        let merging = Merging("a b c\nd e f", "a b x\nd y f", "a b z\nd e g")

        #expect(merging.text == "a b x\na b z\nd y g")
        #expect(merging.clashes == [.init(first: ["a b x"], second: ["a b z"])])
        #expect(Merging("a", "a b", "c a").clashes == [])
    }

    @Test(arguments: 0..<8)
    func `nobody's words are lost`(_ seed: Int) {
        var scribe = Scribe(seed: seed)
        for _ in 0..<400 {
            let (base, first, second) = scribe.versions()
            let merged = Merging(base, first, second)
            let words = merged.words
            for version in [first, second] {
                let added = Set(version.splitWords).subtracting(base.splitWords)
                #expect(added.subtracting(words) == [], "\(base) | \(first) | \(second) -> \(merged.text)")
            }
        }
    }

    @Test(arguments: 100..<108)
    func `typed once more it changes nothing`(_ seed: Int) {
        var scribe = Scribe(seed: seed)
        scribe.sharedWordShare = 0
        scribe.editCounts = [0, 1, 1]
        for _ in 0..<400 {
            let (base, first, second) = scribe.versions()
            let once = Merging(base, first, second)
            let twice = Merging(base, once.text, second)
            #expect(twice.text == once.text, "\(base) | \(first) | \(second)")
        }
    }

    @Test func `of many edits at once, typed once more, hardly any stands twice`() {
        var scribe = Scribe(seed: 150)
        scribe.sharedWordShare = 0
        var count = 0
        for _ in 0..<3_000 {
            let (base, first, second) = scribe.versions()
            let once = Merging(base, first, second)
            if Merging(base, once.text, second).text != once.text { count += 1 }
        }
        #expect(count < 60)
    }

    @Test(arguments: 200..<208)
    func `who is first does not matter where edits are apart`(_ seed: Int) {
        var scribe = Scribe(seed: seed)
        for _ in 0..<400 {
            let (base, first, second) = scribe.versionsApart()
            let merged = Merging(base, first, second)
            #expect(merged.text == Merging(base, second, first).text, "\(base) | \(first) | \(second)")
            #expect(merged.clashes == [])
        }
    }

    @Test(arguments: 300..<304)
    func `who changed nothing leaves all as it is`(_ seed: Int) {
        var scribe = Scribe(seed: seed)
        for _ in 0..<400 {
            let (base, first, _) = scribe.versions()
            #expect(Merging(base, first, base).text == first)
            #expect(Merging(base, base, first).text == first)
            #expect(Merging(base, first, first).text == first)
        }
    }

    @Test func `what is too long to compare word by word is kept as a whole`() {
        let many = { (word: String) in (0..<1_200).map { "\(word)\($0)" }.joined(separator: "\n") }

        let merging = Merging(many("a"), many("b"), many("c"))

        #expect(merging.words == Set((many("b") + "\n" + many("c")).splitWords))
    }
}

extension Merging {
    fileprivate init(_ base: String, _ standing: String, _ typed: String) {
        self.init(base: base.splitLines, standing: standing.splitLines, typed: typed.splitLines)
    }

    fileprivate var text: String { lines.joined(separator: "\n") }
    fileprivate var words: Set<String> { Set(text.splitWords) }
}

extension String {
    fileprivate var splitLines: [Substring] {
        isEmpty ? [] : split(separator: "\n", omittingEmptySubsequences: false)
    }
    fileprivate var splitWords: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}

/// Writes texts and changes them, as people do who write into one record.
private struct Scribe {
    private var dice: Dice
    private var count = 0
    /// How many words are everybody's.
    var sharedWordShare = 0.3
    /// How much somebody changes before it is sent.
    var editCounts = [0, 1, 1, 2, 4]

    /// Seeds side by side would throw nearly the same.
    init(seed: Int) { dice = Dice(seed: seed * 10_007) }

    /// A text and what two made of it, of few words, so that they meet often.
    mutating func versions() -> (String, String, String) {
        let base = text(dice.pick([0, 1, 2, 5]))
        return (base.joined, changed(base).joined, changed(base).joined)
    }

    /// One changes the beginning and the other the end, with an untouched line between them.
    mutating func versionsApart() -> (String, String, String) {
        let (head, tail) = (text(dice.pick([1, 2, 4])), text(dice.pick([1, 2, 4])))
        let middle = [["unberührt", "\(count)"]]
        let base = (head + middle + tail).joined
        return (
            base, (changed(head) + middle + tail).joined, (head + middle + changed(tail)).joined
        )
    }

    private mutating func text(_ lines: Int) -> [[String]] {
        (0..<lines).map { _ in (0..<dice.pick([1, 2, 4, 6])).map { _ in word() } }
    }

    private mutating func word() -> String {
        count += 1
        return dice.flip(sharedWordShare) ? dice.pick(["der", "Radweg", "und", "Geld"]) : "w\(count)"
    }

    private mutating func changed(_ lines: [[String]]) -> [[String]] {
        var lines = lines
        for _ in 0..<dice.pick(editCounts) {
            let line = lines.isEmpty ? 0 : Int.random(in: 0..<lines.count, using: &dice)
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: lines.insert([word(), word()], at: dice.flip() ? lines.count : line)
            case 1 where !lines.isEmpty: lines.remove(at: line)
            case 2 where !lines.isEmpty:
                lines[line].insert(word(), at: Int.random(in: 0...lines[line].count, using: &dice))
            case 3 where lines.indices.contains(line) && !lines[line].isEmpty:
                lines[line][Int.random(in: 0..<lines[line].count, using: &dice)] = word()
            default: lines.append([word()])
            }
        }
        return lines
    }
}

extension [[String]] {
    fileprivate var joined: String { map { $0.joined(separator: " ") }.joined(separator: "\n") }
}
