extension Rule {
    /// Nobody can host two sessions at the same time.
    public static let hostInOnePlace = Rule(
        .hostInOnePlace,
        .hard,
        .pair { problem, first, second in
            guard !problem.sharedSlots(first, second).isEmpty else { return nil }
            let others = problem.sessions[second.session].hosts
            let host = problem.sessions[first.session].hosts.first { others.contains($0) }
            return host.map { .hostTwice(host: $0, first: first.session, second: second.session) }
        }
    )

    /// A session runs only while all its hosts are there.
    public static let hostPresent = Rule(
        .hostPresent,
        .hard,
        .session { problem, session, cell in
            guard let cell else { return nil }
            for slot in problem.slots(of: session, from: cell.slot) {
                for host in problem.sessions[session].hosts where problem.isAbsent[host].contains(slot) {
                    return .hostAbsent(host: host, session: session, slot: slot)
                }
            }
            return nil
        }
    )

    /// A host has a moment between two sessions: the second does not begin when the first ends, unless there
    /// is a break.
    public static let hostSpread = Rule(
        .hostSpread,
        .perPairWithoutPause,
        .pair { problem, first, second in
            let later = max(first.cell.slot, second.cell.slot)
            let ends = [first, second].map { $0.cell.slot + problem.sessions[$0.session].lengthSlots }
            guard ends.contains(later), !problem.slotsAfterBreak.contains(later),
                problem.sharedSlots(first, second).isEmpty
            else { return nil }
            let others = problem.sessions[second.session].hosts
            let host = problem.sessions[first.session].hosts.first { others.contains($0) }
            return host.map { .hostWithoutPause(host: $0, first: first.session, second: second.session) }
        }
    )
}
