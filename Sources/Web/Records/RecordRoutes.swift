internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal
internal import Pages

/// The record of a session: read by everybody once it is released, written by everybody who is there.
struct RecordRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/records/:id", use: read)
        router.get("/g/:gathering/records/:id/writing", use: form)
        router.post("/g/:gathering/records/:id/writing", use: write)
        router.post("/g/:gathering/records/:id/choice", use: choose)
        router.get("/g/:gathering/records/:id/history", use: history)
        router.post("/g/:gathering/records/:id/restoration", use: restore)
        router.post("/g/:gathering/records/:id/keeper", use: keep)
        router.post("/g/:gathering/records/:id/release", use: release)
        router.post("/g/:gathering/records/:id/release/withdrawal", use: withdraw)
    }

    @Sendable func read(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await parts.record(request, context)
        let wantsReleased = request.uri.queryParameters["released"] != nil
        // Looking for names opens what everybody told of themselves: only for whoever may let the record out.
        let names =
            view.mayRelease && !wantsReleased
            ? try await parts.instance.names(in: view.record, of: view.scene.gathering.id) : Record.Names()
        var page = view.page(names: names, act: parts.act(), wantsReleased: wantsReleased)
        page.group = try await parts.scenes.groups(in: view.scene)
            .line(of: view.session, isChatham: view.hidesPeople)
        return parts.page(page, in: view.scene.language)
    }

    @Sendable func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await parts.record(request, context)
        guard view.mayWrite else {
            return Response.seeOther(Route.joining(view.scene.id).path)
        }
        return parts.page(view.form(fields(view), act: parts.act()), in: view.scene.language)
            .keptForGoingBack()
    }

    @Sendable func write(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await parts.must(.write, in: context.gathering, context)
        let form = try await request.form(bytesMax: RecordForm.bytesMax)
        let view = try await parts.record(request, context)
        var typed = RecordForm(form, on: fields(view))
        do {
            let acting = try context.acting(form, chance: parts.instance.chance)
            var sheet = typed.sheet(view.scene.words)
            if sheet.isChatham == false, !view.maySwitchRule {
                sheet.isChatham = nil
                typed.leftRule = true
            }
            let left = try await WriteRecord(parts.instance)(
                sheet, to: view.session, in: view.scene.gathering.id, acting)
            typed.note(left, view.scene)
            guard typed.isKept else { return try await partlyKept(typed, view, request, context) }
            return Response.seeOther(Route.recordWriting(view.scene.id, view.session.text).path)
        } catch let error as TooMany {
            return refused(typed, view, view.scene.words.sentence(for: error), .tooManyRequests)
        } catch let error as Gathering.Refused {
            let sentence = view.scene.words.sentence(for: error, view.scene.refusalNames)
            let status: HTTPResponse.Status = error.kind == .invalid ? .unprocessableContent : .conflict
            return refused(typed, view, sentence, status)
        }
    }

    /// What could be kept is, together with what others wrote; the rest stands as it was typed, with the reason.
    private func partlyKept(
        _ typed: RecordForm, _ view: RecordScene, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let now = try await parts.record(request, context)
        var page = now.form(
            typed.again(on: fields(now), grownFrom: view.record.texts(at: typed.seen) ?? [:]),
            act: parts.act())
        if typed.leftRule {
            page.refused = now.scene.words.sentence(
                for: Gathering.Refused.notAllowed(.release), now.scene.refusalNames)
        }
        return parts.page(
            page, in: now.scene.language, status: typed.isInvalid ? .unprocessableContent : .conflict)
    }

    /// Nothing was kept.
    private func refused(
        _ typed: RecordForm, _ view: RecordScene, _ sentence: String, _ status: HTTPResponse.Status
    ) -> Response {
        var page = view.form(typed.fields, act: parts.act())
        page.refused = sentence
        page.head.revision = typed.seen
        return parts.page(page, in: view.scene.language, status: status)
    }

    private func fields(_ view: RecordScene) -> RecordFields {
        var chance = parts.instance.chance
        return view.fields(free: .random(using: &chance))
    }

    @Sendable func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, to: Route.recordWriting) { form, record, hand in
            guard let version = Record.Version(rawValue: form.text("version")),
                let clash = form.number("clash")
            else { throw FormFields.Misread.missing("version") }
            return try record.choose(version, of: clash, by: hand.caller)
        }
    }

    @Sendable func history(_ request: Request, _ context: SiteContext) async throws -> Response {
        let view = try await parts.record(request, context)
        guard view.mayWrite else { throw Gathering.Refused.notAllowed(.write) }
        let shown = request.uri.queryParameters["revision"].flatMap { Int($0) }
        let before = request.uri.queryParameters["before"].flatMap { Int($0) }
        return parts.page(
            view.history(shown: shown, before: before, act: parts.act()), in: view.scene.language)
    }

    @Sendable func restore(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, to: Route.record) { form, record, hand in
            try record.restore(form.number("revision") ?? -1, by: hand.caller)
        }
    }

    @Sendable func keep(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, to: Route.recordWriting, needs: .seat) { form, record, hand in
            try record.keep(form.isOn("keeps"), by: hand.caller)
        }
    }

    @Sendable func release(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        let session: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        let acting = try context.acting(form, chance: parts.instance.chance)
        try await ReleaseRecord(parts.instance)(
            session, seen: form.number("seen") ?? -1,
            confirmed: .init(form.all("confirmed"), unreadCount: form.number("unread") ?? 0), in: id, acting)
        return Response.seeOther(Route.record(id.text, session.text).path)
    }

    @Sendable func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context, to: Route.record, needs: .releasing) { _, record, hand in
            try record.withdrawRelease(isHost: hand.isHost, by: hand.caller)
        }
    }

    private func change(
        _ request: Request, _ context: SiteContext, to route: (String, String) -> Route,
        needs need: ChangeRecord.Need = .writing,
        verb: @escaping @Sendable (FormFields, Record, ChangeRecord.Hand) throws -> [Record.Change]
    ) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        let session: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        let acting = try context.acting(form, chance: parts.instance.chance)
        try await ChangeRecord(parts.instance)(session, in: id, acting, needs: need) {
            try verb(form, $0, $1)
        }
        return Response.seeOther(route(id.text, session.text).path)
    }
}

