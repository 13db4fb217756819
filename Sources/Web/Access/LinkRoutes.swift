internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Secret links: looked at first, opened by a button, for mail scanners open links too.
struct LinkRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/l/:token", use: look)
        router.post("/l/:token", use: open)
    }

    @Sendable func look(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (text, token) = try token(context)
        let link: Domain.Link
        do {
            link = try await counted(request, context) { try await OpenLink(parts.instance).look(token) }
        } catch Access.Refused.linkUsed {
            guard let device = context.device, try await isHeld(token, by: device) else {
                throw Access.Refused.linkUsed
            }
            return Response.seeOther(try await target(token, role: .organiser))
        }
        let facts = try await parts.instance.gatherings.read(token.access) { $0.programme.facts }
        let opens: LinkPage.Opening =
            switch link.role {
            case .organiser: token.access == Access.house ? .claim : .organiser
            case .projector: .projector
            default: .moderator
            }
        let page = LinkPage(token: text, opens: opens, gatheringName: facts?.title.text)
        return parts.page(page, in: LanguageWish(request).language(facts?.tone ?? .du))
    }

    @Sendable func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (_, token) = try token(context)
        let form = try await request.form()
        let acting = try context.acting(form, chance: parts.instance.chance)
        let role = try await counted(request, context) { try await OpenLink(parts.instance)(token, acting) }
        return Response.seeOther(try await target(token, role: role))
    }

    /// Links that are none are counted as wrong codes. One that is right always passes: nobody guesses it.
    private func counted<Found>(
        _ request: Request, _ context: SiteContext, _ lookUp: () async throws -> Found
    ) async throws -> Found {
        let found: Found? = try await parts.attempts.guess(
            parts.guesser(request, context), at: parts.instance.now().instant, passes: { _ in true }
        ) {
            do {
                return try await lookUp()
            } catch Access.Refused.noSuchLink {
                return nil
            }
        }
        guard let found else { throw Access.Refused.noSuchLink }
        return found
    }

    private func token(_ context: SiteContext) throws -> (String, OpenLink.Token) {
        guard let text = context.parameters.get("token"), let token = OpenLink.Token(text) else {
            throw Access.Refused.noSuchLink
        }
        return (text, token)
    }

    private func isHeld(_ token: OpenLink.Token, by device: Device.ID) async throws -> Bool {
        try await parts.instance.caller(device, in: token.access).may(.prepare)
    }

    private func target(_ token: OpenLink.Token, role: Role) async throws -> String {
        if token.access == Access.house { return Route.organiser.path }
        return role == .projector
            ? Route.projector(token.access.text).path : Route.console(token.access.text, "").path
    }
}
