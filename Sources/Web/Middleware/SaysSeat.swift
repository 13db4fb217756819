internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird

/// A page of a gathering says whether whoever reads it has a seat there: what a device kept of a seat goes with the seat.
struct SaysSeat: RouterMiddleware {
    typealias Context = SiteContext

    let parts: Parts

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.method == .get, response.status == .ok,
            response.headers[.contentType]?.hasPrefix("text/html") == true,
            let device = context.device, let id = try? context.gathering,
            try await parts.instance.caller(device, in: id).participant != nil
        else { return response }
        response.headers[.seat] = "1"
        return response
    }
}
