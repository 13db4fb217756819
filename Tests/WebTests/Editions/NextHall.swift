import Domain
import TestSupport
import Testing

@testable import Web

extension Hall {
    /// The edition after this one, made by the organiser's form.
    func nextEdition(_ title: String = "Zweiter", number: Int = 7) async throws -> Hall {
        let made = try await post(
            path("next"), as: .organiser, ["title": title, "date": "2027-06-01"],
            act: "next-edition-\(number)")
        let part = try #require(made.location?.split(separator: "/")[1])
        let id = try #require(Gathering.ID(String(part)))
        return Hall(instance: instance, site: site, clock: clock, id: id, number: number)
    }

    /// Whatever the program's rights and verbs would say.
    func force(_ act: Int, _ change: Gathering.Change) async throws {
        try await moderate(.certain("force-it-\(act)")) { _, _ in [change] }
    }
}

extension Scenery {
    /// Radwege took place and left a question open, Leerstand was parked, a draft asks something, and a parked title is
    /// hidden. `isOver`: and the day is over.
    static func openAndParked(isOver: Bool = true) async throws -> Hall {
        let scenery = try await Scenery.open(.planned)
        let hall = scenery.hall
        try await hall.propose("Pranger", by: .bernd)
        try await hall.moderate("park-the-second") {
            try $0.park("2", seen: $0.revision(of: "2"), by: $1)
        }
        try await hall.moderate("hide-the-fifth") { try $0.hide("5", by: $1) }
        try await hall.moderate("publish-it-all") { try $0.publish(revision: $0.board.revision, by: $1) }
        try await scenery.write("Wer zahlt die Wege?", in: .questions)
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        try await hall.post(
            hall.path("records/3/writing"), as: .bernd, ["questions": "Noch geheim?", "seen": "0"])
        if isOver { try await hall.enter(.ended) }
        return hall
    }
}
