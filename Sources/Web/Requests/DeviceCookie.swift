internal import Actions
internal import Domain
internal import Hummingbird
internal import Journal

/// The one cookie of a device. What it holds is drawn at random; the device's name is its digest.
struct DeviceCookie: Sendable {
    static let secretLength = 26
    static let lifeDays = 400
    private static let lifeSeconds = lifeDays * 24 * 3600

    let isSecure: Bool

    /// Only over TLS can a cookie be bound to its host.
    var name: String { isSecure ? "__Host-tafelrunde" : "tafelrunde" }

    /// Read here, and not from the library's dictionary of all cookies: every single request asks for it.
    func secret(in request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard pair.starts(with: prefix.utf8) else { continue }
                let value = pair.dropFirst(prefix.utf8.count)
                return Self.isSecret(value) ? String(Substring(value)) : nil
            }
        }
        return nil
    }

    private var prefix: String { name + "=" }

    private static func isSecret(_ value: Substring.UTF8View) -> Bool {
        value.count == secretLength && value.allSatisfy(secretBytes.contains)
    }

    private static let secretBytes = Set(String.readableAlphabet.flatMap { String($0).utf8 })

    func fresh(using chance: Chance) -> String {
        var chance = chance
        return String(randomLength: Self.secretLength, using: &chance)
    }

    func header(_ secret: String) -> String {
        let base = "\(name)=\(secret); Path=/; Max-Age=\(Self.lifeSeconds); HttpOnly; SameSite=Lax"
        return isSecure ? base + "; Secure" : base
    }
}
