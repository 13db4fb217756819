import Actions
import Domain
import Journal
import Pages
import Synchronization
import TestSupport

@testable import Web

/// A hall in which everything is there that an act may be about: Anna and Bernd, three topics of Anna's and one of
/// Bernd's, a programme item, an organiser, an announcement, a rehearsal.
struct Scenery: Sendable {
    /// How far the day has come.
    enum Stage: Sendable {
        case plain, weighing, pitching, planned, published, closing, said, rehearsing
    }

    let hall: Hall
    let anna: Participant.ID
    let bernd: Participant.ID
    /// The rehearsal, when there is one.
    var rehearsal: Gathering.ID?

    /// `secondModerator` is one no more: its link was revoked.
    static func open(_ stage: Stage = .plain, in halls: ManyHalls? = nil) async throws -> Scenery {
        let hall = if let halls { try await halls.next() } else { try await Hall.open() }
        let anna = try await hall.seat(.anna, "Anna")
        let bernd = try await hall.seat(.bernd, "Bernd")
        for title in ["Radwege", "Leerstand"] { try await hall.propose(title, by: .anna) }
        try await hall.propose("Bauhof", by: .bernd)
        try await hall.propose("Zurückgezogen", by: .anna)
        try await hall.moderate("withdraw-4") { try $0.withdraw("4", by: $1) }
        try await hall.moderate("frame-of-the-day") { gathering, caller in
            let item = ProgrammeItem(
                id: "1", title: try Title("Abschluss"), form: .closing, start: .sample.adding(600),
                lengthMinutes: 30)
            let organiser = Organiser(
                id: "1", name: try OrganiserName("Stadt Altena"), part: .organiser, imprint: .none,
                privacy: .none, email: .none)
            return try gathering.setItem(item, by: caller) + gathering.setOrganiser(organiser, by: caller)
                + gathering.announce(AnnouncementText("Willkommen"), by: caller)
        }
        var scenery = Scenery(hall: hall, anna: anna, bernd: bernd)
        try await scenery.revokeSecondModerator()
        try await scenery.enter(stage)
        return scenery
    }

    private mutating func enter(_ stage: Stage) async throws {
        switch stage {
        case .plain: break
        case .weighing: try await hall.enter(.weighing)
        case .pitching:
            try await hall.moderate("begin-the-pitch") {
                try $0.beginPitch("1", after: nil, at: .sample, by: $1)
            }
        case .planned: try await layOut()
        case .published:
            try await layOut()
            try await hall.moderate("publish-it") {
                try $0.publish(revision: $0.board.revision, by: $1)
            }
        case .closing: try await hall.enter(.closing)
        case .said:
            try await hall.enter(.closing)
            try await sayFiveTimes()
            try await CloseFeedback(hall.instance)(in: hall.id, hall.acting(.moderator, "close-it"))
        case .rehearsing:
            rehearsal = try await StartRehearsal(hall.instance, towns: hall.site.parts.scenes.towns)(
                of: hall.id, at: .arriving, people: 4, hall.acting(.organiser, "rehearse"))
        }
    }

    /// Anna's topics at the first two times, Bernd's at the third, all in the first room.
    private func layOut() async throws {
        try await hall.enter(.planning)
        for number in 1...3 {
            try await hall.moderate(.certain("lay-it-out-\(number)")) {
                let place = Place(slot: Slot.ID(number: number), room: "1")
                return try $0.move(Proposal.ID(number: number), to: place, seen: nil, by: $1)
            }
        }
    }

    /// Five who are not among the guests say the same word; one a sentence with it.
    func sayFiveTimes() async throws {
        for number in 1...5 {
            let device = Device.ID.certain("said-\(hall.number)-\(number)")
            _ = try await JoinGathering(hall.instance)(
                Profile(), in: hall.id, Acting(device: device, act: .certain("sit-down-\(number)")))
            try await DropPaper(hall.instance)(
                .sample("vielseitig", sentence: number == 1 ? "Gern wieder." : nil), in: hall.id, from: device
            )
        }
    }

    private func revokeSecondModerator() async throws {
        let device = hall.device(.secondModerator)
        let link = try await hall.instance.access.read(hall.id) { $0.grants[device]?.first?.link }
        guard let link else { throw Access.Refused.noSuchLink }
        try await RevokeLink(hall.instance)(link, in: hall.id, hall.acting(.organiser, "revoke-it"))
    }

    /// Anna writes into the record of her first session.
    func write(_ text: String, in field: Record.Field = .solutions, seen: Int = 0) async throws {
        guard try await hall.gathering().hasRecord("1") else { return }
        let act = hall.acting(.anna, .certain("write-\(seen)-\(field.name.prefix(12))"))
        try await WriteRecord(hall.instance)(
            .init([try Record.Typed(field, text)], seen: seen), to: "1", in: hall.id, act)
    }

    /// The revision that a mover saw.
    func seen(_ session: Proposal.ID) async throws -> String {
        try await "\(hall.gathering().board.draft.placements[session]?.revision ?? 0)"
    }

    /// Bernd's session beside Anna's first one, for everybody; nothing where no board is laid.
    func publishBesideTheFirst() async throws {
        guard try await hall.gathering().board.draft.placements["1"] != nil else { return }
        try await hall.moderate("bring-beside") {
            try $0.move("3", to: Place(slot: "1", room: "2"), seen: $0.revision(of: "3"), by: $1)
        }
        try await hall.moderate("publish-again") { try $0.publish(revision: $0.board.revision, by: $1) }
    }

    func link(for role: Role) async throws -> String {
        let links = try await hall.instance.access.read(hall.id) { $0.links.values.sorted { $0.id < $1.id } }
        guard let link = links.first(where: { $0.role == role && $0.revokedAt == nil }) else {
            return try await MakeLink(hall.instance)(role, in: hall.id, hall.acting(.organiser, "new-link"))
                .id.text
        }
        return link.id.text
    }
}

extension Gathering {
    /// What a mover of a session of the draft has seen.
    func revision(of session: Proposal.ID) -> Int? { board.draft.placements[session]?.revision }
}

extension Hall {
    /// Where all streams stand that an act may write to: the same again means that nothing was kept.
    func positions() async throws -> [Position] {
        var positions = [
            try await instance.gatherings.desk(id).position, try await instance.interests.desk(id).position,
            try await instance.attendances.desk(id).position, try await instance.access.desk(id).position,
            try await instance.access.desk(Access.house).position,
            try await instance.house.desk(House.theOne).position,
            try await instance.groups.desk(id).position,
            try await instance.records.desk(.certain("\(id)-1")).position,
            try await instance.feedbacks.desk(id).position,
        ]
        if let rehearsal = instance.rehearsal(of: id) {
            positions.append(try await instance.gatherings.desk(rehearsal).position)
        }
        return positions
    }
}

/// Gathering after gathering on one site, for suites with many rows.
final class ManyHalls: Sendable {
    private let first = Task { try await Hall.open() }
    private let count = Mutex(0)

    func next() async throws -> Hall {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return try await first.value.another(number)
    }
}
