import Foundation

/// What `styles/tokens.css` says, read back: names, values, and what each is for.
struct Tokens {
    struct Token {
        let name: String
        let value: String
        let meaning: String
    }

    let all: [Token]

    init(_ css: String) {
        all = css.matches(of: /--([a-z0-9-]+):\s*([^;]+);(?:[ ]*\/\*[ ]*(.*?)[ ]*\*\/)?/).map {
            Token(name: String($0.output.1), value: String($0.output.2), meaning: String($0.output.3 ?? ""))
        }
    }

    var colours: [Token] { all.filter { $0.value.contains("#") || $0.value.contains("color-mix") } }
    var letters: [Token] {
        all.filter { $0.value.hasSuffix("rem") || $0.value.hasPrefix("clamp") }
            .filter { !$0.name.hasPrefix("s") || $0.name == "small" }
            .filter { !["margin", "target", "head-bar"].contains($0.name) }
    }
    var hall: [Token] {
        all.filter { $0.name.hasPrefix("hall-") && !["hall-beam", "hall-warning"].contains($0.name) }
    }
    var paper: [Token] { all.filter { $0.name.hasPrefix("print-") && !$0.name.hasSuffix("post") } }
    var weights: [Token] { all.filter { $0.name.hasPrefix("weight-") } }
    var spaces: [Token] {
        all.filter {
            $0.name.hasPrefix("s-") || $0.name.wholeMatch(of: /s\d.*/) != nil || $0.name == "target"
        }
    }
    var lines: [Token] { all.filter { $0.value.wholeMatch(of: /\dpx/) != nil && $0.name != "radius" } }

    /// The policy forbids styles within the page: each token has a class that shows it.
    var styles: String {
        let rules =
            colours.map { ".token-\($0.name) { background: var(--\($0.name)); }" }
            + letters.map { ".token-\($0.name) { font-size: var(--\($0.name)); }" }
            + weights.map { ".token-\($0.name) { font-weight: var(--\($0.name)); }" }
            + spaces.map { ".token-\($0.name) { width: var(--\($0.name)); }" }
            + lines.map { ".token-\($0.name) { border-bottom-width: var(--\($0.name)); }" }
        return "@layer components {\n\(rules.joined(separator: "\n"))\n}\n"
    }

    /// How well a colour is told from another, by WCAG 2; nil when one of them is half transparent.
    func contrast(_ name: String, on ground: String, isDark: Bool) -> Double? {
        guard let one = colour(name, isDark: isDark), let other = colour(ground, isDark: isDark) else {
            return nil
        }
        let (light, dark) = (max(one.luminance, other.luminance), min(one.luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    private func colour(_ name: String, isDark: Bool) -> Colour? {
        guard let value = all.first(where: { $0.name == name })?.value else { return nil }
        if let pair = value.wholeMatch(of: /light-dark\((#\w+), (#\w+)\)/) {
            return Colour(isDark ? pair.output.2 : pair.output.1)
        }
        guard
            let mix = value.wholeMatch(
                of: /color-mix\(in srgb, var\(--([a-z0-9-]+)\) (\d+)%, var\(--([a-z0-9-]+)\)\)/),
            let one = colour(String(mix.output.1), isDark: isDark),
            let other = colour(String(mix.output.3), isDark: isDark), let percent = Double(mix.output.2)
        else { return nil }
        return one.mixed(with: other, share: percent / 100)
    }

    private struct Colour {
        let channels: [Double]

        init?(_ hex: Substring) {
            guard hex.count == 7, let number = Int(hex.dropFirst(), radix: 16) else { return nil }
            channels = [16, 8, 0].map { Double((number >> $0) & 0xFF) / 255 }
        }

        private init(channels: [Double]) { self.channels = channels }

        func mixed(with other: Colour, share: Double) -> Colour {
            Colour(channels: zip(channels, other.channels).map { $0 * share + $1 * (1 - share) })
        }

        var luminance: Double {
            let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
    }
}
