/// The modules of one kind of page, sent as one file: a browser that follows imports asks once for each of them, over the
/// same bad line.
///
/// There is no build step. Each module keeps its own file and its own scope; a bundle puts them one after the other, those
/// first that others import, and hands over what they export. That is all it knows of the language, so modules say their
/// imports at their beginning, one a line, and export functions, classes and constants where they are declared; none
/// imports in a circle.
public enum ScriptBundle: String, Sendable, CaseIterable {
    case phone, record, joining, board, console, projector, sheet
    case consoleBoard = "console-board"
    /// What pages of one browser share: a stream.
    case streamWorker = "stream-worker"

    private static let folder = "scripts/bundle/"

    /// Where a page links to it, below the address of the assets.
    public var path: String { Self.folder + rawValue + ".js" }

    init?(path: String) {
        guard let bundle = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = bundle
    }

    func bytes(from assets: Assets) -> [UInt8] {
        var order: [ScriptModule] = []
        Self.collect(rawValue, from: assets, into: &order)
        let parts = order.enumerated().map { place, module in
            let taken = module.imports.compactMap { wanted -> String? in
                guard let names = wanted.names,
                    let source = order.firstIndex(where: { $0.name == wanted.module })
                else { return nil }
                return "const { \(names) } = module\(source);\n"
            }
            return """
                const module\(place) = (() => {
                \(taken.joined())\(module.text)
                return { \(module.exports.joined(separator: ", ")) };
                })();

                """
        }
        return Array(parts.joined().utf8)
    }

    private static func collect(_ name: String, from assets: Assets, into order: inout [ScriptModule]) {
        guard !order.contains(where: { $0.name == name }), let text = assets.text("scripts/\(name).js") else {
            return
        }
        let module = ScriptModule(name, text)
        for wanted in module.imports { collect(wanted.module, from: assets, into: &order) }
        order.append(module)
    }
}

/// One file under `scripts/`, taken apart.
struct ScriptModule {
    let name: String
    private(set) var imports: [(module: String, names: String?)] = []
    private(set) var exports: [String] = []
    /// Without the words `import` and `export`.
    private(set) var text = ""

    init(_ name: String, _ script: String) {
        self.name = name
        for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.hasPrefix("import ") && !line.hasPrefix("export ") {
                text += line + "\n"
            } else if let found = line.wholeMatch(of: /import (?:\{ (.+) \} from )?'\.\/([a-z-]+)\.js';/) {
                imports.append((String(found.2), found.1.map(String.init)))
            } else if let found = line.prefixMatch(
                of: /export ((?:async )?(?:function|class|const) ([A-Za-z]+).*)/)
            {
                exports.append(String(found.2))
                text += found.1 + "\n"
            } else {
                text += line + "\n"
            }
        }
    }
}
