internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// The organiser's start: own gatherings, and a new one in under a minute.
struct OrganiserRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/organiser", use: show)
        router.post("/gatherings", use: create)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let words = parts.renderer.phrases(LanguageWish(request).language(.du))
        let own = try await gatherings(of: context.device, words.language)
        let mayCreate = try await parts.instance.caller(context.device, in: Access.house).may(.prepare)
        guard mayCreate || !own.isEmpty else {
            let page = RefusalPage(.forbidden, sentence: words["view.noHouse"])
            return parts.page(page, in: words.language, status: .forbidden)
        }
        return parts.page(page(own, mayCreate: mayCreate), in: words.language)
    }

    @Sendable func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await request.form()
        guard try await parts.instance.caller(context.device, in: Access.house).may(.prepare) else {
            throw Gathering.Refused.notAllowed(.prepare)
        }
        let typed = CreationForm(form)
        do {
            let draft = try typed.draft()
            let acting = try context.acting(form, chance: parts.instance.chance)
            let id = try await CreateGathering(parts.instance)(draft, acting)
            return Response.seeOther(Route.console(id.text, "").path)
        } catch let refused as any Refusal where refused.kind != .forbidden {
            let words = parts.renderer.phrases(LanguageWish(request).language(.du))
            let page = page(
                try await gatherings(of: context.device, words.language),
                refused: typed.sentence(refused, words),
                typed: typed.typed(refused, words))
            return parts.page(page, in: words.language, status: .unprocessableContent)
        }
    }

    private func page(
        _ own: [OwnGathering], mayCreate: Bool = true, refused: String? = nil, typed: Typed? = nil
    ) -> OrganiserPage {
        OrganiserPage(
            gatherings: own, acts: ActSeed(parts.act()), date: Scene.field(parts.instance.now().date),
            towns: parts.scenes.towns.options, mayCreate: mayCreate, refused: refused, typed: typed)
    }

    /// Where this device organises or moderates, newest first.
    private func gatherings(of device: Device.ID?, _ language: Language) async throws -> [OwnGathering] {
        guard let device else { return [] }
        var own: [OwnGathering] = []
        for id in try await parts.instance.listed().reversed() {
            guard try await parts.instance.caller(device, in: id).may(.moderate),
                let gathering = try await listed(id, language)
            else { continue }
            own.append(gathering)
        }
        return own
    }

    private func listed(_ id: Gathering.ID, _ language: Language) async throws -> OwnGathering? {
        try await parts.instance.gatherings.read(id) { gathering in
            guard let facts = gathering.programme.facts else { return nil }
            let date = facts.date
            let day = CalendarDay(year: date.year, month: date.month, day: date.day)
            return OwnGathering(
                id: id.text, title: facts.title.text, date: day.map(Formats(language).longDate) ?? "\(date)",
                venue: facts.venue.text, phase: gathering.day.phase,
                hereCount: gathering.attendees.presentCount,
                isRehearsal: id.isRehearsal)
        }
    }
}
