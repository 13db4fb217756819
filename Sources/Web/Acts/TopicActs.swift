internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// What a moderator does with topics: the pitch, the queue, hands, merging, hiding, admission.
struct TopicActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        mountPitch(on: router)
        mountOrder(on: router)
        // Also for hosts, of their own topics.
        let own = VerbRoutes(pages: pages, needs: nil)
        let verbs = VerbRoutes(pages: pages, needs: .moderate)
        let topics: @Sendable (String) -> Route = { .console($0, "topics") }

        own.post("proposals/:id/withdrawal", on: router, back: { .topics($0) }) { call in
            try call.gathering.withdraw(call.proposal, by: call.caller)
        }
        own.post("proposals/:id/reopening", on: router, back: topics) { call in
            try call.gathering.reopen(call.proposal, by: call.caller)
        }
        verbs.post("proposals/:id/turn", on: router, back: topics) { call in
            try call.gathering.queue(call.proposal, at: call.form.number("index") ?? 0, by: call.caller)
        }
        verbs.post("proposals/:id/hands", on: router, back: topics) { call in
            try call.gathering.countHands(call.form.number("count"), for: call.proposal, by: call.caller)
        }
        verbs.post("proposals/:id/merger", on: router, back: topics) { call in
            try call.gathering.merge(call.proposal, into: call.form.id("into"), by: call.caller)
        }
        verbs.post("proposals/:id/admission", on: router, back: topics) { call in
            let isIn: Bool? = ["yes": true, "no": false][call.form.text("in")]
            return try call.gathering.admit(call.proposal, isIn, by: call.caller)
        }
    }

    private func mountOrder(on router: some RouterMethods<SiteContext>) {
        let verbs = VerbRoutes(pages: pages, needs: .keepOrder)
        let topics: @Sendable (String) -> Route = { .console($0, "topics") }

        verbs.post("proposals/:id/hiding", on: router, back: topics) { call in
            let typed = call.form.text("reason")
            let reason = typed.isBlank ? nil : try HidingReason(typed)
            return try call.gathering.hide(
                call.proposal, because: reason, from: call.device, by: call.caller)
        }
        verbs.post("proposals/:id/hiding/withdrawal", on: router, back: topics) { call in
            try call.gathering.show(call.proposal, by: call.caller)
        }
    }

    private func mountPitch(on router: some RouterMethods<SiteContext>) {
        let verbs = VerbRoutes(pages: pages, needs: .moderate)
        let console: @Sendable (String) -> Route = { .console($0, "") }

        verbs.post("pitch", on: router, back: console) { call in
            try call.gathering.beginPitch(
                Proposal.ID(call.form.text("proposal")), after: Proposal.ID(call.form.text("after")),
                at: call.now, by: call.caller)
        }
        verbs.post("pitch/pause", on: router, back: console) { call in
            try call.gathering.pausePitch(of: call.form.id("proposal"), at: call.now, by: call.caller)
        }
        verbs.post("pitch/resumption", on: router, back: console) { call in
            try call.gathering.resumePitch(of: call.form.id("proposal"), at: call.now, by: call.caller)
        }
        verbs.post("pitch/extension", on: router, back: console) { call in
            try call.gathering.extendPitch(
                of: call.form.id("proposal"), bySeconds: call.form.number("seconds") ?? 30,
                seen: call.form.seen, at: call.now, by: call.caller)
        }
        verbs.post("pitch/end", on: router, back: console) { call in
            try call.gathering.endPitch(of: call.form.id("proposal"), by: call.caller)
        }
    }
}
