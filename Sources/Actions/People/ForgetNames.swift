public import Domain
internal import Journal

/// Destroys the keys of everybody's names half a year after a gathering's end, as its privacy notice promises; after
/// its date when nobody ended it.
public struct ForgetNames: Sendable {
    /// Six months, counted generously.
    public static let daysAfterEnd = 183

    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// How many names were forgotten; none before the time, and none a second time.
    public func callAsFunction(in id: Gathering.ID) async throws -> Int {
        let now = instance.now().instant
        let people = try await instance.gatherings.read(id) { gathering -> [Participant.ID] in
            guard let end = instance.end(of: gathering),
                now >= end.adding(seconds: Self.daysAfterEnd * 24 * 3600)
            else { return [] }
            return Array(gathering.attendees.all.keys)
        }
        let keys = instance.keys(of: id)
        let left = people.map { KeyName(gathering: id, purpose: .person($0)) }.filter { keys.holds($0) }
        if !left.isEmpty { try await keys.destroy(left) }
        return left.count
    }
}
