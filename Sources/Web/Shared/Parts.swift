internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Lookup
internal import Pages

/// What every route needs.
struct Parts: Sendable {
    let instance: Instance
    let renderer: Renderer
    let scenes: Scenes
    let kept: KeptPages
    let attempts: Attempts
    let settings: SiteSettings
    let lookup: Lookup
    let searchCounts = SearchCounts()
    let actCounts = ActCounts()
    let refusalLog = RefusalLog()
    let latecomers = Latecomers()

    /// The gathering of the address, for the device that asks.
    func scene(_ request: Request, _ context: SiteContext) async throws -> Scene {
        let scene = try await scenes.scene(
            context.gathering, for: context.device, speaking: LanguageWish(request))
        if scene.caller.roles != [.anyone] {
            attempts.note(scene.gathering.id, isAt: addressBlock(request, context), at: scene.now.instant)
        }
        noteClosing(in: scene)
        return scene
    }

    /// A page of its own, for one reader.
    func page(_ page: some Page, in language: Language, status: HTTPResponse.Status = .ok) -> Response {
        self.page(renderer.bytes(page, in: language), status: status)
    }

    func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: .init(bytes: bytes)))
    }

    func acts() -> ActSupply {
        let chance = instance.chance
        return ActSupply {
            var chance = chance
            return ActIDs.fresh(using: &chance).text
        }
    }

    func act() -> String { acts().next() }
}

extension LanguageWish {
    static let cookieName = "lang"

    init(_ request: Request) {
        self.init(
            chosen: request.cookies[Self.cookieName]?.value, accepted: request.headers[.acceptLanguage])
    }
}
