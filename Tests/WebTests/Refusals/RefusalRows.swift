import Actions
import Domain
import HTTPTypes
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

extension RefusalRow {
    static let all =
        programme + limits + people + topics + pitches + board + records + groups + feedback
        + links + fields

    /// Refusals that no form brings about, and why.
    static let unreachable = [
        "unknown": "every refusal has a sentence of its own; this one waits for one that was forgotten",
        "alreadyPrepared": "a form makes a gathering named after its act; sent again it is the same act",
        "hasLeft": "who leaves loses the seat of every device in the same act, and is refused as nobody",
        "pinnedThere": "the planner keeps pins; one set meanwhile is told as a board that has changed",
        "noLinkForRole":
            "the form offers roles that have links; another is refused as a field that is missing",
    ]

    private static let programme: [Self] = [
        .console(
            "roomNamedAlike", 422, "rooms", ["name": "Ratssaal", "seats": "8"], on: "console/prepare"
        ).with(["name": "Ratssaal"]).keeping("Ratssaal"),
        .console(
            "noEmail", 422, "organisers", ["name": "Stadt Balve", "email": "nope"], on: "console/prepare"
        ).keeping("nope"),
        .console(
            "continuedAlready", 409, "next", ["title": "Noch eine", "date": "2027-06-01"],
            on: "console/prepare"
        ).after {
            _ = try await CreateNextEdition($0.hall.instance)(
                after: $0.hall.id, $0.hall.acting(.organiser, "next-edition")
            ) { $0.venue = .none }
        },
        .console("noSuchRoom", 404, "rooms/77/removal", on: "console/prepare"),
        .console("noSuchSlot", 404, "slots/77/removal", on: "console/prepare"),
        .console("noSuchItem", 404, "items/77/removal", on: "console/prepare"),
        .console("noSuchOrganiser", 404, "organisers/77/removal", on: "console/prepare"),
        .console("roomInUse", 409, "rooms/1/removal", on: "console/prepare").at(.planned).with(["count": "3"]
        ),
        .console("slotInUse", 409, "slots/1/removal", on: "console/prepare").at(.planned).with(["count": "1"]
        ),
        .console("roomHasItem", 409, "rooms/2/removal", on: "console/prepare").with(["title": "Café"]).after {
            try await $0.hall.moderate("set-an-item") {
                let item = ProgrammeItem(
                    id: "2", title: try Title("Café"), form: .other, start: .sample, lengthMinutes: 30,
                    room: "2")
                return try $0.setItem(item, by: $1)
            }
        },
        .console(
            "sessionInTheWay", 409, "rooms/1", ["name": "Rittersaal", "seats": "30"], on: "console/prepare"
        ).with(["title": "Bauhof"]).keeping("Rittersaal").after {
            try await $0.edit("3") { $0.needs = [.projector] }
            try await $0.place("3", "1", "1")
        },
        .console(
            "slotsOverlap", 422, "slots", ["start": "11:15", "lengthMinutes": "33"], on: "console/prepare"
        ).with(["time": "11:00"]).keeping("33"),
        .console(
            "afterMidnight", 422, "slots", ["start": "23:50", "lengthMinutes": "33"], on: "console/prepare"
        ).keeping("23:50"),
        .console("timesChangedMeanwhile", 409, "delay", ["minutes": "10", "seen": "0"]),
        .console(
            "windowStillOpen", 409, "facts", ["title": "Neuer Name", "wishWeightMax": "3"],
            on: "console/prepare"
        ).at(.weighing).keeping("Neuer Name"),
    ]

