internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// One call of a gathering's verb: what was typed, what the address names, and the gathering as it is.
struct VerbCall {
    let form: FormFields
    let named: Named
    let gathering: Gathering
    let caller: Caller
    let now: Now
    let device: Device.ID

    /// What the address names behind the gathering, like the 7 in `proposals/7/hands`.
    struct Named: Sendable {
        let text: String?
    }

    func id<Of>(orRefuse refused: Gathering.Refused) throws -> Identifier<Of> {
        guard let id = named.text.flatMap({ Identifier<Of>($0) }) else { throw refused }
        return id
    }

    var proposal: Proposal.ID {
        get throws { try id(orRefuse: .noSuchProposal) }
    }
}

typealias Verb = @Sendable (VerbCall) throws -> [Gathering.Change]

/// Mounts a gathering's verbs: each is an address to post to, answered by going back to where it was done.
struct VerbRoutes: Sendable {
    let pages: ConsolePages
    /// Asked for before the form is looked at; nil where the verb alone knows who may.
    let needs: Right?

    /// `back`: where such acts are done, when neither form nor browser say.
    func post(
        _ path: String, on router: some RouterMethods<SiteContext>,
        back: @escaping @Sendable (String) -> Route,
        verb: @escaping Verb
    ) {
        let change = ChangeGathering(pages.parts.instance)
        router.post("/g/:gathering/\(path)") { request, context in
            let named = VerbCall.Named(text: context.parameters.get("id"))
            return try await pages.act(request, context, needs: needs, usual: back) { form, id, acting in
                try await change(id, acting) { gathering, caller, now in
                    try verb(
                        VerbCall(
                            form: form, named: named, gathering: gathering, caller: caller, now: now,
                            device: acting.device))
                }
                return nil
            }
        }
    }
}

/// Where a form wants to return to: a page of the same gathering, never anything else.
struct Back {
    let path: String

    init?(_ form: FormFields, in gathering: Gathering.ID) {
        guard let path = form["back"], path == "/g/\(gathering)" || path.hasPrefix("/g/\(gathering)/"),
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }), !path.contains("//")
        else { return nil }
        self.path = path
    }
}
