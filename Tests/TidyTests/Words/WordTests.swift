import Testing

struct WordTests {
    @Test func `nothing that is banned is said without a reason`() throws {
        Finding.report(BannedWords.findings(in: try Tree.project()))
    }

    @Test func `every exception has a reason`() {
        #expect(BannedWords.allowed.filter { $0.reason.split(separator: " ").count < 4 } == [])
    }

    @Test(arguments: [
        ("// TODO: later\n", "TODO"), ("/// FIXME\n", "FIXME"), ("/* XXX */\n", "XXX"),
        ("// a HACK, really\n", "HACK"),
        ("fatalError(\"no\")\n", "fatalError("), ("preconditionFailure()\n", "preconditionFailure("),
        ("let a = try! f()\n", "try!"), ("let a = b as! C\n", "as!"), ("let a = b!\n", "!"),
        ("f()!.g()\n", "!"),
        ("let a = b[0]!\n", "!"), ("var a: Int!\n", "!"), ("let a = \"\\(b!)\"\n", "!"),
        ("final class A: @unchecked Sendable {}\n", "@unchecked Sendable"),
        ("nonisolated(unsafe) var a = 1\n", "nonisolated(unsafe)"), ("Task.detached { }\n", "Task.detached"),
        ("let now = Date()\n", "Date()"), ("f(at: Date.now)\n", "Date.now"), ("let id = UUID()\n", "UUID()"),
        ("var a = SystemRandomNumberGenerator()\n", "SystemRandomNumberGenerator()"),
        ("let a = Int.random(in: 0..<6)\n", ".random("), ("let a = b.random(\n in: c)\n", ".random("),
    ]) func `a banned word is found`(_ text: String, _ word: String) throws {
        let findings = BannedWords.findings(in: Tree([TextFile("Sources/Domain/A.swift", text)]), allowed: [])

        let ban = try #require(BannedWords.bans.first { $0.word == word })
        #expect(findings == [Finding("Sources/Domain/A.swift", 1, "says \(word): \(ban.instead)")])
    }

    @Test(arguments: [
        "let a = \"TODO try! as! b! fatalError(\"\n", "// the try! of others, and a b! in a remark\n",
        "if a != b { c = !d }\n", "guard !list.isEmpty, !(a || b) else { return }\n", "let isTODO = 1\n",
        "let a = updated()\nlet b = myDate()\n", "let a = Int.random(in: 0..<6, using: &generator)\n",
        "static func random(using generator: inout some RandomNumberGenerator) -> Self {}\n",
        "@Test func `it works!`() {}\n", "case Date.nowhere: break\n".replacing("nowhere", with: "then"),
    ]) func `what only looks like a banned word is none`(_ text: String) {
        let findings = BannedWords.findings(in: Tree([TextFile("Sources/Domain/A.swift", text)]), allowed: [])

        #expect(findings == [])
    }

    @Test func `only above the edge somebody looks at a clock`() {
        let text = "let a = (Date(), UUID(), Int.random(in: 1...2))\n"
        let edge = ["Sources/Web/A.swift", "Sources/tafelrunde/A.swift", "Tests/WebTests/A.swift"]

        #expect(BannedWords.findings(in: Tree(edge.map { TextFile($0, text) }), allowed: []) == [])
    }

    @Test func `an exception holds for its file and word, and not when it is not needed`() {
        let tree = Tree([
            TextFile("Tests/A.swift", "try! f()\n"), TextFile("Tests/B.swift", "try! f()\n"),
            TextFile("Tests/C.swift", "f()\n"),
        ])
        let allowed = ["Tests/A.swift", "Tests/C.swift"].map {
            BannedWords.Allowed(path: $0, word: "try!", reason: "for this test")
        }

        #expect(
            BannedWords.findings(in: tree, allowed: allowed) == [
                Finding("Tests/B.swift", 1, "says try!: throw, or catch it where somebody can act"),
                Finding("Tests/C.swift", 1, "says try! no more"),
            ])
    }

    @Test func `folders and names say their subject`() throws {
        Finding.report(NameRule.findings(in: try Tree.project()))
    }

    @Test(arguments: [
        ("Sources/Web/Helpers/A.swift", "", "Helpers is a drawer: name the folder after its subject"),
        ("Tests/WebTests/Utils/A.swift", "", "Utils is a drawer: name the folder after its subject"),
        ("Sources/Web/BoardV2.swift", "", "BoardV2 tells its age, not what it holds"),
        ("Sources/Web/Board.swift", "struct BoardPageV3 {}", "BoardPageV3 tells its age, not what it is"),
    ]) func `a name that says nothing is found`(_ path: String, _ text: String, _ sentence: String) {
        #expect(NameRule.findings(in: Tree([TextFile(path, text)])) == [Finding(path, 1, sentence)])
    }
}
