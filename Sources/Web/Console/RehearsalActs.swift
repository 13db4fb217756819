internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// A rehearsal with pretend people: started from the preparation, begun anew or ended from every page of it, without a
/// trace.
struct RehearsalActs {
    let pages: ConsolePages
    private var parts: Parts { pages.parts }

    func mount(on router: some RouterMethods<SiteContext>) {
        router.post("/g/:gathering/rehearsal", use: start)
        router.post("/g/:gathering/rehearsal/reset", use: reset)
        router.post("/g/:gathering/rehearsal/end", use: end)
    }

    @Sendable func start(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .prepare, usual: { .console($0, "prepare") }) {
            form, id, acting in
            let before = parts.instance.rehearsal(of: id)
            let rehearsal = try await StartRehearsal(parts.instance, towns: parts.scenes.towns)(
                of: id, at: Phase(rawValue: form.text("phase")) ?? .arriving, acting)
            if let before, before != rehearsal { await pages.letGo(of: before) }
            return Response.seeOther(Route.console(rehearsal.text, "").path)
        }
    }

    @Sendable func reset(_ request: Request, _ context: SiteContext) async throws -> Response {
        // The right is the one in the gathering that is rehearsed.
        try await pages.act(request, context, needs: nil, usual: { .console($0, "") }) { _, id, acting in
            let fresh = try await ResetRehearsal(parts.instance, towns: parts.scenes.towns)(id, acting)
            await pages.letGo(of: id)
            return Response.seeOther(Route.console(fresh.text, "").path)
        }
    }

    @Sendable func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        // The right is the one in the gathering that is rehearsed.
        try await pages.act(request, context, needs: nil, usual: { .console($0, "prepare") }) {
            _, id, acting in
            let origin = try await EndRehearsal(parts.instance)(id, acting)
            await pages.letGo(of: id)
            return Response.seeOther(Route.console(origin.text, "prepare").path)
        }
    }
}

extension ConsolePages {
    /// A gathering is not there any more: nothing that was rendered of it is shown again, and who follows it is told.
    func letGo(of gathering: Gathering.ID) async {
        await rooms.letGo(of: gathering)
        parts.kept.forget(gathering)
        parts.scenes.tallies.forget(gathering)
        parts.attempts.forget(gathering)
        parts.actCounts.forget(gathering)
    }
}
