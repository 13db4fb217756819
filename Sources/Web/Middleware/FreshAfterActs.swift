internal import Hummingbird

/// After an act, refused or not, the next reader of its gathering's pages asks the desk where it stands.
struct FreshAfterActs: RouterMiddleware {
    typealias Context = SiteContext

    let kept: KeptPages

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        defer {
            if request.method != .get, let id = try? context.gathering { kept.look(at: id) }
        }
        return try await next(request, context)
    }
}
