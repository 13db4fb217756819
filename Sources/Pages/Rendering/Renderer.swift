public import Assets
import Mustache

/// Turns page values into HTML, with templates read and compiled once.
public struct Renderer: Sendable {
    private let assets: Assets
    private let kit: Kit

    /// Fails when a template or a phrase file cannot be read, so that a broken one never reaches a visitor.
    public init(_ assets: Assets) throws {
        self.assets = assets
        kit = try assets.areOfProgram ? Kit.ofProgram.get() : Kit(assets)
    }

    /// Where the browser finds styles and scripts of this edition.
    public var assetAddress: String { assets.address }

    public func phrases(_ language: Language) -> Phrases {
        current.phrases(language)
    }

    /// A whole page or a fragment, in one language.
    public func html(_ page: some Page, in language: Language) -> String {
        render(page, template: type(of: page).template, in: language)
    }

    public func bytes(_ page: some Page, in language: Language) -> [UInt8] {
        Array(html(page, in: language).utf8)
    }

    /// A fragment to be put into other pages, rendered once and kept.
    public func markup(_ page: some Page, in language: Language) -> Markup {
        Markup(trusted: html(page, in: language))
    }

    /// `templates/people/join.mustache` is `people/join`. Layouts go by their last name: what is closed by a tag
    /// of its own cannot have a slash in it.
    static func templateName(of path: String) -> String {
        let name = path.dropFirst("templates/".count).dropLast(".mustache".count)
        return String(name.hasPrefix("layouts/") ? name.dropFirst("layouts/".count) : name)
    }

    private func render(_ part: any Part, template: String, in language: Language) -> String {
        let kit = current
        let sheet = Sheet(
            page: part,
            words: kit.phrases(language),
            icons: kit.icons,
            assetAddress: assets.address
        )
        return kit.templates.render(sheet, withTemplate: template) ?? ""
    }

    /// Files under development are read anew for each page; when one is broken, the last good ones stay.
    private var current: Kit {
        assets.changesWhileRunning ? (try? Kit(assets)) ?? kit : kit
    }
}

/// What rendering needs, made of the assets.
private struct Kit: Sendable {
    let templates: MustacheLibrary
    let words: [Language: Phrases]
    let icons: Icons
    let fallback: Phrases

    static let ofProgram = Result { try Kit(Assets()) }

    init(_ assets: Assets) throws {
        var templates = MustacheLibrary()
        for path in assets.paths(under: "templates") {
            try templates.register(assets.text(path) ?? "", named: Renderer.templateName(of: path))
        }
        self.templates = templates
        words = try Phrases.read(from: assets)
        fallback = words[.du] ?? Phrases(language: .du, entries: [:])
        icons = Icons(from: assets)
    }

    func phrases(_ language: Language) -> Phrases { words[language] ?? fallback }
}
