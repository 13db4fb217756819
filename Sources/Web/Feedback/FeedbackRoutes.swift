internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// Four words at the end: asked on the phone, and in the end shown to everybody.
struct FeedbackRoutes {
    let parts: Parts
    let rooms: LiveRooms

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/feedback", use: show)
        router.post("/g/:gathering/feedback", use: answer)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        return parts.page(FeedbackPage(scene.frame(.beside), scene.feedbackState), in: scene.language)
    }

    /// The act's id ends here: it counts against the device's bound, and nothing keeps it.
    @Sendable func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.gathering
        try await parts.instance.mustTakeFeedback(of: context.device, in: id)
        let form = try await request.form()
        let scene = try await parts.scene(request, context)
        var typed = PaperForm(form)
        do {
            let device = try context.acting(form, chance: parts.instance.chance).device
            guard let paper = typed.paper(scene.words) else {
                return page(typed, scene, status: .unprocessableContent)
            }
            try await DropPaper(parts.instance)(paper, in: id, from: device)
        } catch let refused as TooMany {
            typed.refused = scene.words.sentence(for: refused)
            return page(typed, scene, status: .tooManyRequests)
        }
        await rooms.changed(in: id)
        return Response.seeOther(Route.feedback(id.text).path)
    }

    private func page(_ typed: PaperForm, _ scene: Scene, status: HTTPResponse.Status) -> Response {
        var form = scene.feedbackForm
        form.words = typed.words
        form.sentence = typed.sentence
        form.errors = typed.errors
        form.refused = typed.refused
        return parts.page(
            FeedbackPage(scene.frame(.beside), .form(form)), in: scene.language, status: status)
    }
}

/// What somebody typed, and what was wrong with it.
struct PaperForm {
    let words: [String]
    let sentence: String
    private(set) var errors: [String: String] = [:]
    var refused: String?

    init(_ form: FormFields) {
        words = FeedbackForm.wordNames.map { form.text($0) }
        sentence = form.text(FeedbackSentenceKind.field)
    }

    /// Nil when something is refused; then it stands beside its field.
    mutating func paper(_ phrases: Phrases) -> Paper? {
        var said: [FeedbackWord] = []
        for (name, typed) in zip(FeedbackForm.wordNames, words) {
            said += take(name, phrases) { try FeedbackWord.words(in: typed) } ?? []
        }
        var own: FeedbackSentence?
        if !sentence.isBlank {
            let typed = sentence
            own = take(FeedbackSentenceKind.field, phrases) { try FeedbackSentence(typed) }
        }
        guard errors.isEmpty else { return nil }
        return take(FeedbackForm.wordNames[0], phrases) { try Paper(words: said, sentence: own) }
    }

    private mutating func take<Value>(
        _ field: String, _ phrases: Phrases, _ parse: () throws -> Value
    ) -> Value? {
        do {
            return try parse()
        } catch let refused as TextRefused {
            errors[field] = phrases.sentence(for: refused)
        } catch let refused as PaperRefused {
            errors[field] = phrases.sentence(for: refused)
        } catch {
            errors[field] = phrases["refused.unknown"]
        }
        return nil
    }
}
