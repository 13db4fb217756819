internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// The next edition of a series.
struct EditionActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        router.post("/g/:gathering/next", use: create)
    }

    @Sendable func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, needs: .prepare, usual: { .console($0, "prepare") }) {
            form, id, acting in
            let next = try await CreateNextEdition(pages.parts.instance)(after: id, acting) { facts in
                // The one before has a date too: nobody's next edition is on that day.
                guard form["date"] != nil else { throw DateRefused() }
                facts = try Facts(form, changing: facts)
            }
            return Response.seeOther(Route.console(next.text, "prepare").path)
        }
    }
}
