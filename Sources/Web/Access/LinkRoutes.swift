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
        try parts.attempts.mustBeFree(parts.addressBlock(request, context), at: parts.instance.now().instant)
        let link: Domain.Link
        do {
            link = try await OpenLink(parts.instance).look(token)
        } catch Access.Refused.noSuchLink {
            parts.attempts.wrong(parts.addressBlock(request, context), at: parts.instance.now().instant)
            throw Access.Refused.noSuchLink
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
        let link = try await OpenLink(parts.instance).look(token)
        try await OpenLink(parts.instance)(token, context.acting(form, chance: parts.instance.chance))
        return Response.seeOther(try await target(token, role: link.role))
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