    private static let limits: [Self] = [
        .console("tooMany.rooms", 409, "rooms", ["name": "Erker", "seats": "8"], on: "console/prepare")
            .keeping("Erker").after {
                let name = try RoomName("Raum")
                try await $0.add(38) {
                    .programme(
                        change: .roomSet(room: Room(id: .init(number: 10 + $0), name: name, seats: 8)))
                }
            },
        .console(
            "tooMany.slots", 409, "slots", ["start": "22:00", "lengthMinutes": "33"], on: "console/prepare"
        )
        .keeping("22:00").after {
            try await $0.add(37) { number in
                .programme(
                    change: .slotSet(
                        slot: Slot(id: .init(number: 10 + number), start: .sample, lengthMinutes: 10)))
            }
        },
        .console(
            "tooMany.items", 409, "items", ["title": "Kaffee", "start": "15:00", "lengthMinutes": "20"],
            on: "console/prepare"
        ).keeping("Kaffee").after {
            let title = try Title("Pause")
            try await $0.add(59) { number in
                let item = ProgrammeItem(
                    id: .init(number: 10 + number), title: title, form: .other, start: .sample.adding(600),
                    lengthMinutes: 5)
                return .programme(change: .itemSet(item: item))
            }
        },
        .console("tooMany.organisers", 409, "organisers", ["name": "Stadt Balve"], on: "console/prepare")
            .keeping("Stadt Balve").after {
                let name = try OrganiserName("Stadt")
                try await $0.add(11) { number in
                    let organiser = Organiser(
                        id: .init(number: 10 + number), name: name, part: .organiser, imprint: .none,
                        privacy: .none, email: .none)
                    return .programme(change: .organiserSet(organiser: organiser))
                }
            },
        .phone("tooMany.participants", 409, "participants", ["firstName": "Neu"], as: .dora).after {
            guard let anna = try await $0.hall.gathering().attendees[$0.anna] else { return }
            try await $0.add(4_998) { number in
                let other = Participant(
                    id: .init(number: number), joinedAt: anna.joinedAt, hasPhone: true,
                    profile: anna.profile, voice: anna.voice)
                return .people(change: .joined(participant: other))
            }
        },
        .phone("tooMany.proposals", 422, "proposals", ["title": "Stadtbus"]).keeping("Stadtbus").after {
            try await $0.addTopics(500, of: $0.bernd)
        },
        .phone("tooMany.proposalsOfOneHost", 422, "proposals", ["title": "Stadtbus"]).keeping("Stadtbus")
            .after {
                try await $0.addTopics(18, of: $0.anna)
            },
        .console("tooMany.announcements", 409, "announcements", ["text": "Pause im Hof"]).keeping(
            "Pause im Hof"
        )
        .after {
            let text = try AnnouncementText("Kaffee")
            try await $0.add(499) { .day(change: .announced(id: .init(number: 10 + $0), text: text)) }
        },
        .phone("tooManyActs", 429, "proposals", ["title": "Stadtbus"], as: .cem).with(["count": "1"])
            .keeping("Stadtbus").after {
                try await $0.hall.seat(.cem, "Cem")
                for _ in 1...300 {
                    _ = $0.hall.site.parts.actCounts.take(
                        $0.hall.device(.cem), as: .nobody, in: "elsewhere", at: $0.hall.clock.now.instant)
                }
            },
    ]

    private static let people: [Self] = [
        Self("noSuchGathering", 404) { scenery, _ in
            try await scenery.hall.post("/g/nobody/phase", as: .moderator, ["phase": "arriving"])
        },
        .console("notAllowed", 403, "announcements", ["text": "Pause im Hof"], as: .anna),
        .console("notAllowedToPrepare", 403, "rooms", ["name": "Erker", "seats": "8"], as: .moderator),
        .console(
            "namedOtherwise", 422, "deletion", [DeletionPage.titleField: "Etwas anderes"],
            on: "console/prepare?delete=1"
        ).keeping("Etwas anderes"),
        .console("endedAt", 409, "announcements", ["text": "Pause im Hof"]).with(["when": "um 10:00"]).after {
            try await $0.hall.enter(.ended)
        },
        .console("ended", 409, "rehearsal", ["phase": "ended"], on: "console/prepare"),
        .console("noSuchParticipant", 404, "people/nobody/removal", on: "console/people"),
        .phone("wrongCode", 422, "return", ["personalCode": "aaaaaa"], as: .dora).keeping("aaaaaa"),
        Self("codeAtStart", 422) { scenery, _ in
            try await scenery.hall.post("/code", as: .anyone, ["code": "aaaaaa"])
        }.keeping("aaaaaa"),
        .phone("tooManyHashtags", 422, "participants", ["hashtags": "#a #b #c #d"], as: .dora)
            .keeping("#a #b #c #d"),
    ]

