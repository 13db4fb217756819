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
        try await pages.act(request, context, needs: .forget, usual: { .console($0, "prepare") }) {
            form, id, acting in
            let instance = pages.parts.instance
            let rehearsal = instance.rehearsal(of: id)
            try await ForgetGathering(instance)(id, named: form.text(DeletionPage.titleField), acting)
            for gone in [id, rehearsal].compactMap(\.self) { await pages.letGo(of: gone) }
            return Response.seeOther(Route.organiser.path)
        }
    }
}
