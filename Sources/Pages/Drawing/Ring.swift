/// Seats around a table: as many filled as there are people, minutes or seconds.
public struct Ring: Sendable, Equatable {
    public var taken: Int
    public var places: Int
    /// The seat after the taken ones is kept for the reader.
    public var keepsSeat: Bool
    public var style: Style

    /// What the filled seats stand for: people, or time that runs out.
    public enum Style: String, Sendable {
        case people
        case time
    }

    public init(taken: Int, places: Int, keepsSeat: Bool = false, style: Style = .people) {
        self.places = max(1, places)
        self.taken = min(max(0, taken), self.places)
        self.keepsSeat = keepsSeat && self.taken < self.places
        self.style = style
    }

    /// Around at most 60 seats: more people share one.
    public static func people(_ count: Int, of places: Int, keepsSeat: Bool = false) -> Ring {
        guard places > 60 else { return Ring(taken: count, places: places, keepsSeat: keepsSeat) }
        let taken = min(59, (count * 60 + places - 1) / places)
        return Ring(taken: taken, places: 60, keepsSeat: keepsSeat)
    }

    public var markup: Markup {
        let radius = 50 - dot / 2 - 0.5
        let circle = #"cx="50" cy="50" r="\#(radius.plain)" pathLength="\#(places)""#
        let empty = places - taken
        var circles = ring("seat-edge", circle, from: taken, count: empty, width: dot)
        circles += ring("seat-hole", circle, from: taken, count: empty, width: dot * 0.6)
        circles += ring(
            style == .time ? "seat-time" : "seat-taken",
            circle,
            from: 0,
            count: taken,
            width: dot
        )
        if keepsSeat {
            circles += ring("seat-kept", circle, from: taken, count: 1, width: dot * 1.3)
            circles += ring("seat-hole", circle, from: taken, count: 1, width: dot * 0.65)
        }
        return Markup(
            trusted:
                #"<svg class="ring" viewBox="0 0 100 100" data-places="\#(places)" aria-hidden="true"><g transform="rotate(-90 50 50)">\#(circles)</g></svg>"#
        )
    }

    /// Few seats are large ones: a dot takes half of its share of the circle, between 3.4 and 9.
    private var dot: Double { min(9, max(3.6, 157.0 / Double(places))) }

    /// Dashes of no length with round caps are dots; the last gap closes the circle.
    private func ring(_ style: String, _ circle: String, from first: Int, count: Int, width: Double) -> String
    {
        let dashes = Array(repeating: "0 1 ", count: max(0, count - 1)).joined() + "0 \(places)"
        let hidden = count < 1 ? #" visibility="hidden""# : ""
        return
            #"<circle class="\#(style)" \#(circle) stroke-width="\#(width.plain)" stroke-dasharray="\#(dashes)" stroke-dashoffset="\#(first == 0 ? "0" : "-\(first)")"\#(hidden)/>"#
    }
}

/// The mark: twelve seats, one free and kept for whoever comes next.
enum Mark {
    static let markup = Markup(
        trusted:
            #"<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><g transform="rotate(-90 12 12)"><circle class="mark-taken" cx="12" cy="12" r="9.6" pathLength="12" stroke-width="3.5" stroke-dasharray="0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 12" stroke-dashoffset="-1"/></g><circle class="mark-free" cx="12" cy="2.4" r="1.6" stroke-width="1.1"/></svg>"#
    )
}
