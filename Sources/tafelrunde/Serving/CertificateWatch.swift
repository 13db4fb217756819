import Domain
import Foundation
import Logging
import Web

/// Where the certificate lies and the key to it, both PEM.
struct CertificateFiles: Sendable, Equatable {
    let chain: String
    let key: String

    func read() throws(Stop) -> Certificate {
        let chainBytes = try Self.bytes(chain)
        let keyBytes = try Self.bytes(key)
        do {
            return try Certificate(chain: chainBytes, key: keyBytes)
        } catch {
            switch error {
            case .noCertificate: throw Stop(.configuration, "\(chain) holds no certificate (PEM).")
            case .noKey: throw Stop(.configuration, "\(key) holds no private key without a passphrase (PEM).")
            case .noPair: throw Stop(.configuration, "The key in \(key) is not the one to \(chain).")
            }
        }
    }

    private static func bytes(_ path: String) throws(Stop) -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Stop(.noInput, "\(path) cannot be read.")
        }
        return [UInt8](bytes)
    }
}

/// Shows a renewed certificate without a new start, and says in the log when one has to be renewed.
struct CertificateWatch: Sendable {
    static let intervalSeconds = 20
    /// Machines renew sooner, and people need so many.
    static let daysMin = 14

    let files: CertificateFiles
    let shown: ShownCertificate
    let logger: Logger
    private var toldFault: String?
    private var toldDays: Int?

    init(_ files: CertificateFiles, _ shown: ShownCertificate, _ logger: Logger) {
        self.files = files
        self.shown = shown
        self.logger = logger
    }

    /// Until its task ends.
    func run() async {
        var watch = self
        while !Task.isCancelled {
            watch.look(at: Date())
            try? await Task.sleep(for: .seconds(Self.intervalSeconds))
        }
    }

    /// Of a renewal that is half done, or wrong, the old one stays.
    mutating func look(at now: Date) {
        do throws(Stop) {
            let found = try files.read()
            toldFault = nil
            if found != shown.certificate {
                shown.renew(found)
                toldDays = nil
                logger.notice(
                    "The certificate was renewed.",
                    metadata: ["ends": "\(WallClock.timestamp(Date(found.endsAt)))"])
            }
        } catch {
            if error.sentence != toldFault {
                logger.error(
                    "The certificate cannot be renewed, the old one stays.",
                    metadata: ["fault": "\(error.sentence)"])
            }
            toldFault = error.sentence
        }
        tellOfEnd(now)
    }

    /// Once a day.
    private mutating func tellOfEnd(_ now: Date) {
        let end = Date(shown.certificate.endsAt)
        let days = Int((end.timeIntervalSince(now) / 86_400).rounded(.down))
        guard days < Self.daysMin, days != toldDays else { return }
        toldDays = days
        logger.error(
            days < 0 ? "The certificate has ended: renew it." : "The certificate ends soon: renew it.",
            metadata: ["ends": "\(WallClock.timestamp(end))"])
    }
}
