import Testing

/// The eyes of all rules: what they do not see, no rule can refuse.
struct ReadingTests {
    @Test func `the tree that is read is the project`() throws {
        let tree = try Tree.project()

        #expect(tree["Package.swift"] != nil)
        #expect(tree["README.md"] != nil)
        #expect(tree.files(under: "Sources/Domain/", ending: ".swift").count > 30)
        #expect(tree.files(under: "Tests/", ending: ".swift").count > 30)
    }

    @Test func `code is what neither strings nor comments say`() {
        let text = SwiftText(
            ##"""
            let a = "try! in \(f("no", b!)) text" // a remark
            /* one /* inside */ another */ let c = #"raw "x" \n \#(d) "#
            """##)

        #expect(Self.words(text.code) == ##"let a = " (f(" ", b!)) " let c = #" (d) "#"##)
        #expect(Self.words(text.comments) == "// a remark /* one /* inside */ another */")
    }

    @Test func `strings of several lines and names in back-ticks are no code`() {
        let text = SwiftText("let a = \"\"\"\n  try! \"quoted\" {\n  \"\"\"\nfunc `it is a sentence!`() {}\n")

        #expect(
            text.code.split(separator: "\n").map(String.init) == [
                "let a = \"\"\"", String(repeating: " ", count: 17), "  \"\"\"",
                "func `xxxxxxxxxxxxxxxxx`() {}",
            ])
    }

    @Test func `imports are found however they are written`() {
        let text = SwiftText(
            """
            import A
            public import B
            @testable internal import C
            import struct D.Thing
            #if canImport(E)
                private import E
            #endif
            // import F
            let reimport = "import G"
            """)

        #expect(text.imports.map(\.module) == ["A", "B", "C", "D", "E"])
        #expect(text.imports.map(\.line) == [1, 2, 3, 4, 6])
    }

    @Test func `functions are found with their lines and parameters`() {
        let text = SwiftText(
            """
            protocol P {
                func asked(_ a: Int, b: [String: Int]) async throws -> Int

                init(x: Int)
            }
            struct S: P {
                init?<A: Q>(_ a: A, then: (A, Int) -> Void = { _, _ in }) { self.init() }
                func long<A, B>(
                    a: Map<A, B>, b: Int
                ) throws(Refused)
                    -> Int
                {
                    call(.init(1, 2, 3), { a, b, c in })
                    return 1
                }
            }
            """)

        #expect(
            text.functions == [
                Function(name: "asked", line: 2, lineCount: 1, parameterCount: 2),
                Function(name: "init", line: 4, lineCount: 1, parameterCount: 1),
                Function(name: "init?", line: 7, lineCount: 1, parameterCount: 2),
                Function(name: "long", line: 8, lineCount: 8, parameterCount: 2),
            ])
    }

    @Test(arguments: [
        (".build", true), (".build-cov", true), ("docs/.build", true), (".git", true), ("data", true),
        ("Tests/data", false), ("Sources/a.swift", false), ("fonts/inter.woff2", true),
        ("x/fonts/inter.woff2", false),
    ]) func `what git ignores is not read`(_ path: String, _ isIgnored: Bool) {
        let ignored = Ignored("# remark\n.build*\n/data\nfonts/inter.woff2\n")

        #expect(ignored.holds(path) == isIgnored)
    }

    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
