internal import Hummingbird

/// Answers each request in a task of its own.
///
/// A task keeps the memory that its deepest call took for as long as it lives, and a connection's lives as long as its
/// stream is read: tens of kilobytes for each, of which writing frames needs one.
struct OwnTask<Base: HTTPResponder<SiteContext>>: HTTPResponder {
    let base: Base

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        let answering = Task { try await base.respond(to: request, context: context) }
        return try await withTaskCancellationHandler {
            try await answering.value
        } onCancel: {
            answering.cancel()
        }
    }
}
