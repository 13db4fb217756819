internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Lookup
internal import Pages

/// Search over all gatherings: a plain address, so that a search can be kept and sent on.
struct ArchiveRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/archive", use: show)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try parts.searchCounts.take(
            context.device, from: parts.addressBlock(request, context), at: parts.instance.now().instant)
        let words = parts.renderer.phrases(LanguageWish(request).language(.du))
        let asked = ArchiveAsk(
            (try? FormFields(urlEncoded: (request.uri.query ?? "").utf8)) ?? FormFields([:]))
        let own = try await parts.belongings(of: context.device)
        guard asked.isWord else {
            return parts.page(
                ArchivePage(asked: asked.fields, finding: .noWord), in: words.language)
        }
        // One's own release is there at once.
        _ = await parts.lookup.caughtUp(within: parts.settings.lookupWaitMax)
        let result: SearchResult
        do {
            result = try await parts.lookup.search(asked.request(own: Set(own.map(\.id))))
        } catch LookupFault.building {
            return parts.page(
                ArchivePage(asked: asked.fields, finding: .building), in: words.language)
        }
        let views = ArchiveViews(words: words, towns: parts.scenes.towns)
        var page = views.page(asked, result)
        page.people = try await parts.people(asked.query, in: own, words)
        return parts.page(page, in: words.language)
    }
}

/// What the address asks for. Whatever stands there is taken as far as it makes sense.
struct ArchiveAsk {
    let fields: [String: String]
    let query: Query
    private let page: Int

    private static let lengthMax = 200

    init(_ form: FormFields) {
        var fields: [String: String] = [:]
        for name in ["q", "kind", "town", "year", "series"] {
            fields[name] = String(form.text(name).filter { $0 != "\0" }.prefix(Self.lengthMax))
        }
        self.fields = fields
        query = Query(form.text("q"))
        page = form.number("page") ?? 1
    }

    /// Something was typed, and none of it is a letter or digit.
    var isWord: Bool { !query.isEmpty || fields["q"]?.isBlank != false }

    func request(own: Set<Gathering.ID>) -> SearchRequest {
        let filter = Filter(
            kind: fields["kind"].flatMap(Holding.Kind.init), town: fields["town"].flatMap { TownKey($0) },
            year: fields["year"].flatMap { Int($0) }, series: fields["series"].flatMap(\.nonEmpty))
        return SearchRequest(query, filter: filter, own: own, page: page)
    }
}
