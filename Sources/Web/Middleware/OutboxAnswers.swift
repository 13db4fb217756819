internal import HTTPTypes
internal import Hummingbird

/// Answers the outbox of a page: the act is taken, and where its form leads; or it is refused, with the page that says why.
///
/// The same forms, asked by a script: what it needs to know is in a header, so that a bad line carries no page for nothing,
/// and a network that answers in our place is not taken for us. An answer without a verdict is asked for again.
struct OutboxAnswers: RouterMiddleware {
    typealias Context = SiteContext

    /// What can be said once only, and was: it is refused, and need not be sent again.
    static let said = "said"
    /// There is no such gathering any more: whatever a device keeps of it may go.
    static let gone = "gone"

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.method == .post, request.headers[.outbox] != nil else { return response }
        switch response.status.kind {
        case .redirection:
            response.status = .noContent
            response.headers[.contentType] = nil
            response.body = .init()
            response.headers[.outbox] = "taken"
        case .successful:
            response.headers[.outbox] = "taken"
        case .clientError where response.status != .tooManyRequests && response.headers[.outbox] == nil:
            response.headers[.outbox] = "refused"
        default:
            break
        }
        return response
    }
}
