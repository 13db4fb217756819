import Domain
import Foundation
import Journal
import TestSupport
import Testing

@Suite struct MasterKeyTests {
    private let place: KeyPlace

    init() throws {
        place = try KeyPlace()
    }

    @Test func `the first start makes it beside the data folder, for its owner only`() throws {
        let made = try MasterKey.open(place.place, isFirstStart: true)
        let again = try MasterKey.open(place.place, isFirstStart: false)

        #expect(made.path == place.folder("data.key"))
        #expect([made.isNew, again.isNew] == [true, false])
        #expect(made.warnings == [])
        #expect(ServerSecret(made).digest("x", purpose: "p") == ServerSecret(again).digest("x", purpose: "p"))
        #expect(try place.folder.names() == ["data.key"])
        #expect(try mode() == 0o600)
        #expect(try place.bytes(of: made.path).count == 65)
    }

    @Test func `a slash after the folder is no other place`() {
        #expect(MasterKey.Place.beside(folder: "/srv/data/").path == "/srv/data.key")
        #expect(MasterKey.Place.beside(folder: "data").forgottenPath == "data.forgotten")
        #expect(MasterKey.Place.named(path: "/run/secret").forgottenPath == "/run/secret.forgotten")
    }

    @Test func `a first start uses the key that is there`() throws {
        try place.write(String(repeating: "0F", count: 32) + "\n", to: place.place.path)
        #expect(try MasterKey.open(place.place, isFirstStart: true).isNew == false)
    }

    @Test func `a missing one is never replaced while there are keys`() async throws {
        let ring = try await place.ring()
        try await ring.makeKey(.anna)
        try FileManager.default.removeItem(atPath: place.place.path)

        await #expect(throws: KeyFault.masterKeyMissing(path: place.place.path)) {
            _ = try await place.ring()
        }
        #expect(FileManager.default.fileExists(atPath: place.place.path) == false)
    }

    @Test func `one that was named is never made`() {
        let path = place.folder("named")
        #expect(throws: KeyFault.masterKeyNowhere(path: path)) {
            try MasterKey.open(.named(path: path), isFirstStart: true)
        }
    }

    @Test(arguments: [
        "", "0f", String(repeating: "0", count: 63), String(repeating: "0", count: 66),
        String(repeating: "xy", count: 32),
    ])
    func `one that is not 64 hexadecimal digits is refused`(_ text: String) throws {
        try place.write(text, to: place.place.path)
        #expect(throws: KeyFault.masterKeyMalformed(path: place.place.path)) {
            try MasterKey.open(place.place, isFirstStart: true)
        }
    }

    @Test func `one that others may read is used with a warning`() throws {
        let path = try MasterKey.open(place.place, isFirstStart: true).path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)

        let opened = try MasterKey.open(place.place, isFirstStart: false)

        #expect(opened.warnings == [.tooOpen(path: path, mode: 0o640)])
        #expect(
            "\(opened.warnings[0])"
                == "The master key \(path) may be read by others (mode 640): chmod 600 it.")
    }

    @Test func `a place that cannot be written to is told`() {
        let place = MasterKey.Place.beside(folder: place.folder("missing/data"))
        #expect(
            throws: KeyFault.notWritable(path: place.path, reason: "No such file or directory")
        ) { try MasterKey.open(place, isFirstStart: true) }
    }

    private func mode() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: place.place.path)[.posixPermissions] as? Int
    }
}

@Suite struct ServerSecretTests {
    private let secret: ServerSecret

    init() throws {
        let place = try KeyPlace()
        try place.write(String(repeating: "0f", count: 32), to: place.place.path)
        secret = ServerSecret(try MasterKey.open(place.place, isFirstStart: true))
    }

    @Test func `a digest stays the same for ever`() {
        #expect(secret.digest("7F3K9A", purpose: "join code") == "vxwnrvn2o33jgopro7bpgxppsoqnfqra")
    }

    @Test func `a digest is an identifier and differs by text and purpose`() throws {
        let texts = ["", "7F3K9A", "7F3K9B", String(repeating: "ü", count: 1000)]
        let digests = texts.flatMap { text in ["join", "link"].map { secret.digest(text, purpose: $0) } }

        #expect(Set(digests).count == 8)
        #expect(digests.allSatisfy { $0.count == 32 && Identifier<Gathering>($0) != nil })
        #expect(secret.digest("b", purpose: "a") != secret.digest("", purpose: "ab"))
    }
}
