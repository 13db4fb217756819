internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// Shows the console's pages, by themselves or with what an act led to.
struct ConsolePages: Sendable {
    let parts: Parts
    let rooms: LiveRooms

    func show(
        _ ask: ConsoleAsk, _ scene: Scene, _ note: ConsoleNote = .nothing, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard scene.caller.may(.moderate) else { throw Gathering.Refused.notAllowed(.moderate) }
        guard ask.place != .prepare || scene.caller.may(.prepare) else {
            throw Gathering.Refused.notAllowed(.prepare)
        }
        let frame = frame(ask.place, scene, note)
        let language = scene.language
        switch ask.place {
        case .now:
            let code = try await parts.joinCode(of: scene.gathering.id)
            var page = scene.nowDesk(frame, ask, note, code: code)
            page.wrongCodeCount = parts.attempts.wrongCount(in: scene.gathering.id, at: scene.now.instant)
            return parts.page(page, in: language, status: status)
        case .topics:
            return parts.page(
                try await topicsDesk(frame, ask, scene, note), in: language, status: status)
        case .records:
            return parts.page(try await recordsDesk(frame, scene), in: language, status: status)
        case .groups:
            let groups = try await parts.scenes.groups(in: scene).consoleGroups()
            return parts.page(ConsoleGroupsPage(frame, groups: groups), in: language, status: status)
        case .feedback:
            if ask.isOn("close"), let page = feedbackClosePage(frame, scene) {
                return parts.page(page, in: language, status: status)
            }
            return parts.page(feedbackDesk(frame, scene), in: language, status: status)
        case .people:
            return parts.page(
                scene.peopleDesk(frame, ask, note, parts.scenes.towns), in: language, status: status)
        case .prepare:
            if ask.isOn("delete"), !scene.gathering.id.isRehearsal {
                return parts.page(scene.deletionPage(frame, note), in: language, status: status)
            }
            var page = scene.preparePage(frame, note, parts.scenes.towns)
            page.editions = try await parts.editions(of: scene)
            return parts.page(page, in: language, status: status)
        case .links: return parts.page(try await links(frame, scene, note), in: language, status: status)
        case .board:
            if ask.isOn("publish"), let page = try await publishPage(frame, scene) {
                return parts.page(page, in: language, status: status)
            }
            return parts.page(try await boardDesk(frame, ask, scene), in: language, status: status)
        }
    }

    private func frame(_ place: ConsoleFrame.Place, _ scene: Scene, _ note: ConsoleNote) -> ConsoleFrame {
        var frame = ConsoleFrame(
            gathering: scene.id, name: scene.gatheringName, place: place, phase: scene.gathering.day.phase,
            acts: ActSeed(parts.act()), position: scene.position)
        frame.hereCount = scene.gathering.attendees.presentCount
        frame.series = scene.seriesLine
        frame.undo = scene.undoOffer
        frame.refused = note.refused
        frame.told = note.told
        frame.mayPrepare = scene.caller.may(.prepare)
        frame.isRehearsal = scene.gathering.id.isRehearsal
        frame.picture = scene.gathering.picture
        return frame
    }

    private func links(_ frame: ConsoleFrame, _ scene: Scene, _ note: ConsoleNote) async throws -> LinksPage {
        let code = try await parts.joinCode(of: scene.gathering.id)
        let links = try await parts.instance.access.read(scene.gathering.id) { $0.links.values.map { $0 } }
        var page = LinksPage(
            frame, code: code.spoken, joinAddress: parts.address(.join(code: code.text)),
            joinQR: parts.qr(.join(code: code.text)),
            links: links.sorted { $1.madeAt < $0.madeAt }.map(scene.secretLink))
        page.made = note.madeLink
        page.roles = [.moderator, .projector] + (scene.caller.may(.prepare) ? [.organiser] : [])
        return page
    }
}

