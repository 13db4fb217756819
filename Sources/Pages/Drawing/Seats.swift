/// A row of seats: filled for who is there, hollow for who may still come, ember for who is too many.
///
/// The number always stands beside it in words, so the drawing is hidden from screen readers.
public struct Seats: Sendable, Equatable {
    public var taken: Int
    public var free: Int
    public var surplus: Int
    /// The reader sits on the last taken seat.
    public var isMine: Bool
    public var size: Size
    /// Seats side by side before the next line begins.
    public var perLine: Int
    /// One dot stands for so many; the text beside it says so.
    public var step: Int

    /// Where a row stands decides how large its dots are, and how far apart.
    public enum Size: String, Sendable, CaseIterable {
        case board
        case list
        case now
        case pitch

        var dot: Double {
            switch self {
            case .board: 5.6
            case .list: 7.4
            case .now: 9
            case .pitch: 29
            }
        }

        var distance: Double {
            switch self {
            case .board: 7.4
            case .list: 10
            case .now: 12
            case .pitch: 43
            }
        }
    }

    public init(
        taken: Int,
        free: Int = 0,
        surplus: Int = 0,
        isMine: Bool = false,
        size: Size = .list,
        perLine: Int = 40,
        step: Int = 1
    ) {
        self.taken = taken
        self.free = free
        self.surplus = surplus
        self.isMine = isMine
        self.size = size
        self.perLine = perLine
        self.step = step
    }

    /// People who want to go to a room: those beyond its seats are surplus, its empty seats are free.
    public init(wishes: Int, seats: Int, size: Size, perLine: Int = 40, step: Int = 1) {
        self.init(
            taken: min(wishes, seats),
            free: max(0, seats - wishes),
            surplus: max(0, wishes - seats),
            size: size,
            perLine: perLine,
            step: step
        )
    }

    /// One dot for one up to 40 of the largest row in a list, for five up to 200, else for ten.
    public static func step(forLargest count: Int) -> Int {
        switch count {
        case ...40: 1
        case ...200: 5
        default: 10
        }
    }

    private var dots: (taken: Int, surplus: Int, free: Int) {
        func dots(_ people: Int) -> Int { (people + step - 1) / step }
        return (dots(taken), dots(taken + surplus) - dots(taken), dots(free))
    }

    public var markup: Markup {
        let (taken, surplus, free) = dots
        let all = taken + surplus + free
        guard all > 0 else { return Markup(trusted: "") }

        let plain = isMine && taken > 0 ? taken - 1 : taken
        var paths = ""
        paths += path("seat-edge", from: taken + surplus, count: free, width: size.dot)
        paths += path("seat-hole", from: taken + surplus, count: free, width: size.dot * 0.64)
        paths += path("seat-taken", from: 0, count: plain, width: size.dot)
        paths += path("seat-surplus", from: taken, count: surplus, width: size.dot)
        if plain < taken { paths += halo(at: plain) }
        return Markup(trusted: svg(around: paths, all: all))
    }

    private func svg(around paths: String, all: Int) -> String {
        let halo = isMine ? haloRoom : 0
        let width = Double(min(all, perLine) - 1) * size.distance + size.dot + halo
        let height = Double((all - 1) / perLine) * size.distance + size.dot + halo
        let box = "0 \((0 - halo / 2).plain) \(width.plain) \(height.plain)"
        return
            #"<svg class="seats" width="\#(width.plain)" height="\#(height.plain)" viewBox="\#(box)" aria-hidden="true">\#(paths)</svg>"#
    }

    /// A line for each row of dots. Each runs on by 0.3 of a step: Firefox drops a dot at the very end.
    private func path(_ style: String, from first: Int, count: Int, width: Double) -> String {
        guard count > 0 else { return "" }
        var lines = ""
        var place = first
        while place < first + count {
            let line = place / perLine
            let end = min(first + count, (line + 1) * perLine)
            let length = Double(end - place - 1) * size.distance + 0.3 * size.distance
            lines += "M\(x(place).plain) \(y(place).plain)h\(length.plain)"
            place = end
        }
        return
            #"<path class="\#(style)" d="\#(lines)" stroke-width="\#(width.plain)" stroke-dasharray="0 \#(size.distance.plain)"/>"#
    }

    /// The reader's own seat: a dot with a ring around it.
    private func halo(at place: Int) -> String {
        let center = #"cx="\#((x(place) + haloRoom / 2).plain)" cy="\#(y(place).plain)""#
        let radius = size.dot * 0.83
        return
            #"<circle class="seat-halo" \#(center) r="\#(radius.plain)" stroke-width="\#((size.dot * 0.23).plain)"/><circle class="seat-mine" \#(center) r="\#((size.dot * 0.36).plain)"/>"#
    }

    private var haloRoom: Double { size.dot * 0.5 }
    private func x(_ place: Int) -> Double { size.dot / 2 + Double(place % perLine) * size.distance }
    private func y(_ place: Int) -> Double { size.dot / 2 + Double(place / perLine) * size.distance }
}

extension Double {
    /// Two places at most, and no `.0`: short, and the same on every machine.
    var plain: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        let fraction = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
        return "\(sign)\(whole).\(fraction)"
    }
}
