import Testing

@testable import tafelrunde

struct NetworkAddressTests {
    @Test func `phones are sent to the interface that leads out, not to a container's`() throws {
        let all = try addresses(("docker0", "172.17.0.1"), ("eth1", "10.8.0.2"), ("wlan0", "192.168.1.20"))

        #expect(NetworkAddress.best(of: all, leadingOut: "wlan0")?.text == "192.168.1.20")
        #expect(NetworkAddress.best(of: all, leadingOut: "docker0")?.text == "10.8.0.2")
        #expect(NetworkAddress.best(of: Array(all.prefix(1)), leadingOut: nil) == nil)
    }

    @Test func `a private address is better than a public one, and both than a self-made one`() throws {
        let all = try addresses(("eth0", "169.254.3.4"), ("eth1", "203.0.113.5"), ("eth2", "172.31.0.1"))

        #expect(NetworkAddress.best(of: all, leadingOut: nil)?.text == "172.31.0.1")
        #expect(NetworkAddress.best(of: Array(all.prefix(2)), leadingOut: nil)?.text == "203.0.113.5")
        #expect(NetworkAddress.best(of: Array(all.prefix(1)), leadingOut: nil)?.text == "169.254.3.4")
    }

    @Test func `links carry what was set, else what was found, else this machine`() throws {
        let found = try addresses(("eth0", "192.168.1.20")).first
        var settings = Settings()

        #expect(Reach(settings, port: 81, found: found).base == "http://192.168.1.20:81")
        #expect(Reach(settings, port: 81, found: nil).base == "http://localhost:81")

        settings.listenHost = "127.0.0.1"
        #expect(Reach(settings, port: 81, found: found).base == "http://127.0.0.1:81")

        settings.listenHost = "::1"
        #expect(Reach(settings, port: 81, found: found).base == "http://[::1]:81")

        settings.publicAddress = PublicAddress("https://tafelrunde.example")
        #expect(Reach(settings, port: 81, found: found).base == "https://tafelrunde.example")
    }

    @Test(arguments: [
        ("10.0.0.1", true), ("10.0.0.0/8", true), ("fd00::/64", true), ("::1", true), ("10.0.0.0/33", false),
    ])
    func `proxies are addresses or blocks`(_ text: String, _ isOne: Bool) {
        #expect(NetworkAddress.isAddressOrBlock(text) == isOne)
        #expect(!NetworkAddress.isAddressOrBlock("x" + text))
    }

    private func addresses(_ pairs: (String, String)...) throws -> [NetworkAddress] {
        try pairs.map { try #require(NetworkAddress(interface: $0.0, $0.1)) }
    }
}
