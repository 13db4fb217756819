internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// A gathering is deleted as a whole.
struct DeletionActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        router.post("/g/:gathering/deletion", use: delete)
    }

    @Sendable func delete(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await pages.act(request, context, usual: { .console($0, "prepare") }) { form, id, acting in
            let forget = ForgetGathering(pages.parts.instance)
            try await forget(id, named: form.text(DeletionPage.titleField), acting)
            await pages.letGo(of: id)
            return Response.seeOther(Route.organiser.path)
        }
    }
}
