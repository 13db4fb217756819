import Domain
import Foundation
import Journal
import JournalSQLite

// Fills a journal with gatherings, so that starting on a large one can be measured.
//
// usage: journal-fill FOLDER GATHERINGS ENTRIES
//
// The folder was served before: it has its keys. Nobody is in these gatherings; their wishes are.

let folder = CommandLine.arguments[1]
let gatheringCount = Int(CommandLine.arguments[2]) ?? 0
let entryCount = Int(CommandLine.arguments[3]) ?? 0
let topicCount = 40
let voiceCount = 60

let journal = try SQLiteJournal(folder: folder, freshEpoch: Epoch(1))
var generator = SystemRandomNumberGenerator()
var number = 0

/// An act of nobody's, with the next id.
@MainActor func act(_ writes: [Write]) throws -> Act {
    number += 1
    guard let actor = ActorID("journal-fill"), let id = ActID("fill-\(number)") else {
        throw CocoaError(.coderInvalidValue)
    }
    let moment = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    return Act(key: ActKey(actor: actor, act: id), moment: moment, writes: writes)
}

@MainActor func keep(_ acts: [Act]) async throws {
    for outcome in try await journal.append(acts) {
        guard case .kept = outcome else { throw CocoaError(.fileWriteUnknown) }
    }
}

/// One gathering with its topics, its window open.
@MainActor func beginning(_ id: Gathering.ID) throws -> [Act] {
    let organiser = Caller(roles: [.organiser])
    guard let date = LocalDate("2026-11-21"), let start = MinuteOfDay("10:00") else {
        throw CocoaError(.coderInvalidValue)
    }
    var facts = Facts(
        title: try Title("Gathering \(id)"), form: .barcamp, date: date, venue: try VenueName("Hall"),
        tone: .du)
    facts.rules = Rules()
    let rooms = try (1...4).map { Room(id: Room.ID(number: $0), name: try RoomName("Room \($0)"), seats: 40) }
    let draft = Gathering.Draft(facts: facts, rooms: rooms, slots: Slot.row(from: start, count: 4))
    let prepared = try Gathering(id: id).prepare(draft, by: organiser)
    let topics = try (1...topicCount).map { topic in
        Gathering.Change.topics(
            change: .proposed(
                id: Proposal.ID(number: topic), hosts: [], content: .init(title: try Title("Topic \(topic)")),
                queueIndex: topic - 1))
    }
    let listed = House.Change.gatheringListed(
        id: id, codeSerial: 1, codeDigest: CodeDigest.random(using: &generator))
    return [
        try act([
            try Write(of: Gathering.self, id, changes: prepared),
            try Write(of: House.self, House.theOne, changes: [listed]),
        ])
    ] + (try topics.map { try act([try Write(of: Gathering.self, id, changes: [$0])]) }) + [
        try act([try Write(of: Interest.self, id, changes: [.windowOpened])])
    ]
}

var ids: [Gathering.ID] = []
for _ in 0..<gatheringCount {
    let id = Gathering.ID.random(using: &generator)
    ids.append(id)
    try await keep(try beginning(id))
    print(id)
}

let voices = (0..<voiceCount).map { _ in Voice.ID.random(using: &generator) }
var batch: [Act] = []
while number < entryCount - gatheringCount {
    let id = ids[number % ids.count]
    let voice = voices[number / ids.count % voices.count]
    let topic = Proposal.ID(number: 1 + number / (ids.count * voices.count) % topicCount)
    let isBack = number / (ids.count * voices.count * topicCount) % 2 == 1
    let change: Interest.Change =
        isBack ? .unwished(voice: voice, proposal: topic) : .wished(voice: voice, proposal: topic, weight: 1)
    batch.append(try act([try Write(of: Interest.self, id, changes: [change])]))
    if batch.count == 1000 {
        try await keep(batch)
        batch = []
    }
}
try await keep(batch)
try journal.close()
