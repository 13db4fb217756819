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
            headers: [.location: Self.address(request), .setCookie: cookie + (isSecure ? "; Secure" : "")])
    }

    /// The same page without the choice. One slash at its beginning: two would name another host.
    private static func address(_ request: Request) -> String {
        let path = "/" + request.uri.path.drop { $0 == "/" || $0 == "\\" }
        let kept = (request.uri.query ?? "").split(separator: "&").filter {
            $0 != "lang" && !$0.hasPrefix("lang=")
        }
        return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
    }
}
