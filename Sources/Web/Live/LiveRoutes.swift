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
        let asked =
            request.uri.queryParameters["screen"].flatMap { Audience.Screen(rawValue: String($0)) } ?? .phone
        let isStaff = scene.caller.may(.moderate)
        let screen: Audience.Screen = asked == .console && !isStaff ? .phone : asked
        let audience = Audience(screen: screen, language: scene.language, isInside: scene.isInside)
        let lastID = request.headers[.lastEventID] ?? request.uri.queryParameters["after"].map(String.init)
        let frames = try await rooms.room(scene.gathering.id).frames(for: audience, after: lastID)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: .init(asyncSequence: frames.cancelOnGracefulShutdown()))
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

extension Parts {
    /// What an audience is told live: the same for everyone in it.
    func liveContent(_ id: Gathering.ID, _ audience: Audience) async throws -> (LiveContent, Position) {
        let scene = try await scenes.scene(id, for: audience)
        var content = LiveContent()
        content.numbers["people"] = scene.gathering.attendees.present.count
        content.numbers["voters"] = scene.tally.voterCount
        if !scene.gathering.isBlindNow {
            for proposal in scene.gathering.topics.open {
                content.numbers["wishes/\(proposal.id)"] = scene.tally.voices[proposal.id] ?? 0
            }
        }
        for session in scene.layout?.placements.keys ?? [:].keys {
            content.numbers["heads/\(session)"] = scene.tally.heads[session] ?? 0
        }
        content.stamps["page"] = scene.pageStamp
        return (content, scene.stamp.newest)
    }
}

extension Scene {
    /// Changes when a page's content has to be fetched anew: everything but wishes and heads.
    var pageStamp: String { String(stamp.gathering.value) }
}
