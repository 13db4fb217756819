/// What stands in a page: tags and comments one after another, read as our own templates write them.
struct MarkupScan: Sequence, IteratorProtocol {
    enum Token: Equatable {
        /// A tag that opens an element, with all its attributes.
        case open(name: String, tag: String)
        case close(name: String)
        case comment(String)
    }

    private static let void: Set<String> = [
        "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "option",
    ]
    private static let comment = Array("<!--".utf8)
    private let bytes: [UInt8]
    /// Where the token begins that was read last, and where it ended.
    private(set) var begin = 0
    private(set) var end = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        while let start = bytes[end...].firstIndex(of: UInt8(ascii: "<")), start + 1 < bytes.count {
            begin = start
            if bytes[start...].starts(with: Self.comment) {
                let stop = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                end = stop + 1
                return .comment(text(start + 4, stop - 2))
            }
            let stop = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
            end = stop + 1
            if bytes[start + 1] == UInt8(ascii: "!") { continue }
            if bytes[start + 1] == UInt8(ascii: "/") { return .close(name: text(start + 2, stop)) }
            let tag = text(start, stop + 1)
            return .open(name: String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber }), tag: tag)
        }
        return nil
    }

    private func text(_ from: Int, _ to: Int) -> String {
        from < to ? String(decoding: bytes[from..<to], as: UTF8.self) : ""
    }

    /// Whether an element ends with its tag.
    static func isAlone(_ name: String, _ tag: String) -> Bool { tag.hasSuffix("/>") || void.contains(name) }

    static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
        return String(tag[start...].prefix { $0 != "\"" })
    }

    static func classes(of tag: String) -> [String] {
        (attribute("class", of: tag) ?? "").split(separator: " ").map(String.init)
    }

    /// What tells one state of a component from another: which tags, classes and states it is made of.
    static func shape(of html: [UInt8]) -> Set<String> {
        var shape: Set<String> = []
        for case .open(let name, let tag) in Self(html)
        where !["path", "circle", "text", "option"].contains(name)
            || !classes(of: tag).isEmpty
        {
            let states = ["aria-checked", "aria-pressed", "aria-current", "aria-invalid", "type"]
                .compactMap { attribute($0, of: tag).map { $0.prefix(12) } }
            shape.insert(
                ([name] + classes(of: tag).sorted() + states.map(String.init)).joined(separator: "."))
        }
        return shape
    }
}
