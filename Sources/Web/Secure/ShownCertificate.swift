internal import HummingbirdCore
internal import HummingbirdHTTP2
internal import NIOCore
internal import NIOSSL
internal import Synchronization

/// The certificate that new connections are shown: a renewed one takes the place of the old while the server runs.
public final class ShownCertificate: Sendable {
    private let shown: Mutex<Certificate>

    public init(_ certificate: Certificate) {
        shown = Mutex(certificate)
    }

    public var certificate: Certificate { shown.withLock { $0 } }

    /// Open connections keep the old one.
    public func renew(_ certificate: Certificate) {
        shown.withLock { $0 = certificate }
    }

    /// HTTP/2 for whoever speaks it, HTTP/1.1 for everybody else, both within TLS.
    func server(idleSecondsMax: Int64) throws -> HTTPServerBuilder {
        var tls = certificate.tlsConfiguration
        tls.sslContextCallback = { [self] _, promise in
            var renewed = NIOSSLContextConfigurationOverride()
            let newest = certificate
            renewed.certificateChain = newest.chain.map { .certificate($0) }
            renewed.privateKey = .privateKey(newest.key)
            promise.succeed(renewed)
        }
        return try .http2Upgrade(
            tlsConfiguration: tls,
            configuration: .init(
                idleTimeout: .seconds(idleSecondsMax), gracefulCloseTimeout: Self.goodbyeMax,
                streamConfiguration: .init(idleTimeout: .seconds(idleSecondsMax))))
    }

    /// A connection whose other end does not say goodbye does not hold up the server's end.
    private static let goodbyeMax = Duration.seconds(5)
}
