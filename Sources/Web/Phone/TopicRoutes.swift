internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Topics on the phone: the list with one's own wishes, one topic, offering and changing one.
struct TopicRoutes {
    let parts: Parts
    let console: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/topics", use: list)
        router.get("/g/:gathering/proposals/new", use: new)
        router.post("/g/:gathering/proposals", use: propose)
        router.get("/g/:gathering/proposals/:id", use: show)
        router.post("/g/:gathering/proposals/:id", use: edit)
        router.post("/g/:gathering/proposals/:id/wish", use: wish)
        router.post("/g/:gathering/proposals/:id/wish/withdrawal", use: unwish)
    }

    @Sendable func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let act = Array(parts.act().utf8)
        let marks = scene.marks
        let rows = scene.inOwnOrder(parts.kept.openTopics(in: scene)).map { proposal in
            (
                id: Array(proposal.id.text.utf8),
                stencil: parts.kept.row(proposal, mark: marks(proposal.id), in: scene, parts.renderer)
            )
        }
        let position = Array(scene.position.utf8)
        var page: [UInt8] = []
        page.reserveCapacity(4_096 + rows.count * 2_048)
        parts.kept.topicsPage(in: scene, parts.renderer).append(to: &page) { gap, page in
            switch gap {
            case .position: page += position
            case .act: break
            case .rows:
                for row in rows {
                    row.stencil.append(to: &page) { gap, page in
                        if gap == .act { page += act + [UInt8(ascii: "-")] + row.id }
                    }
                }
            }
        }
        return parts.page(page)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let id: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        guard let proposal = scene.gathering.topics[id] else { throw Gathering.Refused.noSuchProposal }

        var page = scene.proposalPage(proposal, act: parts.act())
        page.group = try await parts.scenes.groups(in: scene).line(of: id)
        page.source = try await parts.source(of: proposal, scene.words)
        guard request.uri.queryParameters["edit"] != nil, page.mayEdit else {
            return parts.page(page, in: scene.language)
        }
        return parts.page(scene.form(TopicForm(proposal, scene), act: parts.act()), in: scene.language)
            .keptForGoingBack()
    }

    @Sendable func new(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard scene.caller.may(.propose) else {
            return Response.seeOther(
                scene.caller.may(.proposeForOthers)
                    ? Route.console(scene.id, "topics").path + "?new=1#new" : Route.joining(scene.id).path)
        }
        let typed = try await adopting(request.uri.queryParameters["suggestion"].map(String.init), scene)
        return parts.page(scene.form(typed, act: parts.act()), in: scene.language)
            .keptForGoingBack()
    }

    /// The form with a suggestion's words; empty, with the reason, when it cannot be adopted any more.
    private func adopting(_ name: String?, _ scene: Scene) async throws -> TopicForm {
        do {
            let suggestion = try await parts.instance.freeSuggestion(named: name, for: scene.gathering.id)
            return suggestion.map { TopicForm(adopting: $0, scene) } ?? TopicForm(scene)
        } catch {
            var typed = TopicForm(scene)
            guard typed.note(error, scene) else { throw error }
            return typed
        }
    }

    @Sendable func propose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let form = try await request.form()
        guard form["host"] == nil else { return try await proposeForSomebody(form, request, context) }
        guard scene.caller.may(.propose) else { throw Gathering.Refused.notAllowed(.propose) }
        var typed = TopicForm(form, scene)
        do {
            let acting = try context.acting(form, chance: parts.instance.chance)
            let suggestion = try await parts.instance.suggestion(
                named: form["suggestion"], for: scene.gathering.id)
            typed.suggestion = suggestion
            let (content, coHosts) = try typed.read(scene)
            try await ChangeGathering(parts.instance)(scene.gathering.id, acting) { gathering, caller, _ in
                try gathering.propose(
                    content, host: nil, coHosts: coHosts, adopting: suggestion, by: caller)
            }
        } catch {
            guard typed.note(error, scene) else { throw error }
            return parts.page(
                scene.form(typed, act: parts.act()), in: scene.language,
                status: error is TooMany ? .tooManyRequests : .unprocessableContent)
        }
        return Response.seeOther(Back(form, in: scene.gathering.id)?.path ?? Route.topics(scene.id).path)
    }

    /// The moderator's form names whose topic it is.
    private func proposeForSomebody(
        _ form: FormFields, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        try await console.act(
            form, request, context, needs: .proposeForOthers, usual: { .console($0, "topics") }
        ) { id, acting in
            guard let host = Participant.ID(form.text("host")) else { throw Gathering.Refused.noSuchHost }
            let content = try Proposal.Content(form)
            let suggestion = try await parts.instance.suggestion(named: form["suggestion"], for: id)
            let coHosts = form.all("coHosts").compactMap { Participant.ID($0) }
            try await ChangeGathering(parts.instance)(id, acting) { gathering, caller, _ in
                try gathering.propose(
                    content, host: host, coHosts: coHosts, adopting: suggestion, by: caller)
            }
            return nil
        }
    }

    @Sendable func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let id: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        let form = try await request.form()
        try scene.gathering.mustHost(id, scene.caller)
        var typed = TopicForm(form, of: id, scene)
        do {
            let acting = try context.acting(form, chance: parts.instance.chance)
            let (content, coHosts) = try typed.read(scene)
            let revision = form.number("revision") ?? scene.gathering.topics[id]?.revision ?? 1
            try await ChangeGathering(parts.instance)(scene.gathering.id, acting) { gathering, caller, _ in
                let first = gathering.topics[id]?.hosts.prefix(1) ?? []
                return try gathering.edit(id, to: content, revision: revision, by: caller)
                    + gathering.setHosts(Array(first) + coHosts, of: id, by: caller)
            }
        } catch {
            guard typed.note(error, scene) else { throw error }
            return parts.page(
                scene.form(typed, act: parts.act()), in: scene.language,
                status: error is TooMany ? .tooManyRequests : .unprocessableContent)
        }
        // Whoever corrects somebody else's words came from the console.
        let isOwn = scene.caller.participant.map { scene.gathering.topics[id]?.hosts.contains($0) == true }
        guard isOwn != true, scene.caller.may(.proposeForOthers) else {
            return Response.seeOther(Route.proposal(scene.id, id.text).path)
        }
        return Response.seeOther(Route.console(scene.id, "topics").path + "?topic=\(id)#topic-\(id)")
    }

    @Sendable func wish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await request.form()
        return try await wish(form, weight: form.number("weight") ?? 1, context)
    }

    @Sendable func unwish(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await wish(try await request.form(), weight: nil, context)
    }

    private func wish(_ form: FormFields, weight: Int?, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let proposal: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        let acting = try context.acting(form, chance: parts.instance.chance)
        try await Wish(parts.instance)(proposal, weight: weight, in: id, acting) {
            [latecomers = parts.latecomers] in
            latecomers.wasTold(acting.device, of: $0, in: id, at: $1)
        }
        await console.rooms.marksChanged(in: id, by: acting.device, with: form["act"])
        return Response.seeOther(
            (Back(form, in: id)?.path ?? Route.topics(id.text).path) + "#topic-\(proposal)")
    }
}
