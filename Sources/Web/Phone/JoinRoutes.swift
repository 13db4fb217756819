internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal
internal import Pages

/// The way in: a code, a QR, a seat; and back in from another device.
struct JoinRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/", use: start)
        router.post("/code", use: find)
        router.get("/j/:code", use: open)
        router.get("/g/:gathering/join", use: show)
        router.post("/g/:gathering/participants", use: join)
        router.post("/g/:gathering/return", use: comeBack)
    }

    @Sendable func start(_ request: Request, _ context: SiteContext) async throws -> Response {
        parts.page(StartPage(), in: LanguageWish(request).language(.du))
    }

    /// A mistyped code is told at the field, with what was typed.
    @Sendable func find(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await request.form()
        let words = parts.renderer.phrases(LanguageWish(request).language(.du))
        let typed = form.text("code")
        guard let code = JoinCode(typed), try await gathering(withCode: code, request, context) != nil else {
            let page = StartPage(typedCode: String(typed.prefix(40)), refused: words["refused.wrongCode"])
            return parts.page(page, in: words.language, status: .unprocessableContent)
        }
        return Response.seeOther(Route.join(code: code.text).path)
    }

    @Sendable func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let code = context.parameters.get("code").flatMap({ JoinCode($0) }),
            let id = try await gathering(withCode: code, request, context)
        else {
            let words = parts.renderer.phrases(LanguageWish(request).language(.du))
            return parts.page(
                StartPage(refused: words["refused.wrongCode"]), in: words.language, status: .notFound)
        }
        return try await seat(request, context, id, code: code.text)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await seat(request, context, context.gathering, code: "")
    }

    @Sendable func join(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        let scene = try await parts.scenes.scene(id, for: context.device, speaking: LanguageWish(request))
        var typed = ProfileForm(form, parts.scenes.towns)
        do {
            let profile = try typed.profile()
            _ = try await JoinGathering(parts.instance)(
                profile, in: id, context.acting(form, chance: parts.instance.chance))
        } catch {
            guard typed.note(error, scene.words) else { throw error }
            let page = scene.joinPage(typed.person, code: form.text("code"), act: parts.act())
            return parts.page(page, in: scene.language, status: .unprocessableContent)
        }
        return Response.seeOther(Route.gathering(id.text).path)
    }

    @Sendable func comeBack(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        let form = try await request.form()
        let typed = form.text("personalCode")
        let now = parts.instance.now().instant
        let block = parts.addressBlock(request, context)
        try parts.attempts.mustBeFree(block, at: now)
        do {
            guard let code = JoinCode(typed) else { throw Access.Refused.wrongCode }
            _ = try await ReturnWithCode(parts.instance)(
                code, in: id, context.acting(form, chance: parts.instance.chance))
        } catch Access.Refused.wrongCode {
            parts.attempts.wrong(block, at: now)
            let scene = try await parts.scenes.scene(id, for: context.device, speaking: LanguageWish(request))
            var page = scene.joinPage(ProfileForm.empty(parts.scenes.towns), code: "", act: parts.act())
            page.typedReturnCode = String(typed.prefix(40))
            page.returnRefused = scene.words["refused.wrongCode"]
            return parts.page(page, in: scene.language, status: .unprocessableContent)
        }
        return Response.seeOther(Route.gathering(id.text).path)
    }

    private func seat(
        _ request: Request, _ context: SiteContext, _ id: Gathering.ID, code: String
    ) async throws -> Response {
        let scene = try await parts.scenes.scene(id, for: context.device, speaking: LanguageWish(request))
        if scene.caller.participant != nil { return Response.seeOther(Route.gathering(id.text).path) }
        let page = scene.joinPage(ProfileForm.empty(parts.scenes.towns), code: code, act: parts.act())
        return parts.page(page, in: scene.language)
    }

    /// Counts wrong codes, and lets nobody try for ever.
    private func gathering(
        withCode code: JoinCode, _ request: Request, _ context: SiteContext
    ) async throws -> Gathering.ID? {
        let now = parts.instance.now().instant
        let block = parts.addressBlock(request, context)
        try parts.attempts.mustBeFree(block, at: now)
        let digest = parts.instance.secret.digest(code)
        for house in [House.theOne, House.ofRehearsals] {
            if let id = try await parts.instance.house.read(house, { $0.gathering(withCode: digest) }) {
                return id
            }
        }
        parts.attempts.wrong(block, at: now)
        return nil
    }
}

extension Parts {
    func addressBlock(_ request: Request, _ context: SiteContext) -> String {
        AddressBlock(
            context.remoteAddress, forwarded: request.headers[.forwardedFor],
            trustedProxies: settings.trustedProxies
        ).text
    }
}

extension Scene {
    func joinPage(_ person: PersonForm, code: String, act: String) -> JoinPage {
        let seated = gathering.attendees.presentCount
        let card = GatheringCard(
            id: id, name: facts.title.text, date: dateText, venue: facts.venue.text, seatedCount: seated,
            placeCount: max(30, seated + 3))
        let controllers = gathering.programme.organisers.map(\.name.text).joined(separator: ", ")
        return JoinPage(card, form: person, controllers: controllers, code: code, act: act)
    }
}
