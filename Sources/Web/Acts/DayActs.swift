internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Phases, window, announcements, delays, undo: what a moderator does to the day.
struct DayActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        mountPhases(on: router)
        let verbs = VerbRoutes(pages: pages, needs: .moderate)
        let console: @Sendable (String) -> Route = { .console($0, "") }

        verbs.post("proposing", on: router, back: console) { call in
            try call.gathering.takeProposals(call.form.isOn("open"), by: call.caller)
        }
        verbs.post("heads", on: router, back: console) { call in
            try call.gathering.countHeads(call.form.number("count"), by: call.caller)
        }
        verbs.post("announcements", on: router, back: console) { call in
            try call.gathering.announce(AnnouncementText(call.form.text("text")), by: call.caller)
        }
        verbs.post("announcements/:id/withdrawal", on: router, back: console) { call in
            try call.gathering.takeBack(call.id(orRefuse: .nothingToUndo), by: call.caller)
        }
        verbs.post("picture", on: router, back: console) { call in
            let named = call.form.text("picture")
            guard let picture = Picture(rawValue: named) else {
                guard named.isEmpty else { throw FormFields.Misread.missing("picture") }
                return try call.gathering.project(nil, by: call.caller)
            }
            return try call.gathering.project(picture, by: call.caller)
        }
        verbs.post("delay", on: router, back: console) { call in
            let minutes = call.form.number("minutes") ?? 0
            return try call.gathering.shift(
                byMinutes: minutes, seen: call.form.seen, at: call.now, by: call.caller)
        }
    }

    private func mountPhases(on router: some RouterMethods<SiteContext>) {
        let enter = EnterPhase(pages.parts.instance)
        let turn = SetWindow(pages.parts.instance)
        router.post("/g/:gathering/phase") { request, context in
            try await pages.act(request, context, needs: .moderate, usual: { .console($0, "") }) {
                form, id, acting in
                guard let phase = Phase(rawValue: form.text("phase")) else {
                    throw FormFields.Misread.missing("phase")
                }
                try await enter(phase, in: id, acting)
                return nil
            }
        }
        let takeBack = TakeBackStep(pages.parts.instance)
        router.post("/g/:gathering/undo") { request, context in
            try await pages.act(request, context, needs: .moderate, usual: { .console($0, "") }) {
                form, id, acting in
                guard let step = form.number("step") else { throw Gathering.Refused.nothingToUndo }
                try await takeBack(step, in: id, acting)
                return nil
            }
        }
        router.post("/g/:gathering/window") { request, context in
            try await pages.act(request, context, needs: .moderate, usual: { .console($0, "") }) {
                form, id, acting in
                try await turn(open: form.isOn("open"), in: id, acting)
                return nil
            }
        }
    }
}
