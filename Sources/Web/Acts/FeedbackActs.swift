internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Opening, closing, hiding and showing: what a moderator does to the feedback.
struct FeedbackActs {
    let pages: ConsolePages

    private typealias Verb =
        @Sendable (FormFields, Int, Feedback, Caller) throws -> [Feedback.Change]

    func mount(on router: some RouterMethods<SiteContext>) {
        post("feedback/opening", .moderate, on: router) { try $2.open(by: $3) }
        post("feedback/opening/withdrawal", .moderate, on: router) { try $2.putOff(by: $3) }
        post("feedback/release", .moderate, on: router) { try $2.release(by: $3) }
        post("feedback/release/withdrawal", .moderate, on: router) { try $2.withdrawRelease(by: $3) }
        post("feedback/words/:id", .keepOrder, on: router) {
            try $2.setWord($1, hidden: $0.isOn("hidden"), by: $3)
        }
        post("feedback/sentences/:id", .keepOrder, on: router) {
            try $2.setSentence($1, hidden: $0.isOn("hidden"), by: $3)
        }
        let close = CloseFeedback(pages.parts.instance)
        router.post("/g/:gathering/feedback/close") { request, context in
            try await pages.act(request, context, needs: .moderate, usual: Self.console) { _, id, acting in
                try await close(in: id, acting)
                return nil
            }
        }
    }

    private static let console: @Sendable (String) -> Route = { .console($0, "feedback") }

    private func post(
        _ path: String, _ right: Right, on router: some RouterMethods<SiteContext>, verb: @escaping Verb
    ) {
        let change = ChangeFeedback(pages.parts.instance)
        router.post("/g/:gathering/\(path)") { request, context in
            let number = context.parameters.get("id").flatMap { Int($0) } ?? 0
            return try await pages.act(request, context, needs: right, usual: Self.console) {
                form, id, acting in
                try await change(id, acting) { try verb(form, number, $0, $1) }
                return nil
            }
        }
    }
}
