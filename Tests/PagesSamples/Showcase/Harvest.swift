/// Pieces of pages as the real templates made them, found by the partial they come from or by a class they carry.
struct Harvest {
    /// A component in one of its states, with what surrounds it in its page, since styles look at that.
    struct Piece {
        let html: String
        /// The tags that are open where it stands, the outermost first.
        let around: [String]
        let bodyClass: String
        let bundle: String
        let sample: String
        fileprivate let shape: Set<String>
    }

    enum Source: Hashable {
        case partial(String)
        case marked(String)
    }

    /// Enough to see all states; a long list of nearly the same helps nobody.
    private static let statesMax = 12

    private(set) var pieces: [Source: [Piece]] = [:]
    /// Which styles the page of each sample takes.
    private(set) var bundles: [String: String] = [:]
    private let classes: Set<String>

    init(classes: Set<String>) { self.classes = classes }

    func states(of source: Source) -> [Piece] { pieces[source] ?? [] }

    private struct Element {
        let name: String
        let tag: String
        let begin: Int
        let isMark: Bool
    }

    mutating func read(_ html: String, of sample: String) {
        let bytes = Array(html.utf8)
        var page = (bundle: "", bodyClass: "")
        defer { bundles[sample] = page.bundle }
        var stack: [Element] = []
        var scan = MarkupScan(bytes)
        while let token = scan.next() {
            switch token {
            case .comment(let name) where name.hasPrefix("/"):
                guard let index = stack.lastIndex(where: { $0.isMark && "/" + $0.name == name }) else {
                    break
                }
                let begin = stack[index].begin
                add(.partial(stack[index].name), bytes[begin..<scan.end], stack[..<index], page, sample)
                stack.removeSubrange(index...)
            case .comment(let name):
                stack.append(Element(name: name, tag: "", begin: scan.begin, isMark: true))
            case .open(let name, let tag):
                if name == "link", let bundle = Self.bundle(tag) { page.bundle = bundle }
                if name == "body" { page.bodyClass = MarkupScan.classes(of: tag).joined(separator: " ") }
                let element = Element(name: name, tag: tag, begin: scan.begin, isMark: false)
                if MarkupScan.isAlone(name, tag) {
                    harvest(element, bytes[scan.begin..<scan.end], stack[...], page, sample)
                } else {
                    stack.append(element)
                }
            case .close(let name):
                guard let index = stack.lastIndex(where: { !$0.isMark && $0.name == name }) else { break }
                harvest(stack[index], bytes[stack[index].begin..<scan.end], stack[..<index], page, sample)
                stack.removeSubrange(index...)
            }
        }
    }

    private static func bundle(_ tag: String) -> String? {
        guard tag.contains("stylesheet"), let path = tag.firstRange(of: "/styles/bundle/") else { return nil }
        return String(tag[path.upperBound...].prefix { $0 != "." })
    }

    private mutating func harvest(
        _ element: Element, _ html: ArraySlice<UInt8>, _ around: ArraySlice<Element>,
        _ page: (bundle: String, bodyClass: String), _ sample: String
    ) {
        for name in MarkupScan.classes(of: element.tag) where classes.contains(name) {
            add(.marked(name), html, around, page, sample)
        }
    }

    private mutating func add(
        _ source: Source, _ html: ArraySlice<UInt8>, _ around: ArraySlice<Element>,
        _ page: (bundle: String, bodyClass: String), _ sample: String
    ) {
        let known = pieces[source] ?? []
        guard known.count < Self.statesMax, !page.bundle.isEmpty else { return }
        let text = String(decoding: html, as: UTF8.self)
        guard text.replacing(/<!--[^>]*-->/, with: "").contains(where: { !$0.isWhitespace }) else { return }
        let shape = MarkupScan.shape(of: Array(html))
        guard !known.contains(where: { $0.shape == shape }) else { return }
        let tags = around.filter { !$0.isMark && !["html", "body", "main", "head"].contains($0.name) }.map(
            \.tag)
        pieces[source, default: []].append(
            Piece(
                html: text, around: tags, bodyClass: page.bodyClass,
                bundle: page.bundle, sample: sample, shape: shape))
    }
}
