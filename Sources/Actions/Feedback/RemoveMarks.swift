public import Domain
internal import Journal

/// Forgets of those who left that they have answered. What they said stays in the box: nobody knows which paper it is.
public struct RemoveMarks: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// For all who left; what was done before changes nothing.
    public func callAsFunction(in id: Gathering.ID) async throws {
        let ballots = instance.ballots(of: id)
        guard try await ballots.gatherings().contains(id) else { return }
        let gone = try await instance.gatherings.read(id) { gathering in
            gathering.attendees.all.values.filter { !$0.isHere }.map(\.id)
        }
        for participant in gone {
            try await ballots.remove(Mark(of: participant, in: id, instance.secret), in: id)
        }
    }
}
