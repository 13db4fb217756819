internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Phases, window, announcements, delays, undo: what a moderator does to the day.
struct DayActs {
    let instance: Instance

    func mount(on router: some RouterMethods<SiteContext>) {
        mountPhases(on: router)
        let verbs = VerbRoutes(instance: instance)
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
        verbs.post("delay", on: router, back: console) { call in
            let minutes = call.form.number("minutes") ?? 0
            return try call.gathering.shift(byMinutes: minutes, at: call.now, by: call.caller)
        }
        verbs.post("undo", on: router, back: console) { call in
            guard let step = call.form.number("step") else { throw Gathering.Refused.nothingToUndo }
            return try call.gathering.takeBack(step: step, by: call.caller)
        }
    }

    private func mountPhases(on router: some RouterMethods<SiteContext>) {
        let enter = EnterPhase(instance)
        let turn = SetWindow(instance)
        router.post("/g/:gathering/phase") { request, context in
            let id = try context.gathering
            let form = try await request.form()
            guard let phase = Phase(rawValue: form.text("phase")) else {
                throw FormFields.Misread.missing("phase")
            }
            try await enter(phase, in: id, context.acting(form, chance: instance.chance))
            return Response.seeOther(Back(form, in: id)?.path ?? Route.console(id.text, "").path)
        }
        router.post("/g/:gathering/window") { request, context in
            let id = try context.gathering
            let form = try await request.form()
            try await turn(open: form.isOn("open"), in: id, context.acting(form, chance: instance.chance))
            return Response.seeOther(Back(form, in: id)?.path ?? Route.console(id.text, "").path)
        }
    }
}
