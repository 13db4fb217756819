public import Domain
internal import NIOSSL

/// What a server shows to say who it is: a chain of certificates, and the key to the first of them.
public struct Certificate: Sendable, Equatable {
    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey

    /// Why two files are no certificate.
    public enum Refused: Error {
        case noCertificate
        case noKey
        /// The key is another one's.
        case noPair
    }

    /// Both as text between `-----BEGIN …` and `-----END …` (PEM, RFC 7468); the server's own certificate comes first.
    public init(chain: [UInt8], key: [UInt8]) throws(Refused) {
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(chain), !certificates.isEmpty else {
            throw .noCertificate
        }
        guard let privateKey = try? NIOSSLPrivateKey(bytes: key, format: .pem) else { throw .noKey }
        self.chain = certificates
        self.key = privateKey
        guard (try? NIOSSLContext(configuration: tlsConfiguration)) != nil else { throw .noPair }
    }

    /// From then on browsers warn of it.
    public var endsAt: Instant { Instant(milliseconds: Int64(chain[0].notValidAfter) * 1_000) }

    var tlsConfiguration: TLSConfiguration {
        .makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    }
}