extension Parts {
    /// The record that the address names, for the device that asks.
    func record(_ request: Request, _ context: SiteContext) async throws -> RecordScene {
        let scene = try await scene(request, context)
        let session: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        try scene.gathering.mustHaveRecord(session)
        return try await scenes.record(of: session, in: scene)
    }
}

extension Parts {
    /// Who sits in a session finds its record there, and is asked when nobody has written yet.
    func withRecord(_ block: NowBlock?, _ scene: Scene) async throws -> NowBlock? {
        guard var block, let session = Proposal.ID(block.id), scene.caller.may(.write),
            scene.gathering.hasRecord(session)
        else { return block }
        let record = try await scenes.record(of: session, in: scene).record
        block.record = (
            Route.recordWriting(scene.id, session.text).path,
            scene.gathering.looksForKeeper(of: record, session)
        )
        return block
    }
}

extension Scenes {
    func record(of session: Proposal.ID, in scene: Scene) async throws -> RecordScene {
        let id = scene.gathering.id
        guard let name = Record.ID(of: session, in: id) else { throw Gathering.Refused.noSuchProposal }
        let desk = try await instance.records.desk(name)
        // Both at once: an old text under a new stamp would never be looked at again.
        let (record, version) = await desk.readVersion { ($0, $1) }
        let keys = instance.keys(of: id)
        return RecordScene(scene, session, record, stamp: "\(version.value)") { keys.open($0) }
    }
}
