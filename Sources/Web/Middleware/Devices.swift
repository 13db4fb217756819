internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal

/// Finds the device by its cookie; an act of a device without one gives it one.
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
        } else if request.method == .post {
            let fresh = cookie.fresh(using: chance)
            context.device = secret.device(cookie: fresh)
            var response = try await next(request, context)
            response.headers.append(HTTPField(name: .setCookie, value: cookie.header(fresh)))
            return response
        }
        return try await next(request, context)
    }
}
