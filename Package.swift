// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdHTTP2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "tafelrunde",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "tafelrunde", targets: ["tafelrunde"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Domain", swiftSettings: strict),
        .target(name: "Planning", swiftSettings: strict),
        .target(name: "Journal", dependencies: ["Domain", crypto], swiftSettings: strict),
        .target(name: "JournalSQLite", dependencies: ["Journal", "Domain", grdb], swiftSettings: strict),
        .target(name: "Lookup", dependencies: ["Domain", "Journal", grdb], swiftSettings: strict),
        .target(name: "Actions", dependencies: ["Domain", "Planning", "Journal"], swiftSettings: strict),
        .target(name: "CAssets", exclude: ["files"], cSettings: [.headerSearchPath(".")]),
        .target(name: "Assets", dependencies: ["CAssets"], swiftSettings: strict),
        .target(name: "CHeap"),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Pages", dependencies: ["Assets", "Domain", "CQREncode", mustache, "Yams"],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Actions", "Assets", "CZlib", "Domain", "Journal", "Lookup", "Pages", crypto, httpTypes,
                hummingbird, hummingbirdCore, hummingbirdHTTP2, lifecycle, logging, nioCore, nioSSL,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tafelrunde",
            dependencies: [
                "Actions", "Assets", "CHeap", "Domain", "Journal", "JournalSQLite", "Lookup", "Pages",
                "Planning",
                "Web", arguments, logging,
                nioCore, nioPosix,
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Actions", "Domain", "Journal", "JournalSQLite"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "DomainTests", dependencies: ["Domain"], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(name: "PlanningTests", dependencies: ["Planning"], swiftSettings: strict),
        .target(name: "CPowercut", path: "Tests/CPowercut", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "journal-storm", dependencies: ["Domain", "Journal", "JournalSQLite"],
            path: "Tests/journal-storm", swiftSettings: strict),
        .executableTarget(
            name: "journal-fill", dependencies: ["Domain", "Journal", "JournalSQLite"],
            path: "Tests/journal-fill", swiftSettings: strict),
        .executableTarget(
            name: "archive-fill", dependencies: ["Domain", "Journal", "JournalSQLite", "Lookup"],
            path: "Tests/archive-fill", swiftSettings: strict),
        .testTarget(
            name: "JournalTests",
            dependencies: ["CPowercut", "Domain", "Journal", "JournalSQLite", "TestSupport", grdb],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "LookupTests",
            dependencies: ["Actions", "Domain", "Journal", "JournalSQLite", "Lookup", "TestSupport", grdb],
            swiftSettings: strict),
        .testTarget(
            name: "ActionsTests",
            dependencies: ["Actions", "Domain", "Journal", "JournalSQLite", "TestSupport"],
            swiftSettings: strict),
        .target(
            name: "PagesSamples", dependencies: ["Assets", "Domain", "Pages"], path: "Tests/PagesSamples",
            swiftSettings: strict),
        .executableTarget(
            name: "showcase",
            dependencies: [
                "Assets", "Pages", "PagesSamples", "Web", httpTypes, hummingbird, logging, nioCore,
            ],
            path: "Tests/Showcase", exclude: ["files"], swiftSettings: strict),
        .testTarget(
            name: "PagesTests", dependencies: ["Assets", "Domain", "Pages", "PagesSamples"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Actions", "Domain", "Journal", "Lookup", "Pages", "TestSupport", "Web", httpTypes,
                hummingbird,
                hummingbirdTesting, logging, nioCore,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Actions", "Domain", "Journal", "JournalSQLite", "Planning", "Web", "tafelrunde", grdb,
                logging,
                nioCore, nioPosix,
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
