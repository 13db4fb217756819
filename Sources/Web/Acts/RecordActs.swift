internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Asking for a record.
struct RecordActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        let ask = AskForRecord(pages.parts.instance)
        router.post("/g/:gathering/records/:id/request") { request, context in
            let session: Proposal.ID = try context.id(orRefuse: .noSuchProposal)
            return try await pages.act(
                request, context, needs: .moderate, usual: { .console($0, "records") }
            ) { _, id, acting in
                // What everybody hears is in the gathering's own language.
                let scene = try await pages.parts.scenes.scene(
                    id, for: nil, speaking: LanguageWish(chosen: "de", accepted: nil))
                let title = String(scene.title(of: session).prefix(AnnouncementKind.lengthMax - 60))
                let text = scene.words("record.askNow", ["title": title])
                try await ask(session, saying: AnnouncementText(text), in: id, acting)
                return nil
            }
        }
    }
}
