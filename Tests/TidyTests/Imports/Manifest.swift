/// The targets of `Package.swift`, as far as the rules ask.
struct Manifest: Sendable {
    struct Target: Hashable, Sendable {
        let name: String
        /// The folder with its sources, with a slash at the end.
        let folder: String
        /// Modules, whether of this package or of another.
        let dependencies: Set<String>
        let isExecutable: Bool
    }

    let targets: [Target]

    init(_ text: String) {
        let products = Self.products(text)
        targets = Self.calls(text).map { kind, body in
            let name = Self.argument("name", of: body) ?? ""
            let path =
                Self.argument("path", of: body) ?? (kind == "testTarget" ? "Tests/" : "Sources/") + name
            return Target(
                name: name, folder: path + "/", dependencies: Self.dependencies(body, products),
                isExecutable: kind == "executableTarget")
        }
    }

    /// The target that a file belongs to: of folders inside one another the inner one.
    func target(of path: String) -> Target? {
        targets.filter { path.hasPrefix($0.folder) }.max { $0.folder.count < $1.folder.count }
    }

    /// `let crypto = Target.Dependency.product(name: "Crypto", …)`: the module behind each constant.
    private static func products(_ text: String) -> [String: String] {
        var products: [String: String] = [:]
        for line in text.split(separator: "\n") where line.contains("Target.Dependency.product(") {
            let words = line.split(separator: " ")
            guard words.count > 1, words[0] == "let" else { continue }
            products[String(words[1])] = argument("name", of: String(line))
        }
        return products
    }

    /// The bodies of `.target( … )` and its like.
    private static func calls(_ text: String) -> [(kind: String, body: String)] {
        let kinds = ["target", "executableTarget", "testTarget", "systemLibrary", "macro", "plugin"]
        return kinds.flatMap { kind -> [(String, String)] in
            text.ranges(of: ".\(kind)(").map { range in
                var depth = 1
                let body = text[range.upperBound...].prefix { character in
                    if character == "(" { depth += 1 }
                    if character == ")" { depth -= 1 }
                    return depth > 0
                }
                return (kind, String(body))
            }
        }
    }

    private static func argument(_ name: String, of body: String) -> String? {
        guard let start = body.firstRange(of: "\(name): \"") else { return nil }
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func dependencies(_ body: String, _ products: [String: String]) -> Set<String> {
        guard let start = body.firstRange(of: "dependencies: [") else { return [] }
        let list = body[start.upperBound...].prefix { $0 != "]" }
        let items = list.split { $0 == "," || $0.isWhitespace }.map(String.init)
        return Set(
            items.compactMap { item in
                item.hasPrefix("\"") ? item.filter { $0 != "\"" } : products[item]
            })
    }
}
