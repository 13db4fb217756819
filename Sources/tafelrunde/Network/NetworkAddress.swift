#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One address of one of this machine's network interfaces.
struct NetworkAddress: Sendable, Equatable {
    let interface: String
    /// Four numbers from 0 to 255.
    let parts: [UInt8]

    var text: String { parts.map(String.init).joined(separator: ".") }

    init?(interface: String, _ text: String) {
        let parts = text.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return nil }
        self.interface = interface
        self.parts = parts
    }

    /// Of networks that no phone is in: containers, virtual machines, tunnels.
    var isVirtual: Bool {
        let beginnings = [
            "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "cni", "flannel", "podman", "tun", "tap",
            "wg",
            "tailscale", "zt", "lxc", "lxd", "utun", "bridge",
        ]
        return beginnings.contains { interface.hasPrefix($0) }
    }

    /// An address of a house's own network.
    var isPrivate: Bool {
        switch (parts[0], parts[1]) {
        case (10, _), (192, 168), (172, 16...31): true
        default: false
        }
    }

    /// Given by the machine to itself when nobody gave it one.
    var isSelfMade: Bool { parts[0] == 169 && parts[1] == 254 }
}

extension NetworkAddress {
    /// The address that phones in the same network most likely reach: on the interface that leads out, private,
    /// not virtual.
    static func best(of all: [NetworkAddress], leadingOut: String?) -> NetworkAddress? {
        func rank(_ address: NetworkAddress) -> Int {
            (address.interface == leadingOut ? 0 : 1) + (address.isPrivate ? 0 : 2)
                + (address.isSelfMade ? 4 : 0)
        }
        let real = all.filter { !$0.isVirtual }
        return real.enumerated().min { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?
            .element
    }

    static func found() -> NetworkAddress? {
        best(of: ofThisMachine(), leadingOut: interfaceLeadingOut())
    }

    /// Of interfaces that are up and not the loopback.
    static func ofThisMachine() -> [NetworkAddress] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }

        return sequence(first: first) { $0?.pointee.ifa_next }.prefix { $0 != nil }
            .compactMap { $0.flatMap { address(of: $0.pointee) } }
    }

    private static func address(of item: ifaddrs) -> NetworkAddress? {
        guard let address = item.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET) else {
            return nil
        }
        let flags = Int(item.ifa_flags)
        let isUp = flags & Int(IFF_UP) != 0 && flags & Int(IFF_RUNNING) != 0
        guard isUp, flags & Int(IFF_LOOPBACK) == 0 else { return nil }
        return NetworkAddress(interface: String(cString: item.ifa_name), numeric(address))
    }

    /// `10.0.0.1` or `fd00::1`, perhaps with `/8` behind it.
    static func isAddressOrBlock(_ text: String) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let address = String(parts[0])
        var room = [UInt8](repeating: 0, count: 16)
        let isFour = inet_pton(AF_INET, address, &room) == 1
        guard isFour || inet_pton(AF_INET6, address, &room) == 1 else { return false }
        guard parts.count == 2 else { return true }
        return Int(parts[1]).map { (0...(isFour ? 32 : 128)).contains($0) } ?? false
    }

    private static func numeric(_ address: UnsafeMutablePointer<sockaddr>) -> String {
        var text = [UInt8](repeating: 0, count: Int(INET_ADDRSTRLEN))
        let length = text.count
        address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
            text.withUnsafeMutableBytes { room in
                let room = room.assumingMemoryBound(to: CChar.self)
                _ = inet_ntop(AF_INET, &address.pointee.sin_addr, room.baseAddress, socklen_t(length))
            }
        }
        return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The interface of the default route, from Linux's own table.
    private static func interfaceLeadingOut() -> String? {
        guard let table = fopen("/proc/net/route", "r") else { return nil }
        defer { fclose(table) }
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, Int32(line.count), table) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let fields = text.split(whereSeparator: \.isWhitespace)
            if fields.count > 2, fields[1] == "00000000" { return String(fields[0]) }
        }
        return nil
    }
}

/// Where this server is found.
struct Reach: Sendable, Equatable {
    /// `http://192.168.1.20:8080`, without a slash at its end.
    let base: String
    let how: How

    enum How: Sendable, Equatable {
        case set
        case found(interface: String)
        case listensThere
        case onlyHere
    }

    init(_ settings: Settings, port: Int, found: NetworkAddress? = NetworkAddress.found()) {
        let scheme = settings.certificate == nil ? "http" : "https"
        if let address = settings.publicAddress {
            (base, how) = (address.text, .set)
        } else if !["0.0.0.0", "::", "*"].contains(settings.listenHost) {
            let host = settings.listenHost.contains(":") ? "[\(settings.listenHost)]" : settings.listenHost
            (base, how) = ("\(scheme)://\(host):\(port)", .listensThere)
        } else if let found {
            (base, how) = ("\(scheme)://\(found.text):\(port)", .found(interface: found.interface))
        } else {
            (base, how) = ("\(scheme)://localhost:\(port)", .onlyHere)
        }
    }
}
