import Domain

/// The day as a line of seven seats; each is a button, for a moderator may go anywhere.
struct PhaseLine {
    static let stations: [Phase] = [
        .arriving, .greeting, .pitching, .weighing, .planning, .running, .closing,
    ]

    let frame: ConsoleFrame
    /// Under each name: "9:30", or "bis 10:15" for what is now.
    let times: [Phase: String]

    var parts: [any Part] { Self.stations.map { Station(phase: $0, line: self) } }

    private struct Station: Part {
        let phase: Phase
        let line: PhaseLine

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "go": .part(line.frame.act(phase.name(words), .phase, ["phase": phase.rawValue]))
            case "time": .maybe(line.times[phase])
            case "isDone": .flag(phase < line.frame.phase)
            case "isNow": .flag(phase == line.frame.phase)
            default: nil
            }
        }
    }
}
