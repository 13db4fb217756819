internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// What a moderator does with the board: lay out, move, swap, pin, park, publish, cancel.
struct BoardActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        mountPlan(on: router)
        mountMoves(on: router)
        let verbs = VerbRoutes(pages: pages, needs: .moderate)
        let console: @Sendable (String) -> Route = { .console($0, "") }

        verbs.post("sessions/:id/cancellation", on: router, back: console) { call in
            try call.gathering.cancel(call.proposal, by: call.caller)
        }
        verbs.post("sessions/:id/cancellation/withdrawal", on: router, back: console) { call in
            try call.gathering.restore(call.proposal, by: call.caller)
        }
        verbs.post("sessions/:id/room", on: router, back: console) { call in
            try call.gathering.changeRoom(of: call.proposal, to: call.form.id("room"), by: call.caller)
        }
        verbs.post("sessions/:id/room/swap", on: router, back: console) { call in
            try call.gathering.swapRooms(
                of: call.proposal, with: call.form.id("with"), seen: call.form.number("seen"), by: call.caller
            )
        }
    }

    private func mountMoves(on router: some RouterMethods<SiteContext>) {
        let verbs = VerbRoutes(pages: pages, needs: .changeBoard)
        let board: @Sendable (String) -> Route = { .console($0, "board") }

        verbs.post("board/publication", on: router, back: board) { call in
            try call.gathering.publish(
                revision: call.form.number("revision") ?? call.gathering.board.revision, by: call.caller)
        }
        verbs.post("board/rearrangement", on: router, back: board) { call in
            guard let moves = Board.Move.all(in: call.form.text("moves")) else {
                throw FormFields.Misread.missing("moves")
            }
            return try call.gathering.rearrange(
                moves, basedOn: call.form.number("revision") ?? -1, by: call.caller)
        }
        verbs.post("sessions/:id/place", on: router, back: board) { call in
            let place = Place(slot: try call.form.id("slot"), room: try call.form.id("room"))
            return try call.gathering.move(
                call.proposal, to: place, seen: call.form.number("seen"), by: call.caller)
        }
        verbs.post("sessions/:id/swap", on: router, back: board) { call in
            try call.gathering.swap(
                call.proposal, with: call.form.id("with"), seen: call.form.number("seen"), by: call.caller)
        }
        verbs.post("sessions/:id/pin", on: router, back: board) { call in
            try call.gathering.pin(call.proposal, by: call.caller)
        }
        verbs.post("sessions/:id/pin/withdrawal", on: router, back: board) { call in
            try call.gathering.unpin(call.proposal, by: call.caller)
        }
        verbs.post("sessions/:id/parking", on: router, back: board) { call in
            try call.gathering.park(call.proposal, seen: call.form.number("seen"), by: call.caller)
        }
    }

    private func mountPlan(on router: some RouterMethods<SiteContext>) {
        let instance = pages.parts.instance
        router.post("/g/:gathering/board/plan") { request, context in
            try await pages.act(request, context, needs: .changeBoard, usual: { .console($0, "board") }) {
                _, id, acting in
                // A draft laid out by wishes would show what is blind: who comes first, who is parked.
                guard try await !instance.gatherings.read(id, { $0.isBlindNow }) else {
                    throw BlindUntilClosed()
                }
                let laid = try await LayBoard(instance)(in: id, acting)
                guard !laid.contradictions.isEmpty else {
                    guard laid.isUnchanged else { return nil }
                    return Response.seeOther(Route.console(id.text, "board").path + "?unchanged=1")
                }
                let groups = laid.contradictions.map(\.address).joined(separator: "_")
                return Response.seeOther(Route.console(id.text, "board").path + "?contradictions=\(groups)")
            }
        }
    }
}

/// The wishes are still hidden, so nothing may be made of them.
struct BlindUntilClosed: Refusal {
    var kind: RefusalKind { .conflict }
}
