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

    func secret(in request: Request) -> String? {
        guard let value = request.cookies[name]?.value, value.count == Self.secretLength,
            value.allSatisfy({ String.readableAlphabet.contains($0) })
        else { return nil }
        return value
    }

    func fresh(using chance: Chance) -> String {
        var chance = chance
        return String(randomLength: Self.secretLength, using: &chance)
    }

    func header(_ secret: String) -> String {
        let base = "\(name)=\(secret); Path=/; Max-Age=\(Self.lifeSeconds); HttpOnly; SameSite=Lax"
        return isSecure ? base + "; Secure" : base
    }
}
