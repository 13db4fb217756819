internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal
internal import Pages

/// The group of a topic: who goes on with it, and what each agreed to.
struct GroupRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/proposals/:id/group", use: show)
        router.post("/g/:gathering/proposals/:id/group/membership", use: join)
        router.post("/g/:gathering/proposals/:id/group/membership/withdrawal", use: leave)
        router.post("/g/:gathering/proposals/:id/group/contact/withdrawal", use: revoke)
        router.post("/g/:gathering/proposals/:id/group/convener", use: handOver)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await view(request, context)
        let topic = try topic(context, view)
        let target = view.group(of: topic).topic
        guard target == topic else {
            return Response.seeOther(Route.group(view.scene.id, target.text).path)
        }
        var page = view.page(of: topic, act: parts.act())
        let query = request.uri.queryParameters
        page.said = GroupPage.Said.allCases.first { query[Substring($0.rawValue)] != nil }
        if view.mayJoin(topic), query["change"] != nil || page.own == nil && !page.isConvener {
            page.fields = view.fields(of: topic)
        }
        let response = parts.page(page, in: view.scene.language)
        // Contacts of others are kept nowhere.
        return page.fields == nil || page.members != nil ? response : response.keptForGoingBack()
    }

    /// Joins, or changes what was agreed to: the same form.
    @Sendable func join(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await parts.must(.goOn, in: context.gathering, context)
        let view = try await view(request, context)
        let topic = try topic(context, view)
        let form = try await request.form()
        var typed = GroupForm(form, on: view.fields(of: topic))
        do {
            try await GoOn(parts.instance)(
                topic, typed.agreed(), in: view.scene.gathering.id,
                context.acting(form, chance: parts.instance.chance))
        } catch {
            guard typed.note(error, view.scene) else { throw error }
            var page = view.page(of: topic, act: parts.act())
            page.fields = typed.fields
            page.refused = typed.refused
            return parts.page(page, in: view.scene.language, status: .unprocessableContent)
        }
        return Response.seeOther(Self.path(view.scene.id, topic, .saved))
    }

    @Sendable func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, saying: .left) { groups, asked, topic, _ in
            try groups.leave(topic, asked.gathering, by: asked.caller)
        }
    }

    @Sendable func revoke(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, saying: .revoked) { groups, asked, topic, _ in
            try groups.revokeContact(in: topic, asked.gathering, by: asked.caller)
        }
    }

    @Sendable func handOver(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, saying: .handed) { groups, asked, topic, form in
            let person: Participant.ID? = form.text("person").isEmpty ? nil : try form.id("person")
            return try groups.handOver(topic, to: person, asked.gathering, by: asked.caller)
        }
    }

    private func change(
        _ request: Request, _ context: SiteContext, saying said: GroupPage.Said,
        verb:
            @escaping @Sendable (WorkingGroups, ChangeGroups.Asked, Proposal.ID, FormFields) throws
            -> [WorkingGroups.Change]
    ) async throws -> Response {
        let id = try context.gathering
        try await parts.must(.goOn, in: id, context)
        let form = try await request.form()
        let topic: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        let acting = try context.acting(form, chance: parts.instance.chance)
        try await ChangeGroups(parts.instance)(in: id, acting) { groups, asked in
            guard asked.gathering.topics[topic] != nil else { throw Gathering.Refused.noSuchProposal }
            return try verb(groups, asked, topic, form)
        }
        return Response.seeOther(Self.path(id.text, topic, said))
    }

    private func view(_ request: Request, _ context: SiteContext) async throws -> GroupScene {
        try await parts.scenes.groups(in: parts.scene(request, context))
    }

    private func topic(_ context: SiteContext, _ view: GroupScene) throws -> Proposal.ID {
        let topic: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        guard view.scene.gathering.topics[topic] != nil else { throw Gathering.Refused.noSuchProposal }
        return topic
    }

    private static func path(_ id: String, _ topic: Proposal.ID, _ said: GroupPage.Said) -> String {
        Route.group(id, topic.text).path + "?\(said.rawValue)"
    }
}
