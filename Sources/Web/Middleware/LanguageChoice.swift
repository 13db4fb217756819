internal import HTTPTypes
internal import Hummingbird

/// `?lang=en` on any page is remembered by the browser, and the address is clean again.
struct LanguageChoice: RouterMiddleware {
    typealias Context = SiteContext

    let isSecure: Bool

    private static let lifeSeconds = 365 * 24 * 3600

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, let choice = request.uri.queryParameters["lang"],
            ["de", "en"].contains(choice)
        else { return try await next(request, context) }

        let cookie = "\(LanguageWish.cookieName)=\(choice); Path=/; Max-Age=\(Self.lifeSeconds); SameSite=Lax"
        return Response(
            status: .seeOther,
            headers: [.location: request.uri.path, .setCookie: cookie + (isSecure ? "; Secure" : "")])
    }
}
