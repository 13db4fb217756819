internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// People without a phone are added, get codes, and are taken out.
struct PeopleActs {
    let pages: ConsolePages
    private var parts: Parts { pages.parts }

    func mount(on router: some RouterMethods<SiteContext>) {
        router.post("/g/:gathering/people", use: add)
        router.post("/g/:gathering/people/:id/removal", use: takeOut)
        router.post("/g/:gathering/people/:id/code", use: renewCode)
    }

    @Sendable func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .keepOrder, usual: { .console($0, "people") }) {
            form, id, acting in
            let profile = try ProfileForm(form, parts.scenes.towns).profile()
            let person = try await AddParticipant(parts.instance)(profile, in: id, acting)
            let serial = try await parts.instance.access.read(id) { $0.personalCodes[person]?.serial ?? 1 }
            return try await show(
                parts.instance.secret.personalCode(of: person, in: id, serial: serial), of: person, request,
                context)
        }
    }

    @Sendable func takeOut(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person: Participant.ID = try context.id(orRefuse: .noSuchParticipant)
        return try await pages.act(request, context, needs: .keepOrder, usual: { .console($0, "people") }) {
            _, id, acting in
            try await LeaveGathering(parts.instance)(person, .takenOut, in: id, acting)
            parts.kept.forget(id)
            await pages.rooms.letGo(of: person, in: id)
            return nil
        }
    }

    @Sendable func renewCode(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person: Participant.ID = try context.id(orRefuse: .noSuchParticipant)
        return try await pages.act(request, context, needs: nil, usual: { .console($0, "people") }) {
            _, id, acting in
            let code = try await RenewPersonalCode(parts.instance)(of: person, in: id, acting)
            let caller = try await parts.instance.caller(acting.device, in: id)
            // One's own stands on one's own page.
            guard caller.may(.moderate) else { return Response.seeOther(Route.profile(id.text).path) }
            return try await show(code, of: person, request, context)
        }
    }

    /// Shown in the answer and never again: it stands in no address.
    private func show(
        _ code: JoinCode, of person: Participant.ID, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let scene = try await parts.scene(request, context)
        var note = ConsoleNote()
        note.shownCode = ShownCode(
            name: scene.labels.profile(of: person)?.firstName?.text, code: code.spoken,
            qr: parts.qr(.joining(scene.id)))
        return try await pages.show(ConsoleAsk(.people), scene, note)
    }
}

/// Secret links are made, shown once, and revoked.
struct LinkActs {
    let pages: ConsolePages
    private var parts: Parts { pages.parts }

    func mount(on router: some RouterMethods<SiteContext>) {
        router.post("/g/:gathering/links", use: make)
        router.post("/g/:gathering/links/:id/revocation", use: revoke)
        router.post("/g/:gathering/devices/removal", use: signOutOthers)
    }

    @Sendable func signOutOthers(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .prepare, usual: { .console($0, "links") }) {
            _, id, acting in
            try await SignOutOthers(parts.instance)(as: .organiser, in: id, acting)
            return nil
        }
    }

    @Sendable func make(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .inviteHelpers, usual: { .console($0, "links") }) {
            form, id, acting in
            guard let role = Role(rawValue: form.text("role")),
                [.moderator, .projector, .organiser].contains(role)
            else {
                throw FormFields.Misread.missing("role")
            }
            let made = try await MakeLink(parts.instance)(role, in: id, acting)
            return try await show(made, role, in: id, request, context)
        }
    }

    @Sendable func revoke(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .inviteHelpers, usual: { .console($0, "links") }) {
            _, id, acting in
            guard let link: Domain.Link.ID = context.parameters.get("id").flatMap({ .init($0) }) else {
                throw Access.Refused.noSuchLink
            }
            try await RevokeLink(parts.instance)(link, in: id, acting)
            return nil
        }
    }

    /// A form sent twice made its link the first time; the address of that one is kept nowhere.
    private func show(
        _ made: MakeLink.Made, _ role: Role, in id: Gathering.ID, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let isNew = try await parts.instance.access.read(id) { $0.links[made.id] != nil }
        var note = ConsoleNote()
        if isNew {
            let route = Route.link(token: made.token)
            note.madeLink = MadeLink(role: role, address: parts.address(route), qr: parts.qr(route))
        } else {
            note.told = scene.words["view.linkShownOnce"]
        }
        return try await pages.show(ConsoleAsk(.links), scene, note)
    }
}
