import Foundation
import Planning

/// An instance in the format of PLANNER.md, as far as the benchmark files use it.
struct WishesFile: Decodable {
    struct Room: Decodable {
        let capacity: Int
        let features: [String]
    }

    struct Session: Decodable {
        let hosts: [Int]
        let needs: [String]
        let fixedSlot: Int?
    }

    let slots: Int
    let participants: Int
    let rooms: [Room]
    let sessions: [Session]
    let hostUnavailable: [[Int]]
    let precedences: [[Int]]
    let interests: [[Int]]
    let overCapacityWeight: Int

    /// Where the instances lie: named by the environment, or beside the package.
    static let folder: URL =
        if let named = ProcessInfo.processInfo.environment["TAFELRUNDE_WISHES"] {
            URL(fileURLWithPath: named)
        } else {
            URL(fileURLWithPath: #filePath)
                .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("../shared/data/wishes").standardizedFileURL
        }

    static var folderPath: String { folder.path }

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("b0060.json").path)
    }

    static func problem(_ name: String) throws -> Problem {
        let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
        return try Problem(try JSONDecoder().decode(WishesFile.self, from: data).draft)
    }

    var draft: Problem.Draft {
        var draft = Problem.Draft(slotCount: slots, participantCount: participants)
        draft.rooms = rooms.map { Problem.Room(capacityPeople: $0.capacity, features: Set($0.features)) }
        draft.sessions = sessions.map {
            var session = Problem.Session(hosts: $0.hosts, needs: Set($0.needs))
            session.fixedSlot = $0.fixedSlot
            return session
        }
        draft.absences = hostUnavailable.map { Problem.Absence(host: $0[0], slot: $0[1]) }
        draft.precedences = precedences.map { Problem.Precedence(before: $0[0], after: $0[1]) }
        draft.wishes = interests.map { Problem.Wish(participant: $0[0], session: $0[1], weight: $0[2]) }
        draft.overCapacityWeight = overCapacityWeight
        return draft
    }
}
