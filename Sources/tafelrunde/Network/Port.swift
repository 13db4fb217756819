#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A port that a server may listen on. As long as it is held the system gives it to nobody who asks for a free one.
final class Port: Sendable {
    let number: Int
    private let file: Int32

    /// Takes the port, or a free one for 0, without listening: that is left to the server.
    init(_ host: String, _ port: Int) throws(Stop) {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = Self.streamSocket
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else {
            throw Stop(
                .configuration,
                "“\(host)” is not an address to listen on: use 0.0.0.0 or one of this machine.")
        }
        defer { freeaddrinfo(found) }

        let file = socket(address.ai_family, Self.streamSocket, 0)
        guard file >= 0 else { throw Stop(.inputOutput, "No socket can be opened: \(PrivateFile.reason()).") }
        var yes: Int32 = 1
        setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(file, address.ai_addr, address.ai_addrlen) == 0 else {
            let refusal = Self.refusal(host, port, errno)
            close(file)
            throw refusal
        }
        self.file = file
        number = port == 0 ? Self.bound(file) : port
    }

    deinit { close(file) }

    static func refusal(_ host: String, _ port: Int, _ number: Int32) -> Stop {
        switch number {
        case EADDRINUSE:
            Stop(
                .tryAgain,
                "Port \(port) is in use: end the program that uses it, or choose another by --port.")
        case EADDRNOTAVAIL:
            Stop(.configuration, "“\(host)” is not an address of this machine: use 0.0.0.0 to listen on all.")
        case EACCES:
            Stop(.noPermission, "Port \(port) may not be used by this account: choose one above 1023.")
        default:
            Stop(.inputOutput, "Port \(port) cannot be used: \(String(cString: strerror(number))).")
        }
    }

    private static func bound(_ file: Int32) -> Int {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { four in
                four.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(file, $0, &length) }
                return Int(UInt16(bigEndian: four.pointee.sin_port))
            }
        }
    }

    private static var streamSocket: Int32 {
        #if canImport(Glibc)
        Int32(SOCK_STREAM.rawValue)
        #else
        SOCK_STREAM
        #endif
    }
}
