internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal

/// Finds the device by its cookie; who has none gets one with an act of our own pages, and on the pages that lead in.
///
/// Another site's form comes without the cookie, for it is `SameSite=Lax`: a fresh one would replace that of whoever
/// opened that site.
struct Devices: RouterMiddleware {
    typealias Context = SiteContext

    let cookie: DeviceCookie
    let secret: ServerSecret
    let chance: Chance

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.path = request.uri.path
        if let known = cookie.secret(in: request) {
            context.device = secret.device(cookie: known)
        } else if Self.mayBegin(request) {
            let fresh = cookie.fresh(using: chance)
            context.device = secret.device(cookie: fresh)
            var response = try await next(request, context)
            response.headers.append(HTTPField(name: .setCookie, value: cookie.header(fresh)))
            return response
        }
        return try await next(request, context)
    }

    private static func mayBegin(_ request: Request) -> Bool {
        switch request.method {
        case .post: SameOrigin.isOwn(request)
        case .get: isWayIn(request.uri.path) && isVisit(request)
        default: false
        }
    }

    /// Here a form makes a device somebody: sent by two taps it must come from one device.
    private static func isWayIn(_ path: String) -> Bool {
        path.hasPrefix("/l/") || path.hasPrefix("/j/") || path.hasPrefix("/g/") && path.hasSuffix("/join")
    }

    /// A page that somebody goes to, for then the browser sends the cookie it has.
    private static func isVisit(_ request: Request) -> Bool {
        request.headers[.fetchDestination].map { $0 == "document" } ?? true
    }
}
