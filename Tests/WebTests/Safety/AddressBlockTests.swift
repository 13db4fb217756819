import NIOCore
import Testing

@testable import Web

struct AddressBlockTests {
    @Test(
        arguments: [
            ("10.0.0.1", "10.0.0.1", true), ("10.0.0.1", "10.0.0.2", false),
            ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("10.0.0.0/8", "9.255.255.255", false), ("10.1.2.3/8", "10.0.0.0", true),
            ("192.168.4.0/23", "192.168.5.255", true), ("192.168.4.0/23", "192.168.6.0", false),
            ("192.168.4.6/31", "192.168.4.7", true), ("192.168.4.6/31", "192.168.4.8", false),
            ("192.168.4.6/32", "192.168.4.6", true), ("192.168.4.6/32", "192.168.4.7", false),
            ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false), ("::/0", "10.0.0.1", false),
            ("::/0", "fe80::1%eth0", true), ("::1", "0:0:0:0:0:0:0:1", true), ("::1", "::2", false),
            ("fd00::/8", "fdff:ffff::1", true), ("fd00::/8", "fe00::", false),
            ("2001:db8:8000::/33", "2001:db8:ffff::1", true),
            ("2001:db8:8000::/33", "2001:db8:7fff::1", false),
            ("2001:db8::5/127", "2001:db8::4", true), ("2001:db8::5/127", "2001:db8::6", false),
            ("10.0.0.0/8", "::ffff:10.9.9.9", true), ("::ffff:10.0.0.0/104", "10.9.9.9", true),
            ("::ffff:10.0.0.0/104", "11.9.9.9", false),
        ])
    func `a block holds the addresses that begin with its bits`(
        _ block: String, _ address: String, _ isInside: Bool
    ) throws {
        let block = try #require(IPBlock(block))
        let address = try #require(IPAddress(address))

        #expect(block.contains(address) == isInside)
    }

    @Test(arguments: [
        "", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", ":::", "1:2:3",
        "1::2::3", "12345::", "proxy", "+1.0.0.0",
    ])
    func `what is no block is none`(_ text: String) {
        #expect(IPBlock(text) == nil)
    }

    @Test(
        arguments: [
            ("203.0.113.9", "198.51.100.7", "203.0.113"), ("10.0.0.1", "198.51.100.7", "198.51.100"),
            ("10.0.0.1", "1.2.3.4, 198.51.100.7", "198.51.100"),
            ("10.0.0.1", "198.51.100.7, 10.3.3.3", "198.51.100"), ("10.0.0.1", "", "10.0.0"),
            ("10.0.0.1", "10.1.1.1", "10.0.0"),
        ])
    func `a proxy of a trusted block is believed, and nobody else`(
        _ remote: String, _ forwarded: String, _ block: String
    ) throws {
        let remote = try SocketAddress(ipAddress: remote, port: 4711)

        let found = AddressBlock(remote, forwarded: forwarded, trustedProxies: ["10.0.0.0/8"])

        #expect(found.text == block)
    }

    @Test func `a short way of writing does not make a block smaller`() throws {
        let one = AddressBlock(
            try SocketAddress(ipAddress: "2001:db8::1", port: 1), forwarded: nil, trustedProxies: [])
        let other = AddressBlock(
            try SocketAddress(ipAddress: "2001:db8::ffff", port: 1), forwarded: nil, trustedProxies: [])

        #expect(one.text == other.text)
        #expect(AddressBlock(nil, forwarded: "1.2.3.4", trustedProxies: []).text == "local")
    }
}
