import Assets
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PagesSamples
import Pages
import Web

/// Shows the looks while somebody works on them: on this machine only, and with the same policy as the program.
@main
struct Server {
    private static let usage =
        "showcase PORT ASSETS OWN: serves /showcase from two folders of files; port 0 takes a free one\n"

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let port = arguments.first.flatMap({ Int($0) }) else {
            FileHandle.standardError.write(Data(usage.utf8))
            exit(64)
        }
        let folders = arguments.dropFirst().map { Assets(from: .folder(AssetFolder($0))) }
        let shelf = Shelf(program: folders[0], own: folders[1])
        try await shelf.warm()
        var logger = Logger(label: "showcase")
        logger.logLevel = .error
        let application = Application(
            router: router(shelf),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in
                print("Showcase: http://127.0.0.1:\(channel.localAddress?.port ?? 0)/showcase")
                fflush(nil)
            },
            logger: logger)
        try await application.runService()
    }

    static func router(_ shelf: Shelf) -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: Policy())
        router.get("/") { _, _ in Response.redirect(to: "/showcase") }
        router.get("/showcase") { request, _ in
            let language = request.uri.queryParameters["in"].flatMap { Language(rawValue: String($0)) } ?? .du
            return html(try await shelf.page(language))
        }
        router.get("/showcase/pages/:name") { _, context in
            let parts = try context.parameters.require("name").split(separator: ".")
            guard parts.count == 2, let language = Language(rawValue: String(parts[1])),
                let page = try await shelf.sample(String(parts[0]), language)
            else { throw HTTPError(.notFound) }
            return html(page)
        }
        // No stream, and nothing kept: a page must stand alone.
        router.get("/offline.js") { _, _ in answer("", "text/javascript") }
        router.get("/manifest.webmanifest") { _, _ in answer("{}", "application/manifest+json") }
        router.get("/**") { _, context -> Response in
            guard ["live", "me"].contains(context.parameters.getCatchAll().last) else {
                throw HTTPError(.notFound)
            }
            return Response(status: .noContent)
        }
        router.get("/assets/:edition/**") { _, context in
            let path = context.parameters.getCatchAll().joined(separator: "/")
            guard let asset = try await shelf.asset(path) else { throw HTTPError(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: asset.kind.mediaType, .cacheControl: "no-cache"],
                body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
        return router
    }

    private static func answer(_ text: String, _ mediaType: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: mediaType], body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    private static func html(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

private struct Policy: RouterMiddleware {
    func handle(
        _ request: Request, context: BasicRequestContext,
        next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = ContentPolicy.text
        return response
    }
}
