internal import Domain
internal import Hummingbird
internal import Pages

/// The console's pages, for whoever moderates.
struct ConsoleRoutes {
    let parts: Parts
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        for place in ConsoleFrame.Place.allCases {
            let path = place == .now ? "" : "/\(place.rawValue)"
            router.get("/g/:gathering/console\(path)") { request, context in
                try await show(place, request, context)
            }
        }
    }

    private func show(
        _ place: ConsoleFrame.Place, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let values = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        return try await pages.show(ConsoleAsk(place, Dictionary(values) { $1 }), scene)
    }
}
