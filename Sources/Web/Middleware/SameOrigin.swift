internal import Domain
internal import HTTPTypes
internal import Hummingbird

/// Acts come from our own pages only.
///
/// Fetch Metadata says so in every browser of today; where it is missing, `Origin` has to name our host.
struct SameOrigin: RouterMiddleware {
    typealias Context = SiteContext

    /// An act from another site.
    enum Refused: Refusal {
        case anotherOrigin

        var kind: RefusalKind { .forbidden }
    }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let isHarmless = request.method == .get || request.method == .head
        guard isHarmless || Self.isOwn(request) else { throw Refused.anotherOrigin }
        return try await next(request, context)
    }

    static func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" }
        guard let origin = request.headers[.origin], let host = request.head.authority else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