    private static let topics: [Self] = [
        .phone("noSuchProposal", 404, "proposals/77/wish").at(.weighing),
        .phone("notYourProposal", 403, "proposals/1", ["title": "Stadtbus"], as: .bernd),
        .phone("proposalsClosed", 422, "proposals", ["title": "Stadtbus"]).keeping("Stadtbus")
            .with(["when": "um 10:00"]).after {
                try await $0.hall.moderate("close-it") { try $0.takeProposals(false, by: $1) }
            },
        .console("notOpenAnyMore", 409, "proposals/4/hands", ["count": "2"], on: "console/topics"),
        .phone("editedMeanwhile", 422, "proposals/1", ["title": "Stadtbus", "revision": "0"]).keeping(
            "Stadtbus"),
        .console("sameProposal", 422, "proposals/1/merger", ["into": "1"], on: "console/topics?topic=1"),
        .console(
            "noSuchHost", 422, "proposals", ["host": "", "title": "Stadtbus"], on: "console/topics?new=1"
        )
        .keeping("Stadtbus"),
        .phone("noSuchSuggestion", 422, "proposals", ["title": "Stadtbus", "suggestion": "77"]).keeping(
            "Stadtbus"),
        .phone("adoptedAlready", 422, "proposals", ["title": "Stadtbus", "suggestion": "7"]).keeping(
            "Stadtbus"
        )
        .with(["title": "Noch eines"]).after { scenery in
            let host = scenery.bernd
            let content = Proposal.Content(title: try Title("Noch eines"))
            try await scenery.add(2) {
                $0 == 1
                    ? .programme(change: .previousSet(id: "altena"))
                    : .topics(
                        change: .proposed(
                            id: "50", hosts: [host], content: content, queueIndex: 0,
                            source: .init(gathering: "altena", topic: "7")))
            }
        },
        .phone("windowNotOpen", 409, "proposals/1/wish"),
        .phone("windowClosed", 409, "proposals/1/wish").at(.weighing).with(["when": "um 10:00"]).after {
            try await $0.hall.setGrace(0)
            try await $0.hall.enter(.planning)
        },
        .phone("coHostUnknown", 422, "proposals", ["title": "Stadtbus", "coHosts": "Zoe"])
            .with(["name": "Zoe"]).keeping("Stadtbus"),
        .phone("coHostAmbiguous", 422, "proposals", ["title": "Stadtbus", "coHosts": "Bernd"])
            .with(["name": "Bernd"]).keeping("Stadtbus").after { try await $0.hall.seat(.dora, "Bernd") },
    ]

    private static let pitches: [Self] = [
        .console("nobodyWaits", 409, "pitch", ["proposal": ""]),
        .console("noPitch", 409, "pitch/pause", ["proposal": "1"]),
        .console("pitchedMeanwhile", 409, "pitch", ["proposal": "2", "after": ""]).at(.pitching)
            .with(["title": "Radwege"]),
        .console("pitchEndedMeanwhile", 409, "pitch", ["proposal": "2", "after": "1"]),
        .console("clockSetMeanwhile", 409, "pitch/extension", ["proposal": "1", "seen": "99"]).at(.pitching),
        .console("nothingToUndo", 409, "undo", ["step": "7777"]),
        Self(
            "builtUpon", 409, at: .planned,
            arrange: { scenery in
                try await scenery.place("1", "1", "2")
                let first = try await scenery.hall.gathering().undo.steps.first { $0.act == .moved(id: "1") }
                return "\(first?.number ?? 0)"
            },
            send: { scenery, step in
                let hall = scenery.hall
                return try await hall.post(
                    hall.path("undo"), as: .moderator, ["step": step], from: hall.path("console"))
            }),
    ]

