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
            let page = StartPage(typedCode: String(typed.prefix(40)), refused: words["refused.codeAtStart"])
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
                StartPage(refused: words["refused.codeAtStart"]), in: words.language, status: .notFound)
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
        let acting = try context.acting(form, chance: parts.instance.chance)
        let found = try await parts.attempts.guess(
            parts.guesser(request, context, in: id), at: parts.instance.now().instant
        ) {
            try await comeBack(with: typed, in: id, acting)
        }
        guard found != nil else {
            let scene = try await parts.scenes.scene(id, for: context.device, speaking: LanguageWish(request))
            var page = scene.joinPage(ProfileForm.empty(parts.scenes.towns), code: "", act: parts.act())
            page.typedReturnCode = String(typed.prefix(40))
            page.returnRefused = scene.words["refused.wrongCode"]
            return parts.page(page, in: scene.language, status: .unprocessableContent)
        }
        return Response.seeOther(Route.gathering(id.text).path)
    }

    /// Nil when the code is nobody's.
    private func comeBack(with typed: String, in id: Gathering.ID, _ acting: Acting) async throws
        -> Participant.ID?
    {
        do {
            guard let code = JoinCode(typed) else { return nil }
            return try await ReturnWithCode(parts.instance)(code, in: id, acting)
        } catch Access.Refused.wrongCode {
            return nil
        }
    }

    private func seat(
        _ request: Request, _ context: SiteContext, _ id: Gathering.ID, code: String
    ) async throws -> Response {
        let scene = try await parts.scenes.scene(id, for: context.device, speaking: LanguageWish(request))
        if scene.caller.participant != nil { return Response.seeOther(Route.gathering(id.text).path) }
        var page = scene.joinPage(ProfileForm.empty(parts.scenes.towns), code: code, act: parts.act())
        page.hasLeft = request.uri.queryParameters["left"] != nil
        return parts.page(page, in: scene.language)
    }

    /// Lets nobody guess for ever. The code that hangs on the wall passes where others of its gathering are.
    private func gathering(
        withCode code: JoinCode, _ request: Request, _ context: SiteContext
    ) async throws -> Gathering.ID? {
        let now = parts.instance.now().instant
        let guesser = parts.guesser(request, context)
        let digest = parts.instance.secret.digest(code)
        return try await parts.attempts.guess(
            guesser, at: now, passes: { parts.attempts.isHome($0, of: guesser.block, at: now) }
        ) {
            try await parts.instance.gathering(withCode: digest)
        }
    }
}

extension Parts {
    /// `gathering`: whose personal codes are guessed.
    func guesser(
        _ request: Request, _ context: SiteContext, in gathering: Gathering.ID? = nil
    ) -> Attempts.Guesser {
        Attempts.Guesser(
            device: context.device, block: addressBlock(request, context), gathering: gathering)
    }

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
        var card = GatheringCard(
            id: id, name: facts.title.text, date: dateText, venue: facts.venue.text, seatedCount: seated,
            placeCount: max(30, seated + 3))
        card.series = seriesLine
        card.isOver = gathering.day.phase == .ended
        card.funding = facts.funding
        let controllers = gathering.programme.organisers.map(\.name.text)
        return JoinPage(card, form: person, controllers: controllers, code: code, act: act)
    }
}
