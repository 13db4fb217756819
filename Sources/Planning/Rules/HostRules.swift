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
}