    private static let board: [Self] = [
        .move("placeTaken", 409, "3", to: "1", "1").at(.planned).with(["title": "Radwege"]).after {
            try await $0.park("3")
        },
        .move("parkedMeanwhile", 409, "1", to: "1", "2", seen: "1").at(.planned).after {
            try await $0.park("1")
        },
        .console("draftUnpublished", 409, "sessions/1/room", ["room": "2"]).at(.published).after {
            try await $0.hall.moderate("move-the-third") {
                try $0.move("3", to: Place(slot: "3", room: "2"), seen: $0.revision(of: "3"), by: $1)
            }
        },
        .move("movedMeanwhile", 409, "1", to: "1", "2", seen: "999").at(.planned).with(["place": "…"]),
        .console("boardChangedMeanwhile", 409, "board/publication", ["revision": "0"], on: "console/board")
            .at(.planned),
        .console(
            "boardChangedMeanwhile", 409, "board/rearrangement", ["moves": "1.1.2", "revision": "0"],
            on: "console/board?better=1"
        ).at(.planned),
        .move("noSuchPlace", 422, "1", to: "77", "1"),
        .move("placeBlocked", 409, "1", to: "1", "1").with(["title": "Mittag"]).after {
            try await $0.hall.moderate("set-an-item") {
                let item = ProgrammeItem(
                    id: "2", title: try Title("Mittag"), form: .breakTime, start: .sample.adding(60),
                    lengthMinutes: 30)
                return try $0.setItem(item, by: $1)
            }
        },
        .move("hostElsewhere", 409, "2", to: "2", "1").with(["title": "Radwege"]).after {
            try await $0.place("1", "2", "2")
        },
        .move("hostAway", 409, "3", to: "1", "1").after {
            try await $0.edit("3") { $0.until = .sample.adding(90) }
        },
        .move("roomLacks", 409, "3", to: "1", "2").with(["what": "…"]).after {
            try await $0.edit("3") { $0.needs = [.projector] }
        },
        .console("notOnBoard", 409, "sessions/1/pin", on: "console/board?session=1"),
        .console("nothingToPublish", 409, "board/publication", on: "console/board").at(.published),
        .console("notPublished", 409, "sessions/1/cancellation"),
        .console("nothingToProject", 409, "picture", ["picture": "board"]),
    ]

    private static let records: [Self] = [
        .phone("nothingWritten", 409, "records/1/release", ["seen": "0"]).at(.published),
        .phone("recordChangedMeanwhile", 409, "records/1/release", ["seen": "0"]).at(.published).after {
            try await $0.write("Rad")
        },
        .phone("noSuchRevision", 404, "records/1/restoration", ["revision": "7"]).at(.published),
        .phone("recordTooLong", 422, "records/1/writing", ["keyPoint1": half, "seen": "0"]).at(.published)
            .with(["count": "1"]).keeping(half).after {
                try await $0.write(String(half.reversed()), in: .keyPoints[0])
            },
        .phone(
            "tooManySteps", 409, "records/1/writing",
            Dictionary(uniqueKeysWithValues: (1...13).map { ("step-s\($0)-what", "Schritt \($0)") })
        ).at(.published).keeping("Schritt 13"),
    ]

    /// Twice this and a line's end is one more than a key point takes.
    private static let half = String(repeating: "x", count: 199) + "y"

    private static let groups: [Self] = [
        .phone(
            "noPhoneNumber", 422, "proposals/1/group/membership",
            ["kind": "phone", "contact": "frag nach", "audience": "group", "until": "2027-01-01"]
        ).keeping("frag nach"),
        .phone(
            "dateOutOfRange", 422, "proposals/1/group/membership",
            ["kind": "other", "contact": "im Rathaus", "audience": "group", "until": "2026-11-20"]
        ).with(["from": "21.\u{A0}November 2026", "to": "21.\u{A0}November 2028"]).keeping("im Rathaus"),
        .phone("notYourGroup", 403, "proposals/1/group/convener", as: .bernd),
        .phone("notInGroup", 409, "proposals/1/group/convener", ["person": "gone"]),
    ]

