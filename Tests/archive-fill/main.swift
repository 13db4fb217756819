import Domain
import Foundation
import Journal
import JournalSQLite
import Lookup

// Fills a journal with gatherings in the archive whose sessions have released records, so that search can be measured.
//
// usage: archive-fill FOLDER GATHERINGS RECORDS_EACH
//        archive-fill FOLDER measure < QUERIES
//
// The second makes the lookup of the journal anew and asks it each line of its input, some times over. It prints how
// long the making took, and then how long each answer took, in milliseconds.
//
// The text is put together of what German towns talk about: common words often, compounds of two parts seldom. The
// same arguments make the same text.

let folder = CommandLine.arguments[1]
let gatheringCount = Int(CommandLine.arguments[2]) ?? 0
let recordCount = Int(CommandLine.arguments.last ?? "") ?? 0

let journal = try SQLiteJournal(folder: folder, freshEpoch: Epoch(1))
var random = SystemRandomNumberGenerator()
let prose = Prose()
var dice = Dice()
var number = 0

@MainActor func keep(_ writes: [Write]) async throws {
    number += 1
    guard let actor = ActorID("archive-fill"), let id = ActID("fill-\(number)") else {
        throw CocoaError(.coderInvalidValue)
    }
    let moment = Instant(milliseconds: 1_795_251_600_000 + Int64(number))
    let act = Act(key: ActKey(actor: actor, act: id), moment: moment, writes: writes)
    guard case .kept? = try await journal.append([act]).first else { throw CocoaError(.fileWriteUnknown) }
}

@MainActor func gathering(_ index: Int) async throws {
    let id = Gathering.ID.random(using: &random)
    let year = 2016 + index % 11
    guard let date = LocalDate("\(year)-\(10 + index % 3)-\(10 + index % 19)") else {
        throw CocoaError(.coderInvalidValue)
    }
    var facts = Facts(
        title: try Title("\(index). Runder Tisch"), form: .barcamp, date: date,
        venue: try VenueName("Rathaus"), tone: .du)
    facts.isInArchive = true
    facts.series = try SeriesName("Reihe \(index % 12)")
    var changes: [Gathering.Change] = [.programme(change: .factsSet(facts: facts))]
    var steps: [Board.Setting] = []
    var records: [Write] = []
    let moderator = Caller(roles: [.moderator])
    for session in (1...recordCount).map({ Proposal.ID(number: $0) }) {
        let subject = prose.subject(&dice)
        let content = Proposal.Content(
            title: try Title(String(prose.sentence(5, subject, &dice).prefix(110))),
            sentence: try Sentence(String(prose.sentence(15, subject, &dice).prefix(270))))
        changes.append(.topics(change: .proposed(id: session, hosts: [], content: content, queueIndex: 0)))
        steps.append(
            .init(session, placement: Placement(place: Place(slot: .init(number: 1), room: .init(number: 1))))
        )
        guard let name = Record.ID(of: session, in: id) else { continue }
        var record = Record(id: name)
        let written = try record.write(
            [
                .init(.startingPoint, prose.sentence(40, subject, &dice)),
                .init(.keyPoints[0], prose.sentence(14, subject, &dice)),
                .init(.keyPoints[1], prose.sentence(12, subject, &dice)),
                .init(
                    .questions, prose.sentence(9, subject, &dice) + "\n" + prose.sentence(7, subject, &dice)),
                .init(
                    .solutions, prose.sentence(35, subject, &dice) + "\n" + prose.sentence(20, subject, &dice)
                ),
            ], seen: 0, by: moderator)
        for change in written { record.apply(change, at: Instant(milliseconds: 0)) }
        let released = try record.release(
            seen: record.revision, names: .init(), confirmed: .init(), isHost: true, by: moderator)
        records.append(try Write(of: Record.self, name, changes: written + released))
    }
    changes += [
        .board(change: .draftChanged(steps: steps, how: .laid)), .board(change: .published(number: 1)),
    ]
    try await keep([try Write(of: Gathering.self, id, changes: changes)] + records)
}

