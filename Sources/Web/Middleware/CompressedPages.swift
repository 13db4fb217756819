internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Pages that are made for one reader, compressed on their way; what is kept for many was compressed when it was made.
///
/// A page that shows somebody a secret and what a stranger may have put into the address would give the secret away by its
/// length: a page with a personal code goes as it is.
struct CompressedPages: RouterMiddleware {
    typealias Context = SiteContext

    /// Smaller ones are one packet either way.
    private static let bytesMin = 1_024
    /// The second digit of a percent costs more time than it saves.
    private static let level: Int32 = 3

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.method == .get, request.headers[.acceptEncoding]?.contains("gzip") == true,
            response.headers[.contentEncoding] == nil,
            request.uri.path.split(separator: "/").last != "profile",
            response.headers[.contentType]?.hasPrefix("text/html") == true,
            let length = response.body.contentLength, length >= Self.bytesMin
        else { return response }
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        response.headers[.vary] = "Accept-Encoding, Cookie"
        response.body = response.body.map { page in
            ByteBuffer(bytes: Compression.packed(Array(page.readableBytesView), level: Self.level))
        }
        return response
    }
}
