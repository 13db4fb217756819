import Assets

@testable import Pages

/// Reads templates as Mustache does and follows every name with a real page: a misspelt one shows as nothing,
/// so a name that nobody answers is the finding.
struct TemplateWalk {
    enum Tag: Equatable {
        case name(String)
        case raw(String)
        case section(String)
        case inverted(String)
        case end(String)
        case partial(String)
        case layout(String)
        case block(String)
    }

    indirect enum Node {
        case name(String)
        case raw(String)
        case section(String, [Node], isInverted: Bool)
        case partial(String)
        case layout(String, [String: [Node]])
        case block(String, [Node])
    }

    private(set) var templates: [String: [Node]] = [:]
    private(set) var visited: Set<String> = []
    private(set) var findings: Set<String> = []
    private(set) var rawNames: Set<String> = []
    private(set) var phrases: Set<String> = []
    private let icons: Set<String>

    init(_ assets: Assets) {
        icons = Icons(from: assets).names
        for path in assets.paths(under: "templates") {
            var tags = Self.tags(in: assets.text(path) ?? "")[...]
            templates[Renderer.templateName(of: path)] = Self.nodes(&tags)
        }
    }

    mutating func walk(_ page: any Page, _ words: Phrases) {
        visit(template: type(of: page).template, [page], [:], words)
    }

    private mutating func visit(
        template name: String,
        _ stack: [any Part],
        _ blocks: [String: [Node]],
        _ words: Phrases
    ) {
        guard let nodes = templates[name] else {
            findings.insert("no template \(name)")
            return
        }
        visited.insert(name)
        visit(nodes, stack, blocks, words, at: name)
    }

    private mutating func visit(
        _ nodes: [Node],
        _ stack: [any Part],
        _ blocks: [String: [Node]],
        _ words: Phrases,
        at place: String
    ) {
        for node in nodes {
            switch node {
            case .name(let name): show(name, isRaw: false, stack, words, at: place)
            case .raw(let name): show(name, isRaw: true, stack, words, at: place)
            case .partial(let name): visit(template: name, stack, blocks, words)
            case .block(let name, let standard):
                visit(blocks[name] ?? standard, stack, blocks, words, at: place)
            case .layout(let name, let own): visit(template: name, stack, own.merging(blocks) { $1 }, words)
            case .section(let name, let inner, let isInverted):
                guard let answer = ask(name, stack, words, at: place) else { continue }
                for part in Self.parts(of: answer, isInverted) {
                    visit(inner, stack + (part.map { [$0] } ?? []), blocks, words, at: place)
                }
            }
        }
    }

    /// What a section is shown with: once as it is, or once for each part.
    private static func parts(of answer: Answer, _ isInverted: Bool) -> [(any Part)?] {
        let shown: [(any Part)?] =
            switch answer {
            case .nothing: []
            case .flag(let flag): flag ? [nil] : []
            case .part(let part): [part]
            case .parts(let parts): parts
            case .text, .number, .markup: [nil]
            }
        return isInverted ? (shown.isEmpty ? [nil] : []) : shown
    }

    private mutating func show(
        _ name: String,
        isRaw: Bool,
        _ stack: [any Part],
        _ words: Phrases,
        at place: String
    ) {
        let group = name.prefix { $0 != "." }
        let rest = String(name.dropFirst(group.count + 1))
        switch group {
        case "t" where !rest.isEmpty:
            phrases.insert(rest)
            if words.entries[rest] == nil { findings.insert("\(place): no phrase \(rest)") }
            if isRaw { findings.insert("\(place): raw phrase \(rest)") }
        case "icon" where !rest.isEmpty:
            if !icons.contains(rest) || !isRaw { findings.insert("\(place): icon \(rest)") }
        case "mark" where rest.isEmpty && isRaw, "assets" where rest.isEmpty, "lang" where rest.isEmpty,
            "focus" where rest.isEmpty:
            break
        default: check(name, isRaw: isRaw, ask(name, stack, words, at: place), at: place)
        }
    }

    private mutating func check(_ name: String, isRaw: Bool, _ answer: Answer?, at place: String) {
        switch answer {
        case .markup, .nothing:
            if isRaw {
                rawNames.insert(name)
            } else if case .markup = answer {
                findings.insert("\(place): \(name) is markup")
            }
        case .text, .number:
            if isRaw { findings.insert("\(place): \(name) must be escaped") }
        case .flag, .part, .parts: findings.insert("\(place): \(name) is no text")
        case nil: break
        }
    }

    private mutating func ask(
        _ name: String,
        _ stack: [any Part],
        _ words: Phrases,
        at place: String
    ) -> Answer? {
        for part in stack.reversed() {
            if let answer = part.answer(name, words) { return answer }
        }
        findings.insert("\(place): nobody answers \(name)")
        return nil
    }

    private static func tags(in text: String) -> [Tag] {
        var tags: [Tag] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            let isRaw = rest.first == "{"
            guard let close = rest.firstRange(of: isRaw ? "}}}" : "}}") else { break }
            let inner = String(rest[..<close.lowerBound])
            rest = rest[close.upperBound...]
            let name = String(inner.dropFirst())
            switch inner.first {
            case "{": tags.append(.raw(name))
            case "#": tags.append(.section(name))
            case "^": tags.append(.inverted(name))
            case "/": tags.append(.end(name))
            case ">": tags.append(.partial(name))
            case "<": tags.append(.layout(name))
            case "$": tags.append(.block(name))
            default: tags.append(.name(inner))
            }
        }
        return tags
    }

    private static func nodes(_ tags: inout ArraySlice<Tag>) -> [Node] {
        var nodes: [Node] = []
        while let tag = tags.popFirst() {
            switch tag {
            case .name(let name): nodes.append(.name(name))
            case .raw(let name): nodes.append(.raw(name))
            case .partial(let name): nodes.append(.partial(name))
            case .section(let name): nodes.append(.section(name, Self.nodes(&tags), isInverted: false))
            case .inverted(let name): nodes.append(.section(name, Self.nodes(&tags), isInverted: true))
            case .block(let name): nodes.append(.block(name, Self.nodes(&tags)))
            case .layout(let name): nodes.append(.layout(name, blocks(in: Self.nodes(&tags))))
            case .end: return nodes
            }
        }
        return nodes
    }

    private static func blocks(in nodes: [Node]) -> [String: [Node]] {
        var blocks: [String: [Node]] = [:]
        for case .block(let name, let inner) in nodes { blocks[name] = inner }
        return blocks
    }
}
