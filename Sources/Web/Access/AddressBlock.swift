internal import NIOCore

/// The address block a request comes from: the first three numbers of IPv4, the first four groups of IPv6.
struct AddressBlock {
    let text: String

    /// `forwarded`: believed only when the connection is a trusted proxy's; of several addresses the last one counts
    /// that no trusted proxy has.
    init(_ remote: SocketAddress?, forwarded: String?, trustedProxies: [String]) {
        let own = remote?.ipAddress ?? "local"
        let trusted = trustedProxies.compactMap { IPBlock($0) }
        func isTrusted(_ address: String) -> Bool {
            guard let address = IPAddress(address) else { return trustedProxies.contains(address) }
            return trusted.contains { $0.contains(address) }
        }
        let shown = (forwarded ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        let sender = isTrusted(own) ? shown.last { !isTrusted($0) } ?? own : own
        text = Self.block(of: sender)
    }

    private static func block(of sender: String) -> String {
        guard let address = IPAddress(sender) else { return sender }
        return address.bytes.prefix(address.bytes.count == 4 ? 3 : 8).map { String($0) }
            .joined(separator: ".")
    }
}