    private static let links: [Self] = [
        Self("noSuchLink", 404) { scenery, _ in
            try await scenery.hall.post("/l/\(scenery.hall.id)-secretsecretsecretsecret22", as: .dora)
        },
        .link("linkRevoked") { scenery, made in
            try await RevokeLink(scenery.hall.instance)(
                made.id, in: scenery.hall.id, scenery.hall.acting(.organiser, "revoke-new"))
        },
        .link("linkExpired") { scenery, _ in scenery.hall.clock.advance(seconds: 100) },
        .link("linkUsed") { scenery, made in
            guard let token = OpenLink.Token(made.token) else { return }
            try await OpenLink(scenery.hall.instance)(token, scenery.hall.acting(.anna, "open-new"))
        },
        .console("tooManyLinks", 409, "links", ["role": "projector"], on: "console/links").after { scenery in
            let now = scenery.hall.clock.now.instant
            _ = try await scenery.hall.instance.access.change(
                scenery.hall.id, ActKey(actor: "server", act: "two-hundred"), at: now
            ) { _ in
                (1...200).map {
                    .linkMade(
                        link: Domain.Link(
                            id: .init(number: $0), role: .projector, digest: .init(number: $0), madeAt: now))
                }
            }
        },
    ]

    private static let feedback: [Self] = [
        .phone("feedbackNotOpen", 409, "feedback", ["word1": "gut"]),
        .phone("feedbackClosed", 409, "feedback", ["word1": "gut"]).at(.said).with(["when": "um 10:00"]),
        .phone("alreadyAnswered", 409, "feedback", ["word1": "gut"]).at(.closing).after {
            try await DropPaper($0.hall.instance)(
                .sample("laut"), in: $0.hall.id, from: $0.hall.device(.anna))
        },
        .phone("feedbackEmpty", 422, "feedback", ["word1": " ", "sentence": " "]).at(.closing),
        .phone("feedbackTooManyWords", 422, "feedback", ["word1": "a, b, c", "word2": "d, e"]).at(.closing)
            .with(["count": "5"]).keeping("a, b, c"),
        .phone("feedbackNotOneWord", 422, "feedback", ["word1": "gut", "word3": "gar nichts"]).at(.closing)
            .keeping("gar nichts"),
        .console("feedbackStillOpen", 409, "feedback/release", on: "console/feedback").at(.closing),
        .console("nobodySaidThat", 404, "feedback/words/9", ["hidden": "1"], on: "console/feedback")
            .at(.said),
    ]

    private static let fields: [Self] = [
        .console("outOfRange", 422, "rooms", ["name": "Erker", "seats": "0"], on: "console/prepare")
            .with(["from": "1", "to": "5000"]).keeping("Erker"),
        .console("textEmpty", 422, "announcements", ["text": " "]),
        .console("textTooLong", 422, "announcements", ["text": long]).with(["count": "1"]).keeping(long),
        .console("time", 422, "slots", ["start": "mittags"], on: "console/prepare").keeping("mittags"),
        .console("date", 422, "facts", ["title": "Neuer Name", "date": "morgen"], on: "console/prepare")
            .keeping("Neuer Name"),
        .console("missing", 422, "links", ["role": ""], on: "console/links"),
        Self("anotherOrigin", 403) { scenery, _ in
            var headers = HTTPFields()
            if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "cross-site" }
            let hall = scenery.hall
            return try await hall.send(
                .post, hall.path("announcements"), as: .moderator, headers,
                body: ByteBuffer(string: "text=Hallo"))
        },
        Self("notUTF8", 409) { scenery, _ in
            try await scenery.hall.postRaw(
                scenery.hall.path("announcements"), as: .moderator, "text=%FF")
        },
    ]

    private static let long = String(repeating: "x", count: 201)

    private static func move(
        _ key: String, _ status: Int, _ session: String, to slot: String, _ room: String, seen: String = ""
    ) -> Self {
        .console(
            key, status, "sessions/\(session)/place", ["slot": slot, "room": room, "seen": seen],
            on: "console/board?session=\(session)&move=1")
    }

    /// A link that worked once.
    private static func link(
        _ key: String, _ spoil: @escaping @Sendable (Scenery, MakeLink.Made) async throws -> Void
    ) -> Self {
        Self(
            key, 410,
            arrange: { scenery in
                let hall = scenery.hall
                let made = try await MakeLink(hall.instance)(
                    .moderator, in: hall.id, hall.acting(.organiser, "make-new"), lifeSeconds: 60,
                    worksOnce: true)
                try await spoil(scenery, made)
                return made.token
            },
            send: { scenery, token in try await scenery.hall.post("/l/\(token)", as: .dora) })
    }
}
