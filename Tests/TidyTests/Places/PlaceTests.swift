import Testing

struct PlaceTests {
    @Test func `no path of one machine and no other origin stands anywhere`() throws {
        Finding.report(PlaceRule.findings(in: try Tree.project()))
    }

    @Test(arguments: ["home", "root", "work", "opt", "Users"]) func `a path of one machine is found`(
        _ folder: String
    ) {
        let path = ["", folder, "somebody"].joined(separator: "/")
        let tree = Tree([TextFile("docs/a.md", "fine\nsee `\(path)/x`\n")])

        #expect(
            PlaceRule.findings(in: tree) == [
                Finding("docs/a.md", 2, ["", folder, " is a path of one machine"].joined(separator: "/"))
            ])
    }

    @Test(arguments: [
        "/usr/bin/env", "/var/lib/tafelrunde", "../home/x", "a/home/b", "https://example.org/home/x",
    ])
    func `a path of every machine is fine`(_ path: String) {
        #expect(PlaceRule.findings(in: Tree([TextFile("docs/a.md", "\(path)\n")])) == [])
    }

    @Test(arguments: [
        ("templates/a.mustache", "<img src=\"https://cdn.example/a.png\">", "https://"),
        ("styles/a.css", "@import url(//cdn.example/a.css);", "(//"),
        ("scripts/a.js", "fetch('//cdn.example/a')", "'//"),
    ]) func `another origin is found`(_ path: String, _ text: String, _ sign: String) {
        let path = "Sources/CAssets/files/\(path)"

        #expect(
            PlaceRule.findings(in: Tree([TextFile(path, text)])) == [
                Finding(path, 1, "\(sign) leads to another origin")
            ])
    }

    @Test func `the name of a vocabulary is no address`() {
        let icon = TextFile(
            "Sources/CAssets/files/icons/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")

        #expect(PlaceRule.findings(in: Tree([icon])) == [])
    }
}
