internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// A rehearsal with pretend people: started from the preparation, ended without a trace.
struct RehearsalActs {
    let pages: ConsolePages
    private var parts: Parts { pages.parts }

    func mount(on router: some RouterMethods<SiteContext>) {
        router.post("/g/:gathering/rehearsal", use: start)
        router.post("/g/:gathering/rehearsal/end", use: end)
    }

    @Sendable func start(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .prepare, usual: { .console($0, "prepare") }) {
            form, id, acting in
            let rehearsal = try await StartRehearsal(parts.instance, towns: parts.scenes.towns)(
                of: id, at: Phase(rawValue: form.text("phase")) ?? .arriving, acting)
            return Response.seeOther(Route.console(rehearsal.text, "").path)
        }
    }

    @Sendable func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        // The right is the one in the gathering that is rehearsed.
        try await pages.act(request, context, needs: nil, usual: { .console($0, "prepare") }) {
            _, id, acting in
            let origin = try await EndRehearsal(parts.instance)(id, acting)
            parts.kept.forget(id)
            return Response.seeOther(Route.console(origin.text, "prepare").path)
        }
    }
}
