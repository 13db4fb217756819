internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal
internal import Logging
internal import Pages

/// The one place that turns errors into answers: a sentence for the visitor, one log line for the operator.
struct ErrorPages: RouterMiddleware {
    typealias Context = SiteContext

    let parts: Parts
    let console: ConsolePages

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return await answer(error, request, context)
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ context: SiteContext) async -> Response {
        let scene = try? await parts.scene(request, context)
        let words = scene?.words ?? parts.renderer.phrases(LanguageWish(request).language(.du))
        let back = Self.back(request, scene)
        if let act = error as? RefusedAct, let scene, let refused = act.cause as? any Refusal,
            let answer = try? await console.answer(
                act,
                sentences: refused.each.map { Self.sentence($0, words, scene) ?? words["refused.unknown"] },
                scene)
        {
            return answer
        }
        let error = (error as? RefusedAct)?.cause ?? error
        parts.refusalLog.note(
            error, of: try? context.gathering, at: parts.instance.now().instant, context.logger)
        let page: RefusalPage
        switch error {
        case is any Refusal where isForgotten(context): page = RefusalPage(.deleted)
        case is ForgettingRefused: page = RefusalPage(.deleted)
        case FormFields.Misread.tooLarge: page = RefusalPage(.tooLarge, back: back)
        case let refused as TooMany:
            page = RefusalPage(
                .tooMany(waitSeconds: refused.secondsLeft), back: back,
                sentence: Self.sentence(refused, words, scene))
        case let refused as any Refusal: page = Self.page(refused, words, scene, back)
        case let error as any HTTPResponseError where error.status.code < 500:
            page = RefusalPage(error.status == .contentTooLarge ? .tooLarge : .notFound, back: back)
        case DeskFault.busy, DeskFault.contended, DeskFault.closed, DeskFault.journal:
            page = fault(error, request, context) { .unavailable(number: $0) }
        default: page = fault(error, request, context) { .fault(number: $0) }
        }
        var response = parts.page(page, in: words.language, status: .init(code: page.reason.status))
        if case .tooMany(let seconds) = page.reason { response.headers[.retryAfter] = "\(seconds)" }
        if case Gathering.Refused.alreadyAnswered = error { response.headers[.outbox] = OutboxAnswers.said }
        if case .deleted = page.reason { response.headers[.outbox] = OutboxAnswers.gone }
        return response
    }

    /// Whatever is asked of a gathering that was deleted has one answer.
    private func isForgotten(_ context: SiteContext) -> Bool {
        (try? context.gathering).map(parts.instance.hasForgotten) ?? false
    }

    /// Logged in full once; the visitor gets the number that finds the line.
    private func fault(
        _ error: any Error, _ request: Request, _ context: SiteContext,
        _ reason: (String) -> RefusalPage.Reason
    ) -> RefusalPage {
        var chance = parts.instance.chance
        let number = String(randomLength: 8, using: &chance)
        // The address's pattern: an address itself may hold a code or a link's secret.
        var metadata: Logger.Metadata = [
            "number": "\(number)", "method": "\(request.method)", "error": "\(error)",
            "address": "\(context.endpointPath ?? "none")",
        ]
        if let gathering = try? context.gathering { metadata["gathering"] = "\(gathering)" }
        context.logger.error("A request failed.", metadata: metadata)
        return RefusalPage(reason(number))
    }

    private static func page(_ refused: any Refusal, _ words: Phrases, _ scene: Scene?, _ back: Route)
        -> RefusalPage
    {
        let sentence = sentence(refused, words, scene)
        return switch refused.kind {
        case .notFound: RefusalPage(.notFound, back: back, sentence: sentence)
        case .forbidden: RefusalPage(.forbidden, back: back, sentence: sentence)
        case .conflict, .invalid:
            RefusalPage(isGone(refused) ? .gone : .refusedAct, back: back, sentence: sentence)
        }
    }

    private static func isGone(_ refused: any Refusal) -> Bool {
        switch refused as? Access.Refused {
        case .linkRevoked, .linkExpired, .linkUsed: true
        default: false
        }
    }

    private static func sentence(_ refused: any Refusal, _ words: Phrases, _ scene: Scene?) -> String? {
        switch refused {
        case let refused as Gathering.Refused: words.sentence(for: refused, scene?.refusalNames ?? .none)
        case let refused as Access.Refused: words.sentence(for: refused)
        case let refused as TextRefused: words.sentence(for: refused)
        case let several as SeveralRefused:
            several.refusals.compactMap { sentence($0, words, scene) }.joined(separator: " ")
        case let refused as PaperRefused: words.sentence(for: refused)
        case let refused as TooMany: words.sentence(for: refused)
        case is TimeRefused: words["refused.time"]
        case is DateRefused: words["refused.date"]
        case is BlindUntilClosed: words["view.blindUntilClosed"]
        case is TooManyHashtags: words["refused.tooManyHashtags"]
        case is SameOrigin.Refused: words["refused.anotherOrigin"]
        case FormFields.Misread.notUTF8: words["refused.notUTF8"]
        case FormFields.Misread.missing: words["refused.missing"]
        default: nil
        }
    }

    /// Back to the page the act was done on, as far as the browser says.
    private static func back(_ request: Request, _ scene: Scene?) -> Route {
        scene.map { $0.caller.may(.moderate) ? .console($0.id, "") : .gathering($0.id) } ?? .start
    }
}
