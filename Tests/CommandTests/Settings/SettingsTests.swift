import Journal
import Testing

@testable import tafelrunde

struct SettingsTests {
    @Test func `flags win over the environment, and that over the file`() throws {
        let file = try SettingsFile.parse(
            """
            # of the town hall
            port = 1
            listen = 10.0.0.1

            data = /srv/tafelrunde
            """, path: "a.conf")
        let environment = ["TAFELRUNDE_PORT": "2", "TAFELRUNDE_LISTEN": "10.0.0.2", "HOME": "/root"]

        let settings = try Settings(SettingTexts(flags: [.port: "3"], environment: environment, file: file))

        #expect(settings.port == 3)
        #expect(settings.listenHost == "10.0.0.2")
        #expect(settings.dataFolder == "/srv/tafelrunde")
        #expect(settings.logFormat == .plain)
    }

    @Test func `without any word there are defaults`() throws {
        let settings = try Settings(SettingTexts(flags: [:], environment: [:], file: [:]))

        #expect(settings == Settings())
        #expect(settings.port == 8080)
        #expect(settings.masterKey.path == "./data.key")
    }

    @Test(arguments: [
        ("data = a\nprot = 1", "c, line 2: there is no setting “prot”; there are data,"),
        ("port 8080", "c, line 1: “port 8080” is not “key = value”."),
        ("port = 1\nport = 2", "c, line 2: “port” is set twice."),
    ])
    func `a line that means nothing is refused by its number`(_ text: String, _ sentence: String) throws {
        let refused = #expect(throws: Stop.self) { try SettingsFile.parse(text, path: "c") }

        #expect(refused?.reason == .configuration)
        #expect(refused?.sentence.hasPrefix(sentence) == true)
    }

    @Test func `a refusal says where the word came from`() throws {
        let file = try SettingsFile.parse("port = many", path: "c")

        let inFile = #expect(throws: Stop.self) {
            try Settings(SettingTexts(flags: [:], environment: [:], file: file))
        }
        let inEnvironment = #expect(throws: Stop.self) {
            try Settings(SettingTexts(flags: [:], environment: ["TAFELRUNDE_PORT": "x"], file: [:]))
        }
        let asFlag = #expect(throws: Stop.self) {
            try Settings(SettingTexts(flags: [.port: "-1"], environment: [:], file: [:]))
        }

        #expect(
            inFile == Stop(.configuration, "c, line 1: port = many: this is not a number from 0 to 65535."))
        #expect(
            inEnvironment == Stop(.configuration, "TAFELRUNDE_PORT=x: this is not a number from 0 to 65535."))
        #expect(asFlag == Stop(.usage, "--port -1: this is not a number from 0 to 65535."))
    }

    @Test func `a zone that no machine knows is refused`() throws {
        let named = try Settings(
            SettingTexts(flags: [.timeZone: "Europe/Lisbon"], environment: [:], file: [:]))
        let unknown = #expect(throws: Stop.self) {
            try Settings(
                SettingTexts(flags: [:], environment: ["TAFELRUNDE_TIME_ZONE": "Europa/Iserlohn"], file: [:]))
        }

        #expect(named.timeZone == "Europe/Lisbon")
        #expect(unknown?.reason == .configuration)
        #expect(
            unknown?.sentence
                == "TAFELRUNDE_TIME_ZONE=Europa/Iserlohn: this machine knows no such zone; one is "
                + "like Europe/Berlin.")
    }

    @Test func `names that look like settings and are none are found`() {
        let environment = ["TAFELRUNDE_PROT": "1", "TAFELRUNDE_PORT": "1", "TAFELRUNDE_CONFIG": "c", "X": ""]

        #expect(SettingTexts.strangers(in: environment) == ["TAFELRUNDE_PROT"])
    }

    @Test(arguments: [
        ("https://tafelrunde.example", "https://tafelrunde.example", true),
        ("http://10.0.0.1:8080/", "http://10.0.0.1:8080", false),
        ("HTTPS://a.de", "https://a.de", true),
    ])
    func `a public address has a scheme and a host`(_ typed: String, _ text: String, _ isSecure: Bool) {
        #expect(PublicAddress(typed)?.text == text)
        #expect(PublicAddress(typed)?.isSecure == isSecure)
    }

    @Test(arguments: [
        "", "a.de", "ftp://a.de", "https://", "https://a.de/b", "https://a.de?x", "https://u@a.de",
    ])
    func `other things are no public address`(_ typed: String) {
        #expect(PublicAddress(typed) == nil)
    }

    @Test(arguments: [("90m", 5400), ("24h", 86_400), ("7d", 604_800), ("3650d", 315_360_000)])
    func `a life time has a number and a unit`(_ text: String, _ seconds: Int) {
        #expect(LifeTime(argument: text)?.seconds == seconds)
    }

    @Test(arguments: ["", "h", "0h", "-1h", "24", "24x", "3651d", "99999999999999999999h"])
    func `other things are no life time`(_ text: String) {
        #expect(LifeTime(argument: text) == nil)
    }

    @Test func `a life time may have no end`() {
        let never = LifeTime(argument: "never")

        #expect(never != nil)
        #expect(never?.seconds == nil)
    }
}
