import Domain
import Testing

/// A verb that is refused, each in the plainest way.
struct Provocation: Sendable, CustomTestStringConvertible {
    let refused: Gathering.Refused
    let verb: @Sendable () throws -> Void

    var testDescription: String { "\(refused)" }

    static let all = programme + people + topics + board + records + groups + feedback + undo

    private static let programme = [
        Self(.noSuchGathering) { try Gathering(id: "g1").enter(.arriving, by: .moderator) },
        Self(.notAllowed(.prepare)) { try Gathering(id: "g1").prepare(.sample, by: .moderator) },
        Self(.alreadyPrepared) { try Gathering.sample().prepare(.sample, by: .organiser) },
        Self(.ended(at: 60)) { try Gathering.sample().entering(.ended).endPitch(by: .moderator) },
        Self(.ended(at: nil)) {
            try Gathering.sample().doing { try $0.cutVoices(pairs: []) }.join(.sample("eva"), by: .nobody)
        },
        Self(.namedOtherwise) {
            try Gathering.sample().mustBeForgettable(
                named: "Runder", code: try #require(JoinCode("abcdef")), by: .organiser)
        },
        Self(.continuedAlready) {
            try Gathering.sample().doing { try $0.goOn(in: "g2", isGone: { _ in false }, by: .organiser) }
                .goOn(in: "g3", isGone: { _ in false }, by: .organiser)
        },
        Self(.noSuchRoom) { try Gathering.sample().removeRoom("dach", by: .organiser) },
        Self(.noSuchSlot) { try Gathering.sample().removeSlot(9, by: .organiser) },
        Self(.noSuchItem) { try Gathering.sample().removeItem("pause", by: .organiser) },
        Self(.noSuchOrganiser) { try Gathering.sample().removeOrganiser("kreis", by: .organiser) },
        Self(.outOfRange(field: "seats", from: 1, to: 5_000)) {
            try Gathering.sample().setRoom(.sample("neu", seats: 0), by: .organiser)
        },
        Self(.roomNamedAlike("Saal")) {
            try Gathering.sample().setRoom(Room(id: "neu", name: "SAAL", seats: 10), by: .organiser)
        },
        Self(.noEmail) {
            try Gathering.sample().setOrganiser(
                Organiser(id: "kreis", name: "Kreis", part: .host, imprint: "", privacy: "", email: "nope"),
                by: .organiser)
        },
        Self(.roomInUse(sessions: 1)) {
            try Gathering.sample(topics: 1).placing(1, 1, "saal").removeRoom("saal", by: .organiser)
        },
        Self(.roomHasItem("Pause")) {
            try Gathering.sample().doing { try $0.setItem(.sample(room: "saal"), by: .organiser) }
                .removeRoom("saal", by: .organiser)
        },
        Self(.sessionInTheWay(1)) {
            try Gathering.sample().proposing("Film", by: "anna") { $0.needs = [.projector] }
                .placing(1, 1, "saal").setRoom(.sample("saal"), by: .organiser)
        },
        Self(.timesChangedMeanwhile) {
            try Gathering.sample().shift(byMinutes: 15, seen: 0, at: .at("9:00"), by: .moderator)
        },
        Self(.slotInUse(sessions: 1)) {
            try Gathering.sample(topics: 1).placing(1, 1, "saal").removeSlot(1, by: .organiser)
        },
        Self(.slotsOverlap(with: "10:00")) {
            try Gathering.sample().setSlot(Slot(id: 9, start: "10:30", lengthMinutes: 30), by: .organiser)
        },
        Self(.afterMidnight) {
            try Gathering.sample().setSlot(Slot(id: 9, start: "23:50", lengthMinutes: 30), by: .organiser)
        },
    ]

    private static let people = [
        Self(.noSuchParticipant) { try Gathering.sample().takeOut("eva", by: .moderator) },
        Self(.hasLeft) {
            try Gathering.sample().doing { try $0.leave("anna", by: .moderator) }
                .setProfile(.sample(of: "anna"), of: "anna", by: .moderator)
        },
        Self(.windowStillOpen) {
            try Gathering.sample().entering(.weighing)
                .changeFacts(.sample.with { $0.rules.isBlind.toggle() }, by: .organiser)
        },
        Self(.windowClosed(at: nil)) { try Interest(id: "g1").wish(1, weightMax: 1, by: "v1") },
        Self(.windowClosed(at: 7)) {
            try Interest(id: "g1").applying([.windowClosed], at: 7).unwish(1, by: "v1")
        },
    ]

    private static let topics = [
        Self(.noSuchProposal) { try Gathering.sample().hide(1, by: .moderator) },
        Self(.notYourProposal) { try Gathering.sample(topics: 1).withdraw(1, by: .participant("ben")) },
        Self(.proposalsClosed(since: 60)) {
            try Gathering.sample().doing { try $0.takeProposals(false, by: .moderator) }
                .propose(.init(title: "Neu"), by: .participant("anna"))
        },
        Self(.tooMany(.proposalsOfOneHost)) {
            let full = try (1...20).reduce(try Gathering.sample()) { try $0.proposing("T\($1)", by: "anna") }
            return try full.propose(.init(title: "Neu"), by: .participant("anna"))
        },
        Self(.notOpenAnyMore) {
            try Gathering.sample(topics: 1).doing { try $0.withdraw(1, by: .moderator) }
                .admit(1, true, by: .moderator)
        },
        Self(.editedMeanwhile) {
            try Gathering.sample(topics: 1).edit(1, to: .init(title: "Neu"), revision: 0, by: .moderator)
        },
        Self(.sameProposal) { try Gathering.sample(topics: 1).merge(1, into: 1, by: .moderator) },
        Self(.noSuchHost) { try Gathering.sample(topics: 1).setHosts([], of: 1, by: .moderator) },
        Self(.noSuchSuggestion) { try Gathering.sample().source(named: "7") },
        Self(.adoptedAlready(by: 1)) {
            try Gathering.sample()
                .doing { _ in
                    let source = Suggestion.Source(gathering: "altena", topic: 7)
                    return [
                        .programme(change: .previousSet(id: "altena")),
                        .topics(
                            change: .proposed(
                                id: 1, hosts: ["anna"], content: .init(title: "Neu"), queueIndex: 0,
                                source: source)),
                    ]
                }.mustBeFree(.init(gathering: "altena", topic: 7))
        },
        Self(.nobodyWaits) { try Gathering.sample().beginPitch(at: .at("10:00"), by: .moderator) },
        Self(.pitchedMeanwhile(1)) {
            try Gathering.sample(topics: 3).doing { try $0.beginPitch(at: .at("10:00"), by: .moderator) }
                .beginPitch(2, after: nil, at: .at("10:00"), by: .moderator)
        },
        Self(.clockSetMeanwhile) {
            try Gathering.sample(topics: 1).doing { try $0.beginPitch(at: .at("10:00"), by: .moderator) }
                .extendPitch(of: 1, bySeconds: 30, seen: 7, at: .at("10:00"), by: .moderator)
        },
        Self(.noPitch) { try Gathering.sample().pausePitch(at: .at("10:00"), by: .moderator) },
    ]

    private static let board = [
        Self(.placeTaken(by: 1)) {
            try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(2, 1, "saal")
        },
        Self(.movedMeanwhile(to: Place(slot: 1, room: "saal"))) {
            try Gathering.sample(topics: 1).placing(1, 1, "saal").park(1, seen: 0, by: .moderator)
        },
        Self(.boardChangedMeanwhile) { try Gathering.sample().publish(revision: 7, by: .moderator) },
        Self(.draftUnpublished) {
            try Gathering.sample(topics: 2).placing(1, 1, "saal").publishing().placing(2, 2, "saal")
                .changeRoom(of: 1, to: "stube", by: .moderator)
        },
        Self(.pinnedThere) {
            try Gathering.sample(topics: 1).placing(1, 1, "saal").doing { try $0.pin(1, by: .moderator) }
                .lay(
                    Board.Layout(placements: [1: Placement(place: Place(slot: 2, room: "saal"))]),
                    basedOn: 2, by: .moderator)
        },
        Self(.noSuchPlace) { try Gathering.sample(topics: 1).placing(1, 9, "saal") },
        Self(.placeBlocked(by: "Pause")) {
            try Gathering.sample(topics: 1)
                .doing { try $0.setItem(.sample(from: "10:00"), by: .organiser) }.placing(1, 1, "saal")
        },
        Self(.hostElsewhere(session: 1)) {
            try Gathering.sample(topics: 1).proposing("Auch", by: "anna")
                .placing(1, 1, "saal").placing(2, 1, "stube")
        },
        Self(.hostAway) {
            try Gathering.sample().proposing("Früh", by: "anna") { $0.until = "10:30" }.placing(1, 1, "saal")
        },
        Self(.roomLacks([.projector])) {
            try Gathering.sample().proposing("Film", by: "anna") { $0.needs = [.projector] }
                .placing(1, 1, "stube")
        },
        Self(.notOnBoard) { try Gathering.sample(topics: 1).pin(1, by: .moderator) },
        Self(.nothingToPublish) { try Gathering.sample().publishing() },
        Self(.notPublished) { try Gathering.sample(topics: 1).cancel(1, by: .moderator) },
        Self(.nothingToProject(.board)) { try Gathering.sample().project(.board, by: .moderator) },
    ]

    private static let records = [
        Self(.nothingWritten) { try Record.sample().release(by: .moderator) },
        Self(.recordChangedMeanwhile) {
            try Record.sample().writing("Neu", in: .questions).release(seen: 0, by: .moderator)
        },
        Self(.noSuchRevision) { try Record.sample().restore(1, by: .moderator) },
        Self(.recordTooLong(field: "keyPoint1", by: 1)) {
            let typed = try Record.Typed(.keyPoints[0], String(repeating: "a", count: 200))
            return try Record.sample().writing(String(repeating: "b", count: 200), in: .keyPoints[0])
                .write([typed], seen: 0, by: .moderator)
        },
        Self(.tooManySteps) {
            let typed = try (1...13).map {
                try Record.Typed(.step(Record.Step.ID(number: $0), .what), "Schritt \($0)")
            }
            return try Record.sample().write(typed, seen: 0, by: .moderator)
        },
    ]

    private static let groups = [
        Self(.noPhoneNumber) { try Contact(.phone, "frag nach") },
        Self(.dateOutOfRange(field: "until", from: "2026-11-21", to: "2028-11-21")) {
            try WorkingGroups.sample.joining(
                1, "ben", .sharing("b1", with: .group, until: "2026-11-20"), in: .sample(topics: 1))
        },
        Self(.notYourGroup) {
            try WorkingGroups.sample.handOver(1, to: "ben", .sample(topics: 1), by: .participant("ben"))
        },
        Self(.notInGroup) {
            try WorkingGroups.sample.handOver(1, to: "ben", .sample(topics: 1), by: .participant("anna"))
        },
    ]

    private static let feedback = [
        Self(.feedbackNotOpen) {
            try Feedback.sample().mustTake(on: Gathering.sample().entering(.running).day)
        },
        Self(.feedbackNotOpen) { try Feedback.sample().mustBeClosable(in: .running, by: .moderator) },
        Self(.feedbackClosed(at: 60)) {
            try Feedback.sample().mustTake(on: Gathering.sample().entering(.ended).day)
        },
        Self(.feedbackStillOpen) { try Feedback.sample().release(by: .moderator) },
        Self(.nobodySaidThat) { try Feedback.closed().setWord(9, hidden: true, by: .moderator) },
    ]

    private static let undo = [
        Self(.nothingToUndo) { try Gathering.sample().takeBack(step: 1, at: .at("9:00"), by: .moderator) },
        Self(.builtUpon(.moved(id: 1))) {
            try Gathering.sample(topics: 1).placing(1, 1, "saal").placing(1, 2, "saal")
                .takeBack(step: 1, at: .at("9:00"), by: .moderator)
        },
    ]

    private init<Result>(_ refused: Gathering.Refused, verb: @escaping @Sendable () throws -> Result) {
        self.refused = refused
        self.verb = { _ = try verb() }
    }
}
