import Actions
import Domain
import Foundation
import Journal
import Logging

/// Does what nobody asks for: destroys keys that a crash left over, cuts voices a day after the end, and forgets
/// names half a year after it.
struct Housekeeping: Sendable {
    static let intervalSeconds = 300
    /// The first visitors after a start come first.
    static let delaySeconds = 5

    let instance: Instance
    let logger: Logger

    /// Soon after the start, then every few minutes, until its task ends.
    func run() async {
        try? await Task.sleep(for: .seconds(Self.delaySeconds))
        while !Task.isCancelled {
            await round()
            try? await Task.sleep(for: .seconds(Self.intervalSeconds))
        }
    }

    /// Looks at every gathering once; a fault at one does not keep it from the others.
    func round() async {
        for house in [House.theOne, House.ofRehearsals] {
            let gatherings = (try? await instance.house.read(house) { $0.order }) ?? []
            for gathering in gatherings where !Task.isCancelled {
                do {
                    try await keepHouse(of: gathering)
                } catch {
                    logger.error(
                        "Housekeeping failed.", metadata: ["gathering": "\(gathering)", "fault": "\(error)"])
                }
            }
        }
    }

    private func keepHouse(of gathering: Gathering.ID) async throws {
        let keys = instance.keys(of: gathering)
        let gone = try await instance.gatherings.read(gathering) { gathering in
            gathering.attendees.all.values.filter { !$0.isHere }.map(\.id)
        }
        let left = gone.map { KeyName(gathering: gathering, purpose: .person($0)) }.filter { keys.holds($0) }
        if !left.isEmpty {
            try await keys.destroy(left)
            logger.notice(
                "Keys of people who have left were destroyed.",
                metadata: ["gathering": "\(gathering)", "count": "\(left.count)"])
        }
        try await RemoveVoices(instance)(in: gathering)
        let forgotten = try await ForgetNames(instance)(in: gathering)
        if forgotten > 0 {
            logger.notice(
                "Half a year after the end names were forgotten.",
                metadata: ["gathering": "\(gathering)", "count": "\(forgotten)"])
        }
        if try await CutVoices(instance)(in: gathering) {
            logger.notice("Wishes were cut from their voices.", metadata: ["gathering": "\(gathering)"])
        }
    }
}
