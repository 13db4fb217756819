import Testing

struct ImportTests {
    @Test func `every target imports only what the table allows and the manifest names`() throws {
        Finding.report(ImportRule.findings(in: try Tree.project()))
    }

    @Test func `every target of the table is there`() throws {
        let manifest = Manifest(try #require(Tree.project()["Package.swift"]).text)

        let inSources = manifest.targets.filter { $0.folder.hasPrefix("Sources/") }.map(\.name)
        #expect(Set(ImportRule.mayImport.keys).subtracting(inSources) == [])
    }

    @Test func `only the program and the tests name an engine`() throws {
        let manifest = Manifest(try #require(Tree.project()["Package.swift"]).text)

        let naming = manifest.targets.filter { $0.dependencies.contains("JournalSQLite") }
        #expect(naming.filter { $0.folder.hasPrefix("Sources/") }.map(\.name) == ["tafelrunde"])
        let databases = manifest.targets.filter { $0.dependencies.contains("GRDB") }
        // What search reads can always be made anew: it is no engine.
        #expect(
            databases.filter { $0.folder.hasPrefix("Sources/") }.map(\.name) == ["JournalSQLite", "Lookup"])
    }

    @Test func `a page that asks the journal is found`() {
        let tree = Tree([
            Self.manifest, TextFile("Sources/Pages/BoardPage.swift", "import Domain\nimport Journal\n"),
        ])

        #expect(
            ImportRule.findings(in: tree) == [
                Finding("Sources/Pages/BoardPage.swift", 2, "Pages may not import Journal")
            ])
    }

    @Test func `a module that comes in by accident is found`() {
        let tree = Tree([Self.manifest, TextFile("Sources/Pages/Page.swift", "import Domain\nimport Yams\n")])

        #expect(
            ImportRule.findings(in: tree) == [
                Finding(
                    "Sources/Pages/Page.swift", 2, "imports Yams, which Pages does not name in Package.swift")
            ])
    }

    @Test func `a dependency that nobody uses is found`() {
        let tree = Tree([Self.manifest, TextFile("Sources/Pages/Page.swift", "struct Page {}\n")])

        #expect(
            ImportRule.findings(in: tree) == [
                Finding("Package.swift", 1, "Pages names Domain and never imports it")
            ])
    }

    @Test func `a file outside of all targets and a target outside of the table are found`() {
        let tree = Tree([
            TextFile("Package.swift", #"targets: [.target(name: "Extras")]"#),
            TextFile("Sources/Other/A.swift", ""),
        ])

        #expect(
            ImportRule.findings(in: tree) == [
                Finding("Sources/Other/A.swift", 1, "belongs to no target of Package.swift"),
                Finding("Package.swift", 1, "Extras is not in the table of imports"),
            ])
    }

    @Test func `the manifest is read with its constants, paths and kinds`() {
        let manifest = Manifest(
            """
            let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
            targets: [
                .target(name: "A", dependencies: ["B", crypto], path: "Tests/A", swiftSettings: strict),
                .executableTarget(name: "C", dependencies: [
                    "A",
                ]),
            ]
            """)

        #expect(
            manifest.targets == [
                .init(name: "A", folder: "Tests/A/", dependencies: ["B", "Crypto"], isExecutable: false),
                .init(name: "C", folder: "Sources/C/", dependencies: ["A"], isExecutable: true),
            ])
    }

    private static let manifest = TextFile(
        "Package.swift", #".target(name: "Domain"), .target(name: "Pages", dependencies: ["Domain"])"#)
}
