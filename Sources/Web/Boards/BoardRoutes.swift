internal import Actions
internal import Domain
internal import Hummingbird
internal import Journal
internal import Pages

/// The public board: the same bytes for everyone of one language who may, or may not, see names.
struct BoardRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/board", use: show)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let bytes = try await parts.boardPage(
            context.gathering, for: context.device, speaking: LanguageWish(request))
        return bytes.response(to: request, cacheControl: "private, no-cache")
    }
}

extension Parts {
    /// The board's page. Wishes alone render it at most four times a second.
    func boardPage(
        _ id: Gathering.ID, for device: Device.ID?, speaking wish: LanguageWish
    ) async throws -> KeptBytes {
        let seesNames = device == nil ? false : try await instance.caller(device, in: id).may(.seeNames)
        let key = KeptPages.Key(
            gathering: id, name: "board page", language: wish.language(.du), isInside: seesNames)
        if case .page(let bytes) = kept.trusted(key) { return bytes }
        let position = try await instance.gatherings.desk(id).position
        let destructions = instance.keys(of: id).destructionCount
        if case .page(let bytes) = kept.fresh(key, at: position, destructions: destructions) { return bytes }

        let stamp = try await scenes.stamp(of: id).withoutAttendance
        let rendering = try await kept.rendering(key, at: stamp) {
            let scene = try await scenes.scene(id, seesNames: seesNames, speaking: wish)
            let page = scene.boardPage(try await board(scene))
            return .page(
                KeptBytes(renderer.bytes(page, in: scene.language), mediaType: "text/html; charset=utf-8"))
        }
        guard case .page(let bytes) = rendering else { throw HTTPError(.internalServerError) }
        return bytes
    }

    /// The board's fragment, for its page and for frames.
    func board(_ scene: Scene) async throws -> Markup {
        try await fragment("board", scene, at: scene.stamp.withoutAttendance) {
            scene.boardFragment(quality: try await quality(of: .published, scene))
        }
    }

    /// A fragment that is the same for everyone of an audience, rendered once for each stamp.
    func fragment(
        _ name: String, _ scene: Scene, at stamp: Stamp,
        page: @escaping @Sendable () async throws -> some Page
    ) async throws -> Markup {
        let key = KeptPages.Key(
            gathering: scene.gathering.id, name: name, language: scene.language, isInside: scene.isInside)
        let rendering = try await kept.rendering(key, at: stamp) {
            .fragment(renderer.markup(try await page(), in: scene.language))
        }
        guard case .fragment(let markup) = rendering else { throw HTTPError(.internalServerError) }
        return markup
    }

    /// Nil while wishes are blind, or when there is nothing to look at.
    func quality(of edition: KeptQualities.Edition, _ scene: Scene) async throws -> BoardQuality? {
        let layout = edition == .draft ? scene.gathering.board.draft : scene.layout
        guard let layout, !scene.gathering.isBlindNow else { return nil }
        return try await kept.qualities.quality(of: edition, in: scene.gathering.id, at: scene.stamp) {
            try await AssessBoard(instance).quality(of: layout, in: scene.gathering)
        }
    }
}

extension Stamp {
    /// For what shows no heads.
    var withoutAttendance: Stamp {
        Stamp(
            gathering: gathering, interest: interest, attendance: .start, feedback: .start, answers: 0,
            minute: minute, destructions: destructions)
    }
}
