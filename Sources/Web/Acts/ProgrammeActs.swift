internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// What an organiser prepares: facts, rooms, slots, items, organisers.
struct ProgrammeActs {
    let pages: ConsolePages

    func mount(on router: some RouterMethods<SiteContext>) {
        let prepare: @Sendable (String) -> Route = { .console($0, "prepare") }
        let verbs = VerbRoutes(pages: pages, needs: .prepare)

        verbs.post("facts", on: router, back: prepare) { call in
            guard let old = call.gathering.programme.facts else { throw Gathering.Refused.noSuchGathering }
            return try call.gathering.changeFacts(Facts(call.form, changing: old), by: call.caller)
        }
        verbs.post("rooms", on: router, back: prepare) { call in
            let id = Room.ID(number: call.gathering.programme.rooms.nextNumber(\.id))
            return try call.gathering.setRoom(Room(call.form, id: id), by: call.caller)
        }
        verbs.post("rooms/:id", on: router, back: prepare) { call in
            try call.gathering.setRoom(Room(call.form, id: call.id(orRefuse: .noSuchRoom)), by: call.caller)
        }
        verbs.post("rooms/:id/removal", on: router, back: prepare) { call in
            try call.gathering.removeRoom(call.id(orRefuse: .noSuchRoom), by: call.caller)
        }
        mountSlots(on: router)
        mountItems(on: router)
        mountOrganisers(on: router)
    }

    private func mountSlots(on router: some RouterMethods<SiteContext>) {
        let prepare: @Sendable (String) -> Route = { .console($0, "prepare") }
        let verbs = VerbRoutes(pages: pages, needs: .prepare)

        verbs.post("slots", on: router, back: prepare) { call in
            let id = Slot.ID(number: call.gathering.programme.slots.nextNumber(\.id))
            return try call.gathering.setSlot(Slot(call.form, id: id), by: call.caller)
        }
        verbs.post("slots/row", on: router, back: prepare) { call in
            let rules = call.gathering.programme.facts?.rules ?? Rules()
            return try call.gathering.addSlots(
                SlotRow(call.form, usual: rules).slots, by: call.caller)
        }
        verbs.post("slots/:id", on: router, back: prepare) { call in
            try call.gathering.setSlot(Slot(call.form, id: call.id(orRefuse: .noSuchSlot)), by: call.caller)
        }
        verbs.post("slots/:id/removal", on: router, back: prepare) { call in
            try call.gathering.removeSlot(call.id(orRefuse: .noSuchSlot), by: call.caller)
        }
    }

    private func mountItems(on router: some RouterMethods<SiteContext>) {
        let prepare: @Sendable (String) -> Route = { .console($0, "prepare") }
        let verbs = VerbRoutes(pages: pages, needs: .prepare)

        verbs.post("items", on: router, back: prepare) { call in
            let id = ProgrammeItem.ID(number: call.gathering.programme.items.nextNumber(\.id))
            return try call.gathering.setItem(ProgrammeItem(call.form, id: id), by: call.caller)
        }
        verbs.post("items/:id", on: router, back: prepare) { call in
            try call.gathering.setItem(
                ProgrammeItem(call.form, id: call.id(orRefuse: .noSuchItem)), by: call.caller)
        }
        verbs.post("items/:id/removal", on: router, back: prepare) { call in
            try call.gathering.removeItem(call.id(orRefuse: .noSuchItem), by: call.caller)
        }
    }

    private func mountOrganisers(on router: some RouterMethods<SiteContext>) {
        let prepare: @Sendable (String) -> Route = { .console($0, "prepare") }
        let verbs = VerbRoutes(pages: pages, needs: .prepare)

        verbs.post("organisers", on: router, back: prepare) { call in
            let id = Organiser.ID(number: call.gathering.programme.organisers.nextNumber(\.id))
            return try call.gathering.setOrganiser(Organiser(call.form, id: id), by: call.caller)
        }
        verbs.post("organisers/:id", on: router, back: prepare) { call in
            try call.gathering.setOrganiser(
                Organiser(call.form, id: call.id(orRefuse: .noSuchOrganiser)), by: call.caller)
        }
        verbs.post("organisers/:id/removal", on: router, back: prepare) { call in
            try call.gathering.removeOrganiser(call.id(orRefuse: .noSuchOrganiser), by: call.caller)
        }
    }
}
