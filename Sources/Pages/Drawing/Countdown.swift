public import Domain

/// A ring of time that runs out. The server sends the end, the browser counts on its own clock.
public struct Countdown: Part, Equatable {
    public var remaining: Int
    public var places: Int
    public var unit: Unit
    /// Nil while the time stands still.
    public var end: Instant?

    /// What one seat of the ring is.
    public enum Unit: String, Sendable {
        case minutes
        case seconds
    }

    public init(remaining: Int, places: Int, unit: Unit, end: Instant? = nil) {
        self.remaining = max(0, remaining)
        self.places = places
        self.unit = unit
        self.end = end
    }

    /// At most 15 seats for minutes: a ring is read, not counted, from afar.
    public static func minutes(_ remaining: Int, of all: Int, end: Instant? = nil) -> Countdown {
        Countdown(remaining: remaining, places: min(15, max(all, 1)), unit: .minutes, end: end)
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(label(words))
        case "end": .maybe(end.map { String($0.milliseconds) })
        case "unit": .text(unit.rawValue)
        case "places": .number(places)
        case "number": .number(remaining)
        case "unitText":
            .text(unit == .minutes ? words["time.min"] : words("time.secondsUnit", count: remaining))
        case "ring": .markup(Ring(taken: min(remaining, places), places: places, style: .time).markup)
        default: nil
        }
    }

    private func label(_ words: Phrases) -> String {
        switch unit {
        case .minutes: words("time.minutesLeft", count: remaining)
        case .seconds: words("time.secondsLeft", count: remaining)
        }
    }
}
