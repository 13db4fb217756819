internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// The phone's other pages: now, my plan, people, my profile, leaving.
struct DayRoutes {
    let parts: Parts
    let rooms: LiveRooms

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering", use: now)
        router.get("/g/:gathering/plan", use: plan)
        router.post("/g/:gathering/sessions/:id/attendance", use: go)
        router.post("/g/:gathering/sessions/:id/attendance/withdrawal", use: stayAway)
        router.get("/g/:gathering/people", use: people)
        router.get("/g/:gathering/profile", use: profile)
        router.post("/g/:gathering/profile", use: setProfile)
        router.post("/g/:gathering/profile/devices/removal", use: signOutOthers)
        router.get("/g/:gathering/departure", use: askToLeave)
        router.post("/g/:gathering/departure", use: leave)
    }

    @Sendable func now(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard scene.isInside || scene.layout != nil else {
            return Response.seeOther(Route.joining(scene.id).path)
        }
        var page = scene.nowPage(acts: parts.acts())
        page.mine = try await parts.withRecord(page.mine, scene)
        return parts.page(page, in: scene.language)
    }

    @Sendable func plan(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard scene.caller.participant != nil else {
            let page = BoardListPage(
                scene.frame(.plan), quality: nil,
                slots: scene.layout == nil ? [] : scene.slotLists(acts: parts.acts()))
            return parts.page(page, in: scene.language)
        }
        var page = scene.planPage(acts: parts.acts())
        page.now = try await parts.withRecord(page.now, scene)
        return parts.page(page, in: scene.language)
    }

    @Sendable func go(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await choose(true, request, context)
    }

    @Sendable func stayAway(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await choose(false, request, context)
    }

    private func choose(_ goes: Bool, _ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        let session: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
        let acting = try context.acting(form, chance: parts.instance.chance)
        try await GoThere(parts.instance)(session, goes: goes, in: id, acting)
        await rooms.marksChanged(in: id, by: acting.device, with: form["act"])
        return Response.seeOther(Back(form, in: id)?.path ?? Route.plan(id.text).path)
    }

    @Sendable func people(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard scene.caller.may(.seeNames) else { return Response.seeOther(Route.joining(scene.id).path) }
        return parts.page(scene.peoplePage(townCountMax: parts.scenes.towns.towns.count), in: scene.language)
    }

    @Sendable func profile(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard let own = scene.caller.participant else {
            return Response.seeOther(Route.joining(scene.id).path)
        }
        let person = ProfileForm.form(scene.labels.profile(of: own), parts.scenes.towns)
        return try await profilePage(
            scene, own, person, saved: request.uri.queryParameters["saved"] != nil)
    }

    @Sendable func setProfile(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard let own = scene.caller.participant else { throw Gathering.Refused.notAllowed(.leave) }
        let form = try await request.form()
        var typed = ProfileForm(form, parts.scenes.towns)
        do {
            try await SetProfile(parts.instance)(
                typed.profile(), of: own, in: scene.gathering.id,
                context.acting(form, chance: parts.instance.chance))
        } catch {
            guard typed.note(error, scene.words) else { throw error }
            return try await profilePage(scene, own, typed.person, status: .unprocessableContent)
        }
        return Response.seeOther(Route.profile(scene.id).path + "?saved")
    }

    @Sendable func signOutOthers(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        try await SignOutOthers(parts.instance)(
            as: .participant, in: id, context.acting(form, chance: parts.instance.chance))
        return Response.seeOther(Route.profile(id.text).path + "?saved")
    }

    @Sendable func askToLeave(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        guard let own = scene.caller.participant else {
            return Response.seeOther(Route.joining(scene.id).path)
        }
        let topics = scene.gathering.topics.open.filter { $0.hosts == [own] }
        var page = LeavePage(
            scene.frame(.beside), ownTopics: topics.map(\.content.title.text), act: parts.act())
        page.isOnBoard = topics.contains { scene.layout?.placements[$0.id] != nil }
        return parts.page(page, in: scene.language)
    }

    @Sendable func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        let caller = try await parts.instance.caller(context.device, in: id)
        if let own = caller.participant {
            try await LeaveGathering(parts.instance)(
                own, .leaving, in: id, context.acting(form, chance: parts.instance.chance))
            parts.kept.forget(id)
            await rooms.letGo(of: own, in: id)
        }
        return Response.seeOther(Route.joining(id.text).path + "?left")
    }

    private func profilePage(
        _ scene: Scene, _ own: Participant.ID, _ person: PersonForm, saved: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let serial = try await parts.instance.access.read(scene.gathering.id) {
            $0.personalCodes[own]?.serial ?? 1
        }
        let code = parts.instance.secret.personalCode(of: own, in: scene.gathering.id, serial: serial)
        var page = ProfilePage(
            scene.frame(.beside), form: person, personalCode: code.spoken, act: parts.act(), saved: saved)
        page.groups = try await parts.scenes.groups(in: scene).ownGroups(act: parts.act())
        return parts.page(page, in: scene.language, status: status)
    }
}
