import ArgumentParser

/// How long a link works: `90m`, `24h`, `7d` or `never` ending.
struct LifeTime: ExpressibleByArgument, Equatable {
    /// Nil: without an end.
    let seconds: Int?

    static let daysMax = 3650

    init?(argument: String) {
        if argument == "never" {
            seconds = nil
            return
        }
        guard let unit = argument.last, let number = Int(argument.dropLast()), number > 0 else { return nil }
        guard let each = ["m": 60, "h": 3600, "d": 86_400][unit], number <= Self.daysMax * 86_400 / each
        else {
            return nil
        }
        seconds = number * each
    }
}
