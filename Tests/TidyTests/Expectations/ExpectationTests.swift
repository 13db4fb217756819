import Testing

struct ExpectationTests {
    @Test func `every test file expects something`() throws {
        Finding.report(ExpectationRule.findings(in: try Tree.project()))
    }

    @Test(arguments: [
        ("Tests/WebTests/A.swift", "@Test func a() { // #expect(true)\n f() }\n"),
        ("Tests/Browser/test_a.py", "import x\ndef test_a(page):\n    page.goto('/')\n"),
    ]) func `a test file that expects nothing is found`(_ path: String, _ text: String) {
        #expect(
            ExpectationRule.findings(in: Tree([TextFile(path, text)])) == [
                Finding(path, 1, "has tests and expects nothing")
            ])
    }

    @Test func `files without tests may expect nothing`() {
        let tree = Tree([
            TextFile("Tests/TestSupport/A.swift", "struct A {}\n"), TextFile("Tests/Browser/b.py", "x = 1\n"),
        ])

        #expect(ExpectationRule.findings(in: tree) == [])
    }
}
