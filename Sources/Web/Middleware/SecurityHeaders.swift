internal import HTTPTypes
internal import Hummingbird

/// Nothing inline, nothing from elsewhere, nothing framed.
public enum ContentPolicy {
    public static let text = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
        connect-src 'self'; form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; \
        require-trusted-types-for 'script'; trusted-types tafelrunde
        """
}

/// What every answer says of itself.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = SiteContext

    let isSecure: Bool

    /// Made once; they are the same for every answer.
    private static let fields = [
        HTTPField(name: .contentSecurityPolicy, value: ContentPolicy.text),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "same-origin"), HTTPField(name: .robots, value: "noindex"),
        HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
    ]

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in Self.fields { response.headers.append(field) }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }
}

extension HTTPField.Name {
    static let referrerPolicy = Self.known("Referrer-Policy")
    static let robots = Self.known("X-Robots-Tag")
    static let crossOriginOpenerPolicy = Self.known("Cross-Origin-Opener-Policy")
    static let outbox = Self.known("Tafelrunde-Outbox")
    static let seat = Self.known("Tafelrunde-Seat")
    static let fetchSite = Self.known("Sec-Fetch-Site")
    static let fetchDestination = Self.known("Sec-Fetch-Dest")
    static let forwardedFor = Self.known("X-Forwarded-For")
    static let lastEventID = Self.known("Last-Event-ID")

    /// For names that are literals of this file; a name that is none would be a typing error.
    private static func known(_ name: String) -> Self { Self(name) ?? .server }
}
