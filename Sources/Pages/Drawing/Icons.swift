import Assets
import Mustache

/// The drawn signs, each a small SVG of its own under `icons/`, put into the page where it is used.
struct Icons: Sendable, MustacheParent {
    private let drawings: [String: String]

    init(from assets: Assets) {
        var drawings: [String: String] = [:]
        for path in assets.paths(under: "icons") {
            let name = path.dropFirst("icons/".count).dropLast(".svg".count)
            drawings[String(name)] = assets.text(path).map(Self.inline)
        }
        self.drawings = drawings
    }

    func child(named name: String) -> Any? { drawings[name] }

    var names: Set<String> { Set(drawings.keys) }

    /// Only the lines: namespace and size come from the page.
    private static func inline(_ svg: String) -> String {
        guard let start = svg.firstIndex(of: ">"), let end = svg.firstRange(of: "</svg>") else { return "" }
        let lines = svg[svg.index(after: start)..<end.lowerBound].filter { $0 != "\n" }
        return #"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">\#(lines)</svg>"#
    }
}
