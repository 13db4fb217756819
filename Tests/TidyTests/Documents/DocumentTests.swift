import Testing

struct DocumentTests {
    @Test func `every path and command that a document names is there`() throws {
        Finding.report(DocumentRule.findings(in: try Tree.project()))
    }

    @Test func `the program's commands and settings are read from its sources`() throws {
        let vocabulary = Vocabulary(try Tree.project())

        #expect(vocabulary.commands.isSuperset(of: ["serve", "demo", "link", "doctor", "backup", "restore"]))
        #expect(vocabulary.flags.isSuperset(of: ["data", "port", "public-address", "people"]))
        #expect(vocabulary.environment.isSuperset(of: ["TAFELRUNDE_DATA", "TAFELRUNDE_PUBLIC_ADDRESS"]))
    }

    @Test(arguments: [
        ("see `Sources/Domain/Missing.swift`", "names Sources/Domain/Missing.swift, which is not there"),
        ("see `bin/missing`", "names bin/missing, which is not there"),
        ("see `MISSING.md`.", "names MISSING.md, which is not there"),
        (
            "see `Sources/Missing/*.swift` and `Missing/*`",
            "names Sources/Missing/*.swift, which is not there"
        ),
        ("[a](missing.md)", "links to missing.md, which is not there"),
        ("![a](../docs/pictures/missing.png)", "links to ../docs/pictures/missing.png, which is not there"),
        ("`tafelrunde vanish --port 1`", "there is no command vanish"),
        ("`.build/release/tafelrunde link nobody`", "there is no command nobody"),
        ("`tafelrunde serve --prot 1`", "there is no flag --prot"),
        ("`bin/run --nothing`", "there is no flag --nothing"),
        ("1. **It counts once.** Held by `it counts twice`.", "there is no test “it counts twice”"),
        ("`TAFELRUNDE_PROT=1`", "there is no setting TAFELRUNDE_PROT"),
        ("```\ntafelrunde vanish\n```", "there is no command vanish"),
    ]) func `what is not there is found`(_ text: String, _ sentence: String) {
        let line = text.hasPrefix("```") ? 2 : 1
        let tree = Tree(Self.program + [TextFile("docs/a.md", text + "\n")])

        #expect(DocumentRule.findings(in: tree) == [Finding("docs/a.md", line, sentence)])
    }

    @Test(arguments: [
        "`Sources/tafelrunde/`, `Sources/*/A.swift`, `./bin/run`",
        "[a](../bin/run#top), [b](https://example.org/x)",
        "`tafelrunde serve --public-address https://a.example`", "`tafelrunde link moderator --no-once`",
        "`TAFELRUNDE_PUBLIC_ADDRESS=x bin/run --quick --port 1`", "`b.md`",
        "tafelrunde vanish without back-ticks",
        "`tafelrunde`", "`adduser tafelrunde`",
        "1. **It counts once.** Held by `it counts once` in `bin/run`.",
    ]) func `what is there is fine`(_ text: String) {
        let tree = Tree(Self.program + [TextFile("docs/a.md", text + "\n"), TextFile("docs/b.md", "")])

        #expect(DocumentRule.findings(in: tree) == [])
    }

    private static let program = [
        TextFile(
            "Sources/tafelrunde/A.swift",
            """
            commandName: "serve"
            commandName: "link"
            commandName: "moderator"
            @Option var port: Int?
            @Option var publicAddress: String?
            @Flag var once = false
            enum SettingName: String {
                case port
                case publicAddress = "public-address"
            }
            """),
        TextFile("Tests/WebTests/A.swift", "@Test func `it counts once`() {}\n"),
        TextFile("bin/run", "case $1 in --quick) ;; esac\n"),
    ]
}