extension Parts {
    /// The editions of its series before and after a gathering, as far as they were not deleted.
    func editions(of scene: Scene) async throws -> Editions? {
        let gathering = scene.gathering
        guard !gathering.id.isRehearsal else { return nil }
        let draft = try gathering.nextEdition()
        var editions = Editions(
            title: draft.facts.title.text, venue: draft.facts.venue.text,
            hostTown: draft.facts.hostTown?.text ?? "", towns: scenes.towns.options,
            hasEnded: gathering.end(at: scene.now) != nil,
            mayCreate: try await instance.caller(scene.device, in: Access.house).may(.prepare))
        editions.previous = try await edition(gathering.programme.previous)
        editions.next = try await edition(gathering.programme.next)
        return editions
    }

    private func edition(_ id: Gathering.ID?) async throws -> (id: String, title: String)? {
        guard let id, !instance.hasForgotten(id) else { return nil }
        return try await instance.gatherings.read(id) { gathering in
            gathering.programme.facts.map { (id.text, $0.title.text) }
        }
    }

    /// The code by which people find a gathering; it is derived, and kept nowhere.
    func joinCode(of id: Gathering.ID) async throws -> JoinCode {
        let listing = try await instance.house.read(House.of(id)) { $0.gatherings[id] }
        return instance.secret.joinCode(of: id, serial: listing?.codeSerial ?? 1)
    }

    /// A whole address, as phones elsewhere need it.
    func address(_ route: Route) -> String { settings.publicAddress + route.path }

    func qr(_ route: Route) -> Markup? { QRCode(address(route))?.markup }

    /// What people type: the address without its scheme.
    var publicHost: String {
        let address = settings.publicAddress
        return address.firstRange(of: "://").map { String(address[$0.upperBound...]) } ?? address
    }
}

extension Scene {
    func secretLink(_ link: Domain.Link) -> SecretLink {
        SecretLink(
            id: link.id.text, role: link.role, madeAt: clock(link.madeAt), openedCount: link.openedCount,
            isRevoked: link.revokedAt != nil, expires: link.expiresAt.map(clock))
    }

    var undoOffer: UndoOffer? {
        guard gathering.day.phase != .ended else { return nil }
        return gathering.undo.newest.map { UndoOffer(step: $0.number, deed(of: $0)) }
    }

    /// Who moderates knows what a hidden topic is called.
    private func trueTitle(of id: Proposal.ID) -> String {
        guard let proposal = gathering.topics[id], proposal.isHidden else { return title(of: id) }
        if case .removed = proposal.state { return title(of: id) }
        return proposal.content.title.text
    }

    private func deed(of step: UndoLog.Step) -> UndoOffer.Deed {
        switch step.act {
        case .laid(let count, let parked): .laid(count: count, parked: parked ?? 0)
        case .moved(let id):
            .moved(
                title: trueTitle(of: id),
                place: gathering.board.draft.placements[id].map { name(of: $0.place) })
        case .swapped(let id, let other): .swapped(title: trueTitle(of: id), with: trueTitle(of: other))
        case .pinned(let id): .pinned(title: trueTitle(of: id))
        case .unpinned(let id): .unpinned(title: trueTitle(of: id))
        case .parked(let id): .parked(title: trueTitle(of: id))
        case .merged(let id, let into): .merged(title: trueTitle(of: id), into: trueTitle(of: into))
        case .hidden(let id): .hidden(title: trueTitle(of: id))
        case .queued: .queued
        case .counted(let id, let hands): .counted(title: trueTitle(of: id), hands: hands)
        case .admitted(let id, let isIn): .admitted(title: trueTitle(of: id), isIn: isIn)
        case .cancelled(let id): .cancelled(title: trueTitle(of: id))
        case .withdrawn(let id): .withdrawn(title: trueTitle(of: id))
        case .edited(let id, _): .edited(title: trueTitle(of: id))
        case .shown(let id): .shown(title: trueTitle(of: id))
        case .restored(let id): .restored(title: trueTitle(of: id))
        case .roomChanged(let id): .roomChanged(title: trueTitle(of: id))
        case .published(let number, let before): .published(number: number, before: before)
        case .shifted(let minutes): .shifted(minutes: minutes)
        case .entered(let phase): .entered(phase)
        case .projected(let picture): .projected(picture)
        }
    }
}
