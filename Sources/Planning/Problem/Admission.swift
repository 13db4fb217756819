/// Who gets in where there are more sessions than places.
public enum Admission: Sendable, Equatable {
    /// Whoever makes the best board: a session for a few who would sit idle beats the fourth favourite of all.
    case bestBoard
    /// The most wanted by weight, demanded ones first, whatever they leave for the others.
    case mostWanted
}

extension Problem {
    /// Sessions that are not admitted, whatever place is free. What is settled or demanded is always in.
    func excludedSessions() -> Set<Int> {
        guard admission == .mostWanted else { return [] }
        let weight = wantedWeight
        let byWeight = sessions.indices.filter { !isSettled($0) }
            .sorted {
                (demandsPlace($0) ? 0 : 1, -weight[$0], $0) < (demandsPlace($1) ? 0 : 1, -weight[$1], $1)
            }

        // A long session that has begun also holds what it lasts after the slots that are frozen.
        let held = Set(sessions.indices.flatMap { cells($0, from: settledCell(of: $0)) })
        var free = (0..<cellCount).map { cell(at: $0) }.count {
            !isBlocked($0) && !frozenSlots.contains($0.slot) && !held.contains($0)
        }
        var excluded: Set<Int> = []
        for session in byWeight {
            let length = sessions[session].lengthSlots
            if length <= free || demandsPlace(session) { free -= length } else { excluded.insert(session) }
        }
        return excluded
    }
}
