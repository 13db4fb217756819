internal import Actions
internal import Domain
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import Journal
internal import NIOCore
internal import Pages
internal import ServiceLifecycle

/// The live stream of a gathering, and the reader's own marks beside it.
struct LiveRoutes {
    let parts: Parts
    let rooms: LiveRooms

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/live", use: stream)
        router.get("/g/:gathering/me", use: marks)
    }

    @Sendable func stream(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let asked = request.uri.queryParameters.getAll("screen").compactMap {
            Audience.Screen(rawValue: String($0))
        }
        let viewer = Viewer(
            device: context.device, asked: asked.isEmpty ? [.phone] : Set(asked), language: scene.language)
        let audience = viewer.audience(scene.caller)
        let lastID = request.headers[.lastEventID] ?? request.uri.queryParameters["after"].map(String.init)
        let frames = try await rooms.frames(
            of: scene.gathering.id, for: audience, person: scene.caller.participant, after: lastID,
            viewer: viewer)
        await context.noticeGoneReader()
        try await parts.tellOfClosing(context.device, in: scene.gathering.id)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await withGracefulShutdownHandler {
                    for await frame in frames { try await writer.write(frame) }
                } onGracefulShutdown: {
                    frames.end()
                }
                try await writer.finish(nil)
            })
    }

    @Sendable func marks(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let marks = Marks(
            isParticipant: scene.caller.participant != nil,
            wishes: Dictionary(uniqueKeysWithValues: scene.own.wishes.map { ($0.key.text, $0.value) }),
            choices: Dictionary(uniqueKeysWithValues: scene.own.choices.map { ($0.key.text, $0.value.text) }))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(marks))))
    }

    private struct Marks: Encodable {
        let isParticipant: Bool
        let wishes: [String: Int]
        let choices: [String: String]
    }
}
