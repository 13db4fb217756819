@testable import Domain

extension GoldenSample {
    static let all =
        ofProgramme + ofPeople + ofTopics + ofBoard + ofDay + ofRecords + ofGroups + ofFeedback
        + ofOthers

    private static func gathering(as variant: String? = nil, _ change: Gathering.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), as: variant, change)
    }

    private static func programme(as variant: String? = nil, _ change: Programme.Change) -> GoldenSample {
        gathering(as: variant, .programme(change: change))
    }

    private static func people(as variant: String? = nil, _ change: Attendees.Change) -> GoldenSample {
        gathering(as: variant, .people(change: change))
    }

    private static func topics(as variant: String? = nil, _ change: Topics.Change) -> GoldenSample {
        gathering(as: variant, .topics(change: change))
    }

    private static func board(as variant: String? = nil, _ change: Board.Change) -> GoldenSample {
        gathering(as: variant, .board(change: change))
    }

    private static func interest(as variant: String? = nil, _ change: Interest.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), as: variant, change)
    }

    private static func attendance(_ change: Attendance.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), change)
    }

    private static func access(as variant: String? = nil, _ change: Access.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), as: variant, change)
    }

    private static func house(_ change: House.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), change)
    }

    private static let facts = Facts.sample.with {
        $0.address = "Theodor-Heuss-Ring 28, 58636 Iserlohn"
        $0.hostTown = "05962024"
        $0.series = "Runder Tisch"
        $0.edition = 21
        $0.tone = .sie
        $0.rules = Rules(
            wishWeightMax: 3, isBlind: true, admission: .mostWanted(count: 12), showsNamesToEveryone: true,
            pitchSeconds: 90)
    }

    private static let ofProgramme: [GoldenSample] = [
        programme(.factsSet(facts: facts)), programme(as: "plain", .factsSet(facts: .sample)),
        programme(as: "plenum", .factsSet(facts: .sample.with { $0.rules.admission = .plenum })),
        programme(as: "archived", .factsSet(facts: .sample.with { $0.isInArchive = true })),
        programme(as: "grace", .factsSet(facts: .sample.with { $0.rules.graceMinutes = 0 })),
        programme(.organiserSet(organiser: .sample("stadt"))), programme(.organiserRemoved(id: "stadt")),
        programme(.roomSet(room: Room.three[0])), programme(as: "plain", .roomSet(room: Room.three[2])),
        programme(.roomRemoved(id: "keller")),
        programme(.slotSet(slot: Slot(id: 3, start: "9:05", lengthMinutes: 45))),
        programme(.slotRemoved(id: 3)), programme(.itemSet(item: .sample(room: "saal"))),
        programme(as: "everywhere", .itemSet(item: .sample())), programme(.itemRemoved(id: "pause")),
        programme(.shifted(minutes: -15, from: "10:30")), programme(.previousSet(id: "balve")),
        programme(.nextSet(id: "soest")),
    ]

    private static let ofPeople: [GoldenSample] = [
        people(.joined(participant: .sample("anna"))),
        people(as: "left", .joined(participant: with(.left(at: 90)))),
        people(as: "takenOut", .joined(participant: with(.takenOut(at: 90)))),
        people(.profileSet(id: "anna", profile: .sample(of: "anna", "new"))), people(.left(id: "anna")),
        people(.takenOut(id: "anna")), people(.headsCounted(count: 31)),
        people(as: "nil", .headsCounted(count: nil)),
        people(.voicesCut(pairs: [WishPair(first: 1, second: 2, count: 3)])),
        people(
            .originsCounted(origins: Origins(towns: [.init(town: "05962024", count: 3)], elsewhere: 1))),
    ]

    private static func with(_ state: Participant.State) -> Participant {
        var participant = Participant.sample("anna", hasPhone: false)
        participant.state = state
        return participant
    }

    private static var content: Proposal.Content {
        var content = Proposal.Content(
            title: "Radweg: \"B7\"", sentence: "Wer zahlt? 🚲", form: .helpWanted, needs: [.projector],
            until: "14:00", slotCount: 2)
        content.from = "10:15"
        return content
    }

    private static let ofTopics: [GoldenSample] = [
        topics(.proposed(id: 7, hosts: ["anna", "ben"], content: content, queueIndex: 3)),
        topics(
            as: "source",
            .proposed(
                id: 7, hosts: ["anna"], content: .init(title: "Radweg"), queueIndex: 0,
                source: .init(gathering: "altena", topic: 3, question: "0123456789abcdef"))),
        topics(.edited(id: 7, content: content)),
        topics(as: "plain", .edited(id: 7, content: .init(title: "Radweg"))),
        topics(as: "moderated", .edited(id: 7, content: content, byModerator: true)),
        topics(as: "moderated", .withdrawn(id: 7, byModerator: true)), topics(.withdrawn(id: 7)),
        topics(.reopened(id: 7)), topics(.removed(id: 7)),
        topics(.hostsSet(id: 7, hosts: ["anna", "ben"])), topics(.merged(id: 7, into: 3)),
        topics(.parted(id: 7)),
        topics(.hidden(id: 7)), topics(as: "reason", .hidden(id: 7, by: "d1", reason: "Beleidigung")),
        topics(.shown(id: 7)), topics(.admitted(id: 7, isIn: false)),
        topics(as: "nil", .admitted(id: 7, isIn: nil)), topics(.takingSet(isOpen: false)),
        topics(.queueSet(queue: [7, 3])), topics(.pitchBegan(id: 7, until: 1_800_000_060)),
        topics(.pitchClockSet(clock: .running(until: 1_800_000_060))),
        topics(as: "paused", .pitchClockSet(clock: .paused(secondsLeft: 17))), topics(.pitchEnded),
        topics(.handsCounted(id: 7, count: 5)), topics(as: "nil", .handsCounted(id: 7, count: nil)),
        topics(.chathamSet(id: 7, isOn: true)),
    ]

    private static let placed = Board.Setting(
        1,
        placement: Placement(place: Place(slot: 2, room: "saal"), slotCount: 2, isPinned: true, revision: 4))

    private static let reasons: [ParkReason] = [
        .noRoomLeft, .lessWanted, .notTakenInByPlenum, .byModerator,
        .noFittingPlace(demands: [.hostAway, .hostElsewhere, .equipment, .length, .pinned]),
    ]

    private static let ofBoard: [GoldenSample] =
        [
            board(.draftChanged(steps: [placed], how: .moved)),
            board(
                as: "reasons",
                .draftChanged(
                    steps: reasons.enumerated().map { Board.Setting(.init(number: $0), parked: $1) }
                        + [Board.Setting(9, parked: nil)], how: .laid)),
            board(.published(number: 2)), board(.publishedAgain(number: 3, as: 1)), board(.cancelled(id: 7)),
            board(.restored(id: 7)),
        ]
        + ([.swapped, .pinned, .unpinned, .parked, .undone, .withdrawn, .roomChanged] as [Board.How]).map {
            board(as: $0.rawValue, .draftChanged(steps: [], how: $0))
        }

    private static let ofDay: [GoldenSample] = [
        gathering(.day(change: .phaseEntered(phase: .weighing))), gathering(.day(change: .windowOpened)),
        gathering(.day(change: .windowClosed)), gathering(.day(change: .windowPutOff)),
        gathering(.day(change: .announced(id: 2, text: "Essen ist da."))),
        gathering(.day(change: .announcementTakenBack(id: 2))),
        gathering(.day(change: .projected(picture: .board))),
        gathering(as: "nil", .day(change: .projected(picture: nil))),
        gathering(
            .undone(step: 4, by: [.topics(change: .shown(id: 7)), .board(change: .restored(id: 7))])),
    ]

    private static func record(as variant: String? = nil, _ change: Record.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), as: variant, change)
    }

    private static let clash = Record.Clash.sample(201, .step("k7m2", .who), "Anna", "Ben")

    private static let ofRecords: [GoldenSample] = [
        record(
            .written(
                by: "anna",
                edits: [.sample(.solutions, at: 4, "öde", "schön \"neu\" 🚲\nZeile")],
                clashes: [clash], restored: 3)),
        record(
            as: "plain",
            .written(
                by: nil, edits: [.sample(.step("k7m2", .until), at: 0, "", "Mai")], clashes: nil,
                restored: nil)),
        record(.chathamSet(isOn: true, by: "anna")), record(as: "nil", .chathamSet(isOn: false, by: nil)),
        record(
            .paperAuthorSet(author: Personal(key: "iserlohn/records", sealed: Array("name".utf8)))),
        record(as: "nil", .paperAuthorSet(author: nil)),
        record(.keeperSet(participant: "anna")), record(as: "nil", .keeperSet(participant: nil)),
        record(.asked), record(.held(revision: 7)),
        record(.released(revision: 7, by: "anna", namesConfirmed: 2)),
        record(as: "nil", .released(revision: 7, by: nil, namesConfirmed: 0)), record(.releaseWithdrawn),
    ]

    private static func groups(as variant: String? = nil, _ change: WorkingGroups.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), as: variant, change)
    }

    private static var forConvener: Consent {
        var contact = SharedContact.sample("k7m2", .convener)
        contact.seenBy = ["anna", "ben"]
        return Consent(contact: contact, mayBeNamed: true)
    }

    private static let ofGroups: [GoldenSample] = [
        groups(.joined(topic: 7, participant: "anna", consent: forConvener)),
        groups(as: "plain", .joined(topic: 7, participant: "anna", consent: Consent())),
        groups(
            .consentSet(topic: 7, participant: "anna", consent: Consent(contact: .sample("k7m3", .group)))),
        groups(
            as: "organisers",
            .consentSet(
                topic: 7, participant: "anna", consent: Consent(contact: .sample("k7m3", .organisers)))),
        groups(.contactRevoked(topic: 7, participant: "anna")), groups(.left(topic: 7, participant: "anna")),
        groups(.handedOver(topic: 7, to: "ben")), groups(as: "nil", .handedOver(topic: 7, to: nil)),
        groups(.participantRemoved(participant: "anna")),
    ]

    private static func feedback(as variant: String? = nil, _ change: Feedback.Change) -> GoldenSample {
        GoldenSample(ChangeKind(change), as: variant, change)
    }

    private static let ofFeedback: [GoldenSample] = [
        feedback(.opened), feedback(.putOff),
        feedback(
            .closed(
                answers: 31, words: [.init("schön", count: 7), .init("Straßenfest", count: 1)],
                sentences: [.init("Zu \"kurz\".", count: 1)], leftOut: 2)),
        feedback(as: "few", .closed(answers: 4, words: [], sentences: [], leftOut: 0)),
        feedback(.wordHidden(number: 1)), feedback(.wordShown(number: 1)),
        feedback(.sentenceHidden(number: 2)), feedback(.sentenceShown(number: 2)), feedback(.released),
        feedback(.releaseWithdrawn),
    ]

    private static let ofOthers: [GoldenSample] = [
        interest(.windowOpened), interest(.windowClosed), interest(.windowPutOff),
        interest(.wished(voice: "v7k2", proposal: 7, weight: 3)),
        interest(.unwished(voice: "v7k2", proposal: 7)),
        interest(as: "late", .wished(voice: "v7k2", proposal: 7, weight: 3, isLate: true)),
        interest(as: "late", .unwished(voice: "v7k2", proposal: 7, isLate: true)),
        interest(.voiceRemoved(voice: "v7k2")),
        attendance(.chosen(voice: "v7k2", slot: 2, session: 7)),
        attendance(.unchosen(voice: "v7k2", slot: 2)),
        attendance(.voiceRemoved(voice: "v7k2")),
        access(.linkMade(link: .sample("l1", .organiser, expiresAt: 1_800_000_000, worksOnce: true))),
        access(as: "plain", .linkMade(link: .sample("l1", .projector))), access(.linkRevoked(id: "l1")),
        access(.linkOpened(id: "l1", device: "d1")),
        access(.granted(device: "d1", role: .participant, participant: "anna")),
        access(as: "nil", .granted(device: "d1", role: .organiser, participant: nil)),
        access(.personalCodeSet(participant: "anna", code: .sample("c1", serial: 2))),
        access(.participantRemoved(participant: "anna")), access(.deviceSignedOut(device: "d1")),
        access(.grantTaken(device: "d1", role: .organiser)),
        house(.gatheringListed(id: "iserlohn", codeSerial: 2, codeDigest: "c1")),
        house(.gatheringForgotten(id: "iserlohn")),
    ]
}
