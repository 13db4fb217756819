internal import Domain
internal import Hummingbird
internal import Pages

/// The large picture in the hall.
struct ProjectorRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/projector", use: show)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let isDark = request.uri.queryParameters["theme"].map(String.init) == "dark"
        let page = ProjectorPage(
            gathering: scene.id, name: scene.gatheringName, theme: isDark ? "dark" : "light",
            stage: try await parts.stage(scene), position: scene.position)
        return parts.page(page, in: scene.language)
    }
}

extension Parts {
    /// What the hall sees: the same for every projector of an audience.
    func stage(_ scene: Scene) async throws -> Markup {
        try await fragment("stage", scene, at: scene.stamp) {
            let code = try await joinCode(of: scene.gathering.id)
            let closing = try await closingParts(scene)
            let corner = JoinCorner(host: publicHost, code: code.spoken, qr: qr(.join(code: code.text)))
            var stage = ProjectorStage(
                name: scene.gatheringName, series: scene.seriesLine, join: corner,
                show: scene.show(
                    quality: try await quality(of: .published, scene), towns: scenes.towns,
                    map: scenes.arrivalMap, closing: closing),
                delay: scene.delay, announcement: scene.announcement)
            stage.funding = scene.facts.funding
            stage.isNameless = !scene.labels.showsNames
            return stage
        }
    }

    /// Where the end screen leads to; looked up at the end only.
    private func closingParts(_ scene: Scene) async throws -> ClosingParts {
        guard scene.gathering.day.phase >= .closing || scene.gathering.picture == .closing else {
            return ClosingParts()
        }
        var closing = ClosingParts()
        closing.feedbackQR = scene.stand.isTaking ? qr(.feedback(scene.id)) : nil
        closing.readingQR = qr(.documentation(scene.id, .html))
        if !scene.stand.isTaking {
            closing.nextEdition = try await edition(scene.gathering.programme.next).map(scene.named)
        }
        return closing
    }
}
