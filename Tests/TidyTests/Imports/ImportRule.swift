/// The architecture: which target may import what, and that the manifest says the same.
enum ImportRule {
    /// A new row or a new word in one is argued in ARCHITECTURE.md.
    static let mayImport: [String: Set<String>] = [
        "Domain": ["FoundationEssentials"],
        "Planning": [],
        "Journal": platform.union(["Crypto", "Domain", "FoundationEssentials", "Synchronization"]),
        "JournalSQLite": ["Domain", "Foundation", "GRDB", "Journal", "Synchronization"],
        "Lookup": ["Domain", "Foundation", "GRDB", "Journal", "Synchronization"],
        "Actions": ["Dispatch", "Domain", "FoundationEssentials", "Journal", "Planning", "Synchronization"],
        "Assets": ["CAssets", "FoundationEssentials"],
        "Pages": ["Assets", "CQREncode", "Domain", "Foundation", "Mustache", "Yams"],
        "Web": [
            "Actions", "Assets", "CZlib", "Crypto", "Domain", "FoundationEssentials", "HTTPTypes",
            "Hummingbird", "HummingbirdCore", "HummingbirdHTTP2", "Journal", "Logging", "Lookup", "NIOCore",
            "NIOSSL", "Pages", "ServiceLifecycle", "Synchronization",
        ],
        "tafelrunde": platform.union([
            "Actions", "ArgumentParser", "Assets", "CHeap", "Crypto", "Domain", "Foundation", "Hummingbird",
            "Journal",
            "JournalSQLite", "Logging", "Lookup", "NIOCore", "NIOPosix", "Pages", "Planning",
            "ServiceLifecycle",
            "Synchronization", "Web",
        ]),
    ]

    /// System calls, whichever C library there is.
    private static let platform: Set<String> = ["Glibc", "Musl", "Darwin"]

    /// They come with the toolchain and stand in no manifest.
    private static let toolchain: Set<String> = platform.union([
        "Dispatch", "Foundation", "FoundationEssentials", "FoundationNetworking", "PackageDescription",
        "Synchronization", "Testing",
    ])

    static func findings(in tree: Tree) -> [Finding] {
        guard let manifest = tree["Package.swift"].map({ Manifest($0.text) }) else {
            return [Finding("Package.swift", 1, "there is no manifest")]
        }
        let files = tree.files.filter { $0.swift != nil && $0.path != "Package.swift" }
        return files.flatMap { findings(of: $0, manifest) } + strangers(manifest) + unused(manifest, files)
    }

    private static func findings(of file: TextFile, _ manifest: Manifest) -> [Finding] {
        guard let target = manifest.target(of: file.path) else {
            return [Finding(file.path, 1, "belongs to no target of Package.swift")]
        }
        return (file.swift?.imports ?? []).compactMap { module, line in
            if let allowed = mayImport[target.name], !allowed.contains(module) {
                return Finding(file.path, line, "\(target.name) may not import \(module)")
            }
            guard !toolchain.contains(module), !target.dependencies.contains(module) else { return nil }
            return Finding(
                file.path, line, "imports \(module), which \(target.name) does not name in Package.swift")
        }
    }

    /// Swift targets of the program that the table does not know.
    private static func strangers(_ manifest: Manifest) -> [Finding] {
        manifest.targets.filter { $0.folder.hasPrefix("Sources/") && !$0.name.hasPrefix("C") }
            .filter { mayImport[$0.name] == nil }
            .map { Finding("Package.swift", 1, "\($0.name) is not in the table of imports") }
    }

    /// A program is needed to be run, not to be imported.
    private static func unused(_ manifest: Manifest, _ files: [TextFile]) -> [Finding] {
        let programs = Set(manifest.targets.filter(\.isExecutable).map(\.name))
        return manifest.targets.flatMap { target -> [Finding] in
            let own = files.filter { manifest.target(of: $0.path)?.name == target.name }
            let imported = Set(own.flatMap { $0.swift?.imports ?? [] }.map(\.module))
            return target.dependencies.subtracting(imported).subtracting(programs).sorted().map {
                Finding("Package.swift", 1, "\(target.name) names \($0) and never imports it")
            }
        }
    }
}
