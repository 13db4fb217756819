public import Domain
internal import Journal

/// Stand-in until the real one is here.
public struct DemoGathering: Sendable {
    let instance: Instance

    public init(_ instance: Instance) { self.instance = instance }

    public func callAsFunction(people: Int) async throws -> Gathering.ID {
        if let first = try await instance.house.read(House.theOne, { $0.order.first }) { return first }
        guard let title = try? Title("Demo"), let date = LocalDate("2026-11-21"),
            let venue = try? VenueName("Halle"),
            let act = ActID("demodemo"), let device = Device.ID("demo")
        else { throw DeskFault.closed }
        let facts = Facts(title: title, form: .barcamp, date: date, venue: venue, tone: .du)
        return try await CreateGathering(instance).make(
            .init(facts: facts, rooms: [], slots: []), Acting(device: device, act: act), isRehearsal: false)
    }
}
