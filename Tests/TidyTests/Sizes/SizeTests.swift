import Testing

struct SizeTests {
    @Test func `nothing is longer than its bound`() throws {
        Finding.report(SizeRule.findings(in: try Tree.project()))
    }

    @Test(arguments: [
        ("Sources/Domain/A.swift", 400), ("Tests/DomainTests/A.swift", 500), ("bin/run", 400),
        ("Sources/CAssets/files/templates/a.mustache", 120), ("Sources/CAssets/files/styles/a.css", 400),
    ]) func `a file of one line too many is found`(_ path: String, _ max: Int) {
        let fitting = TextFile(path, String(repeating: "\n", count: max))
        let tooLong = TextFile(path, String(repeating: "\n", count: max + 1))

        #expect(SizeRule.findings(in: Tree([fitting])) == [])
        #expect(
            SizeRule.findings(in: Tree([tooLong])) == [
                Finding(path, 1, "has \(max + 1) lines, more than \(max): cut it by subject")
            ])
    }

    @Test func `a function of one line too many is found`() {
        let fitting = "func a() {\n" + String(repeating: "\n", count: 58) + "}\n"
        let tooLong = "\nfunc b() {\n" + String(repeating: "\n", count: 59) + "}\n"
        let tree = Tree([
            TextFile("Sources/Domain/A.swift", fitting), TextFile("Sources/Domain/B.swift", tooLong),
        ])

        #expect(
            SizeRule.findings(in: tree) == [
                Finding("Sources/Domain/B.swift", 2, "b has 61 lines, more than 60: cut it")
            ])
    }

    @Test func `a seventh parameter is found`() {
        let six = "func a(_ a: Int, b: Int, c: Int, d: Int, e: Int, f: (Int, Int)) {}\n"
        let seven = "init(_ a: Int, b: Int, c: Int, d: Int, e: Int, f: Int, g: Int) {}\n"

        #expect(
            SizeRule.findings(in: Tree([TextFile("Sources/Web/A.swift", six + seven)])) == [
                Finding("Sources/Web/A.swift", 2, "init has 7 parameters: make a struct of them")
            ])
    }

    @Test func `fields of a struct may be many`() {
        let fields = ["a", "b", "c", "d", "e", "f", "g"]
        let parameters = fields.map { "\($0): Int" }.joined(separator: ", ")
        let memberwise = "init(\(parameters)) {\n" + fields.map { "self.\($0) = \($0)\n" }.joined() + "}\n"
        let other = "init(\(parameters)) {\nself.a = a\nf(b)\n}\n"
        let tree = Tree([TextFile("Sources/Web/A.swift", memberwise), TextFile("Sources/Web/B.swift", other)])

        #expect(
            SizeRule.findings(in: tree) == [
                Finding("Sources/Web/B.swift", 1, "init has 7 parameters: make a struct of them")
            ])
    }
}
