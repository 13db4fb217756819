internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// A refused act with what was typed, so that the page it was done on can say so and keep it.
struct RefusedAct: Error {
    let cause: any Error
    let form: FormFields
    /// Where the form goes, below the gathering: `rooms/3`.
    let action: String
    /// The page it was sent from.
    let page: String
}

extension VerbCall {
    /// The page a form was sent from: as the form says, or the browser, or where such acts are done.
    static func page(_ request: Request, _ form: FormFields, in id: Gathering.ID, _ usual: Route) -> String {
        if let back = Back(form, in: id) { return back.path }
        guard let referer = request.headers[.referer].map(Self.pathAndQuery),
            ConsoleAsk(path: referer, in: id) != nil
        else { return usual.path }
        return referer
    }

    /// Without scheme and host: whose page it was is known from the session cookie's own origin.
    private static func pathAndQuery(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address }
        return String(address[scheme.upperBound...].drop { $0 != "/" })
    }
}

extension ConsolePages {
    /// Does an act of a moderator's form, and goes back to the page it was done on. Refused, that page is shown again
    /// with the sentence and with what was typed.
    ///
    /// `needs`: the right that is asked for before anything is said about what was typed; nil where the verb alone
    /// knows whose act it is.
    func act(
        _ request: Request, _ context: SiteContext, needs right: Right?, usual: (String) -> Route,
        _ body: (FormFields, Gathering.ID, Acting) async throws -> Response?
    ) async throws -> Response {
        let form = try await request.form()
        return try await act(form, request, context, needs: right, usual: usual) {
            try await body(form, $0, $1)
        }
    }

    /// The same for a form that was read already.
    func act(
        _ form: FormFields, _ request: Request, _ context: SiteContext, needs right: Right?,
        usual: (String) -> Route, _ body: (Gathering.ID, Acting) async throws -> Response?
    ) async throws -> Response {
        let id = try context.gathering
        let page = VerbCall.page(request, form, in: id, usual(id.text))
        do {
            if let right { try await parts.must(right, in: id, context) }
            let done = try await body(id, context.acting(form, chance: parts.instance.chance))
            // What is refused to pretend people is no fault of the moderator's; the next act lets them try again.
            if id.isRehearsal { try? await PlayAlong(parts.instance)(in: id) }
            return done ?? Response.seeOther(ConsoleAsk(path: page, in: id)?.pathAfterAct(in: id) ?? page)
        } catch let refused as any Refusal {
            throw RefusedAct(cause: refused, form: form, action: Self.action(request, in: id), page: page)
        }
    }

    static func action(_ request: Request, in id: Gathering.ID) -> String {
        let home = Route.gathering(id.text).path + "/"
        return request.uri.path.hasPrefix(home) ? String(request.uri.path.dropFirst(home.count)) : ""
    }

    /// The console's page with the sentences; nil when it was not done there, or the visitor may not see it.
    ///
    /// `sentences`: one for each of what was refused.
    func answer(_ refused: RefusedAct, sentences: [String], _ scene: Scene) async throws -> Response? {
        guard let cause = refused.cause as? any Refusal, cause.kind != .forbidden,
            scene.caller.may(.moderate),
            let ask = ConsoleAsk(path: refused.page, in: scene.gathering.id)
        else { return nil }

        var errors: [String: String] = [:]
        var fieldless: [String] = []
        for (refusal, sentence) in zip(cause.each, sentences) {
            if let field = RefusedAct.field(of: refusal), refused.form[field] != nil {
                errors[field] = sentence
            } else {
                fieldless.append(sentence)
            }
        }
        var note = ConsoleNote()
        note.form = .init(path: refused.action, typed: Typed(refused.form.typed, errors: errors))
        // Several of them say nothing without their fields, which the form names.
        note.refused =
            sentences.count == 1
            ? sentences[0]
            : ([scene.words("refusal.problems", count: sentences.count)] + fieldless).joined(separator: " ")
        let status = cause is TooMany ? .tooManyRequests : HTTPResponse.Status(code: cause.kind.status)
        return try await show(ask, scene, note, status: status)
    }
}

extension Parts {
    /// Who may not do something at all hears nothing about the fields of its form. The verb asks again.
    func must(_ right: Right, in id: Gathering.ID, _ context: SiteContext) async throws {
        guard try await instance.gatherings.read(id, { $0.exists }) else {
            throw Gathering.Refused.noSuchGathering
        }
        guard try await instance.caller(context.device, in: id).may(right) else {
            throw Gathering.Refused.notAllowed(right)
        }
    }
}

extension RefusedAct {
    /// The field a refusal belongs to.
    fileprivate static func field(of refusal: any Refusal) -> String? {
        switch refusal {
        case let refused as TextRefused: refused.field
        case let refused as TimeRefused: refused.field
        case is DateRefused: "date"
        case is TooManyHashtags: HashtagKind.field
        case Gathering.Refused.outOfRange("heads", _, _), Gathering.Refused.outOfRange("hands", _, _): "count"
        case Gathering.Refused.outOfRange(let field, _, _): field
        case Gathering.Refused.roomNamedAlike: RoomNameKind.field
        case Gathering.Refused.noEmail: EmailKind.field
        case Gathering.Refused.slotsOverlap, Gathering.Refused.afterMidnight: "start"
        case Gathering.Refused.noSuchHost: "host"
        case Gathering.Refused.namedOtherwise: DeletionPage.titleField
        default: nil
        }
    }
}

extension RefusalKind {
    var status: Int {
        switch self {
        case .notFound: 404
        case .forbidden: 403
        case .conflict: 409
        case .invalid: 422
        }
    }
}
