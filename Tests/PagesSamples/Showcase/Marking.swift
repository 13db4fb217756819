import Assets

/// The program's files with a mark round each partial, so that what a page is made of can be found in it again.
struct Marking: Sendable {
    let assets: Assets
    /// Every template that another one takes in.
    let partials: Set<String>

    /// `own` are the showcase's own templates and styles, which the program does not carry.
    init(_ program: Assets, own: Assets) {
        let paths = program.paths(under: "templates")
        let texts = paths.compactMap { program.text($0) }
        partials = Set(texts.flatMap { $0.matches(of: /\{\{>([a-z\/-]+)\}\}/).map { String($0.output.1) } })
        var others: [String: [UInt8]] = [:]
        for name in partials {
            let path = "templates/\(name).mustache"
            others[path] = Array("<!--\(name)-->\(program.text(path) ?? "")<!--/\(name)-->".utf8)
        }
        for path in own.paths(under: "templates") + own.paths(under: "styles") {
            others[path] = own.file(path)
        }
        others["templates/showcase/icons.mustache"] = Array(Self.icons(of: program).utf8)
        others["styles/showcase-tokens.css"] = Array(
            Tokens(program.text("styles/tokens.css") ?? "").styles.utf8)
        assets = program.held(with: others)
    }

    private static func icons(of program: Assets) -> String {
        program.paths(under: "icons").map { path in
            let name = path.dropFirst("icons/".count).dropLast(".svg".count)
            return "<li>{{{icon.\(name)}}}<span>\(name)</span></li>\n"
        }.joined()
    }
}
