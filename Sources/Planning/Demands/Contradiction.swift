/// Sessions whose demands cannot all be met, the rules that stand against each other, and who is parked
/// so that the rest can stand.
///
/// Neither a session nor a rule nor one of the demands could be left out without the contradiction going
/// away, as far as the bounded search for it could tell.
public struct Contradiction: Hashable, Sendable {
    public let sessions: [Int]
    public let rules: [Rule.Name]
    /// What cannot be met together, one by one; by itself it contradicts only what the gathering has.
    public let demands: [Demand]
    public let parked: Int
    /// False where no place was found but it is not proven that there is none.
    public let isProven: Bool

    public init(
        sessions: [Int], rules: [Rule.Name], demands: [Demand] = [], parked: Int, isProven: Bool = true
    ) {
        self.sessions = sessions
        self.rules = rules
        self.demands = demands
        self.parked = parked
        self.isProven = isProven
    }
}