/// What stands between a question and its twenty best answers, without HTTP.
@MainActor func measure() async throws {
    let clock = ContinuousClock()
    let lookup = try Lookup(folder + "/lookup.sqlite", journal: journal, isForgotten: { _ in false })
    let made = try await clock.measure { try await lookup.catchUp() }
    print(made / .milliseconds(1))
    var queries: [Query] = []
    while let line = readLine() { queries.append(Query(line)) }
    for turn in 0..<21 {
        for query in queries {
            let taken = try await clock.measure { _ = try await lookup.search(SearchRequest(query)) }
            // The first turn only warms up.
            if turn > 0 { print(taken / .milliseconds(1)) }
        }
    }
    await lookup.close()
}

if CommandLine.arguments[2] == "measure" {
    try await measure()
} else {
    for index in 1...gatheringCount { try await gathering(index) }
}
try journal.close()

/// Splitmix64: the same text each time.
struct Dice: RandomNumberGenerator {
    private var state: UInt64 = 20_261_121

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Sentences without sense, with words as often as they come.
struct Prose {
    private let small = """
        und die der den das in zu mit auf für ist nicht von sich ein eine auch es an werden aus er hat dass sie nach bei um am \
        sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn können alle soll
        """.split(separator: " ").map(String.init)
    private let first = """
        Leerstands Bürger Rathaus Stadt Orts Bau Verkehrs Rad Schul Kita Wald Wasser Energie Wärme Klima Jugend Senioren Kultur \
        Vereins Feuerwehr Haushalts Steuer Personal Fachkräfte Digital Daten Glasfaser Förder Gewerbe Tourismus Wirtschafts Markt \
        Friedhofs Sport Schwimmbad Bücherei Pflege Ärzte Hausarzt Mobilitäts Bus Bahnhofs Straßen Brücken Spielplatz Park Grün \
        Biotop Hochwasser Abfall Kanal Wohnungs Miet Dorf Integrations Ehrenamts Partnerschafts Beteiligungs Rats Ausschuss
        """.split(separator: " ").map(String.init)
    private let second = """
        management konzept büro platz haus amt plan werk stelle beauftragter förderung entwicklung beratung gruppe netz kataster \
        vertrag satzung gebühr antrag verfahren werkstatt labor treff laden börse karte weg straße brücke schule gesetz mittel \
        kosten anlage fläche gebiet projekt leitung prüfung vergabe ausschreibung statistik meldung sprechstunde angebot strategie \
        größe träger kraft stunde tag woche fest markt rat kreis verband zentrum archiv lösung frage
        """.split(separator: " ").map(String.init)
    private let endings = ["", "", "", "s", "en", "e", "er"]

    /// What one session is about: a few things, and what is done about them.
    struct Subject {
        let first: [String]
        let second: [String]
    }

    func subject(_ dice: inout Dice) -> Subject {
        Subject(
            first: (0..<6).map { _ in first[often(first.count, &dice)] },
            second: (0..<12).map { _ in second[often(second.count, &dice)] })
    }

    func sentence(_ words: Int, _ subject: Subject, _ dice: inout Dice) -> String {
        (0..<words).map { _ in word(subject, &dice) }.joined(separator: " ") + "."
    }

    /// Half of all words are small ones; of the others the first ones come most often.
    private func word(_ subject: Subject, _ dice: inout Dice) -> String {
        if Bool.random(using: &dice) { return small[often(small.count, &dice)] }
        let head = subject.first[often(subject.first.count, &dice)]
        if Int.random(in: 0..<5, using: &dice) == 0 { return head }
        return head + subject.second[often(subject.second.count, &dice)]
            + endings[Int.random(in: 0..<endings.count, using: &dice)]
    }

    private func often(_ count: Int, _ dice: inout Dice) -> Int {
        min(Int.random(in: 0..<count, using: &dice), Int.random(in: 0..<count, using: &dice))
    }
}
