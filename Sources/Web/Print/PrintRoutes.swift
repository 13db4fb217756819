internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Paper for when power or server die: board, codes, cards, the way in.
struct PrintRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/print", use: show)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        var scene = try await parts.scene(request, context)
        scene.isForPaper = true
        let code = try await parts.joinCode(of: scene.gathering.id)
        let qr = parts.qr(.join(code: code.text))
        switch request.uri.queryParameters["what"].map(String.init) {
        case "board": return parts.page(scene.boardSheet(code, qr), in: scene.language)
        case "join":
            return parts.page(
                JoinSheet(scene.sheet, host: parts.publicHost, code: code.spoken, qr: qr), in: scene.language)
        case "cards":
            return parts.page(
                CardsSheet(scene.sheet, cards: scene.cards(qr: parts.qr(.board(scene.id)))),
                in: scene.language)
        case "records":
            let only = request.uri.queryParameters["session"].flatMap { Proposal.ID(String($0)) }
            return parts.page(try await recordSheets(scene, only: only), in: scene.language)
        case "codes": return parts.page(try await codes(scene), in: scene.language)
        default:
            let mayPrintCodes = scene.caller.may(.keepOrder)
            return parts.page(
                PrintChoicePage(scene.sheet, mayPrintCodes: mayPrintCodes, isPublished: scene.layout != nil),
                in: scene.language)
        }
    }

    /// A sheet to write on for each session that takes place, or for one of them.
    private func recordSheets(_ scene: Scene, only: Proposal.ID?) async throws -> RecordSheets {
        var sheets: [RecordSheet] = []
        let wanted = scene.sessions.filter { session in
            if let only { session == only } else { scene.gathering.absence(of: session) == nil }
        }
        for session in wanted {
            let head = try await parts.scenes.record(of: session, in: scene).head()
            sheets.append(
                RecordSheet(
                    title: head.title, host: head.host, place: head.place ?? "",
                    qr: parts.qr(.recordWriting(scene.id, session.text))))
        }
        return RecordSheets(scene.sheet, sheets: sheets)
    }

    /// Who has a personal code can come back as that person: only for those who keep order.
    private func codes(_ scene: Scene) async throws -> CodesSheet {
        guard scene.caller.may(.keepOrder) else { throw Gathering.Refused.notAllowed(.keepOrder) }
        let id = scene.gathering.id
        let serials = try await parts.instance.access.read(id) { $0.personalCodes.mapValues(\.serial) }
        let people = scene.gathering.attendees.present.map { participant in
            let person = scene.consolePerson(participant)
            let code = parts.instance.secret.personalCode(
                of: participant.id, in: id, serial: serials[participant.id] ?? 1)
            return PrintedCode(name: person.name, organisation: person.organisation, code: code.spoken)
        }
        return CodesSheet(
            scene.sheet,
            people: people.sorted { SortKey($0.name ?? "\u{FFFF}") < SortKey($1.name ?? "\u{FFFF}") })
    }
}

extension Scene {
    var sheet: SheetFrame {
        var sheet = SheetFrame(
            gathering: id, name: gatheringName, series: seriesLine, date: dateText, venue: facts.venue.text)
        sheet.funding = facts.funding
        return sheet
    }

    fileprivate func boardSheet(_ code: JoinCode, _ qr: Markup?) -> BoardSheet {
        BoardSheet(
            sheet, grid: grid(layout ?? Board.Layout(), before: nil), version: version,
            parked: layout.map(parkedTopics) ?? [], code: code.spoken, qr: qr)
    }

    /// One for each session, by time and room.
    fileprivate func cards(qr: Markup?) -> [SessionCard] {
        gathering.programme.slots.flatMap { slot in
            gathering.programme.rooms.compactMap { room -> SessionCard? in
                guard let session = occupant(slot, room), gathering.absence(of: session) == nil,
                    let proposal = gathering.topics[session],
                    let placement = layout?.placements[session], placement.place.slot == slot.id
                else { return nil }
                let end = placement.slots(in: gathering.programme).last ?? slot
                return SessionCard(
                    title: title(of: session), host: hostLabel(proposal),
                    sentence: proposal.isHidden ? "" : proposal.content.sentence.text, room: room.name.text,
                    start: time(slot.start), end: time(end.end), wishCount: wishCount(of: session), qr: qr)
            }
        }
    }
}
