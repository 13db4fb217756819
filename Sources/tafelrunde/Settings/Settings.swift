import Foundation
import Journal
import Logging

/// Everything that can be set, parsed.
struct Settings: Sendable, Equatable {
    var dataFolder = "./data"
    /// Nil: `data.key` beside `data`, made at the first start.
    var masterKeyPath: String?
    var listenHost = "0.0.0.0"
    var port = 8080
    var publicAddress: PublicAddress?
    /// With these the server itself speaks TLS.
    var certificate: CertificateFiles?
    var trustedProxies: [String] = []
    /// What the file says that names who runs the server.
    var imprint: String?
    var assetsFolder: String?
    var logLevel = Logger.Level.info
    var logFormat = LogFormat.plain
    /// The log complains when less space is left.
    var spaceWarningMegabytes = 1024
    /// Whose hours the clocks in the halls show.
    var timeZone = WallClock.usualZone

    static func == (left: Self, right: Self) -> Bool { "\(left)" == "\(right)" }
}

extension Settings {
    init(_ texts: SettingTexts) throws(Stop) {
        if let text = texts[.data] { dataFolder = try Self.notEmpty(text, .data) }
        if let text = texts[.masterKey] { masterKeyPath = try Self.notEmpty(text, .masterKey) }
        if let text = texts[.listen] { listenHost = try Self.notEmpty(text, .listen) }
        if let text = texts[.port] { port = try Self.number(text, .port, in: 0...65_535) }
        if let text = texts[.publicAddress] { publicAddress = try Self.address(text) }
        certificate = try Self.certificate(texts)
        if certificate != nil, let text = texts[.publicAddress], publicAddress?.isSecure == false {
            throw text.refused(.publicAddress, "with a certificate it begins with https://")
        }
        if let text = texts[.trustedProxies] { trustedProxies = try Self.proxies(text) }
        if let text = texts[.imprint] { imprint = try Self.imprint(text) }
        if let text = texts[.assets] { assetsFolder = try Self.notEmpty(text, .assets) }
        if let text = texts[.logLevel] { logLevel = try Self.oneOf(Logger.Level.allCases, text, .logLevel) }
        if let text = texts[.logFormat] { logFormat = try Self.oneOf(LogFormat.allCases, text, .logFormat) }
        if let text = texts[.spaceWarning] {
            spaceWarningMegabytes = try Self.number(text, .spaceWarning, in: 0...1_000_000_000)
        }
        if let text = texts[.timeZone] {
            guard TimeZone(identifier: text.text) != nil else {
                throw text.refused(.timeZone, "this machine knows no such zone; one is like Europe/Berlin")
            }
            timeZone = text.text
        }
    }

    var masterKey: MasterKey.Place {
        masterKeyPath.map { .named(path: $0) } ?? .beside(folder: dataFolder)
    }

    private static func notEmpty(_ text: SettingTexts.Text, _ name: SettingName) throws(Stop) -> String {
        guard !text.text.isEmpty else { throw text.refused(name, "it is empty") }
        return text.text
    }

    private static func certificate(_ texts: SettingTexts) throws(Stop) -> CertificateFiles? {
        switch (texts[.tlsCertificate], texts[.tlsKey]) {
        case (nil, nil): return nil
        case (let chain?, nil): throw chain.refused(.tlsCertificate, "tls-key has to name the key to it")
        case (nil, let key?): throw key.refused(.tlsKey, "tls-certificate has to name what it is the key to")
        case (let chain?, let key?):
            return CertificateFiles(
                chain: try notEmpty(chain, .tlsCertificate), key: try notEmpty(key, .tlsKey))
        }
    }

    private static func imprint(_ text: SettingTexts.Text) throws(Stop) -> String {
        guard let bytes = FileManager.default.contents(atPath: text.text),
            let imprint = String(validating: bytes, as: UTF8.self), !imprint.allSatisfy(\.isWhitespace)
        else { throw text.refused(.imprint, "there is no text to read") }
        return imprint
    }

    private static func number(
        _ text: SettingTexts.Text, _ name: SettingName, in range: ClosedRange<Int>
    ) throws(Stop) -> Int {
        guard let number = Int(text.text), range.contains(number) else {
            throw text.refused(name, "this is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func oneOf<Value: RawRepresentable<String>>(
        _ values: [Value], _ text: SettingTexts.Text, _ name: SettingName
    ) throws(Stop) -> Value {
        guard let value = Value(rawValue: text.text) else {
            throw text.refused(name, "this is none of \(values.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    private static func address(_ text: SettingTexts.Text) throws(Stop) -> PublicAddress {
        guard let address = PublicAddress(text.text) else {
            throw text.refused(.publicAddress, "this is not like https://tafelrunde.example, without a path")
        }
        return address
    }

    private static func proxies(_ text: SettingTexts.Text) throws(Stop) -> [String] {
        let proxies = text.text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
        for proxy in proxies where !NetworkAddress.isAddressOrBlock(proxy) {
            throw text.refused(.trustedProxies, "“\(proxy)” is not an address like 10.0.0.1 or 10.0.0.0/8")
        }
        return proxies
    }
}

/// Where phones find the server: scheme, host and perhaps a port.
struct PublicAddress: Sendable, Equatable {
    let text: String

    init?(_ typed: String) {
        let typed = typed.hasSuffix("/") ? String(typed.dropLast()) : typed
        guard let address = URLComponents(string: typed), let scheme = address.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = address.host, !host.isEmpty, address.path.isEmpty,
            address.query == nil, address.fragment == nil, address.user == nil
        else { return nil }
        text = scheme + typed.dropFirst(scheme.count)
    }

    /// Whether something in front of the server speaks TLS.
    var isSecure: Bool { text.hasPrefix("https:") }
}
