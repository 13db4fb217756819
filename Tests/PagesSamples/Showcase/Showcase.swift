public import Assets
public import Pages

/// All of the looks on one page: tokens, every component in its states, every page from its samples.
public struct Showcase: Sendable {
    public let renderer: Renderer
    /// The partials that other templates take in.
    public let partials: Set<String>
    private let tokens: Tokens
    private let assets: Assets

    /// Reads all files once: whoever wants to see what changed since makes a new one.
    public init(_ program: Assets, own: Assets) throws {
        let marking = Marking(program, own: own)
        assets = marking.assets
        renderer = try Renderer(marking.assets)
        partials = marking.partials
        tokens = Tokens(program.text("styles/tokens.css") ?? "")
    }

    /// Styles, scripts and pictures, among them what the showcase makes of the tokens.
    public func served(_ path: String) -> ServedAsset? { assets.served(path) }

    public static func path(of sample: Sample, _ language: Language) -> String {
        "/showcase/pages/\(sample.name).\(language.rawValue)"
    }

    /// The pages that can be looked at.
    public func samples(_ language: Language) -> [Sample] {
        allSamples(renderer, in: language).filter(\.isWhole)
    }

    public func page(_ language: Language) -> [UInt8] {
        let samples = samples(language)
        return page(of: samples, harvest(samples, language), language)
    }

    func page(of samples: [Sample], _ harvest: Harvest, _ language: Language) -> [UInt8] {
        var drawing = ExhibitDrawing(assetAddress: renderer.assetAddress, language: language)
        let sections = components(harvest, &drawing)
        let rest = rest(harvest, &drawing)
        let gaps = ShowcasePage(language: language, sections: sections.map { ($0.id, $0.title) })
        var page: [UInt8] = []
        Stencil(renderer.bytes(gaps, in: .du)).append(to: &page) { _, page in
            page += tokens.drawing.utf8
            for section in sections { page += section.html.utf8 }
            page += rest.utf8
            page += links(samples, harvest.bundles, language).utf8
        }
        return page
    }

    func harvest(_ samples: [Sample], _ language: Language) -> Harvest {
        var harvest = Harvest(classes: Component.classes)
        for sample in samples { harvest.read(sample.html(renderer, in: language), of: sample.name) }
        return harvest
    }

    private typealias Section = (id: String, title: String, html: String)

    private func components(_ harvest: Harvest, _ drawing: inout ExhibitDrawing) -> [Section] {
        Component.all.map { component in
            let pieces = component.sources.flatMap { harvest.states(of: $0) }
            var figures = pieces.map { drawing.figure($0) }
            if let first = pieces.first {
                figures += component.made.map { drawing.figure(first, titled: $0.title, $0.change) }
            }
            return (component.id, component.title, drawing.section(component, figures))
        }
    }

    /// Partials that are part of one page only: they come after the components, by folder, and are looked up seldom.
    private func rest(_ harvest: Harvest, _ drawing: inout ExhibitDrawing) -> String {
        let missing = partials.filter { !drawing.shown.contains($0) }.sorted()
        let folders = Dictionary(grouping: missing) { $0.prefix { $0 != "/" } }.sorted { $0.key < $1.key }.map
        {
            folder, names in
            let figures = names.flatMap { harvest.states(of: .partial($0)).prefix(2) }.map {
                drawing.figure($0)
            }
            return """
                <details><summary>templates/\(folder), \(names.count)</summary>
                <p class="showcase-sources small quiet-text">\(names.joined(separator: " "))</p>
                <div class="showcase-figures">
                \(figures.joined())</div></details>

                """
        }
        return """
            <section id="weitere" class="showcase-part"><h2>Weitere Teile</h2>
            <p class="quiet-text">Aus ihnen besteht nur eine Art von Seite.</p>
            \(folders.joined())</section>

            """
    }

    private func links(_ samples: [Sample], _ bundles: [String: String], _ language: Language) -> String {
        let kinds = [
            "phone": "Telefon", "record": "Notiz", "archive": "Archiv", "document": "Text", "series": "Reihe",
            "documentation": "Dokumentation", "board": "Tafel", "console": "Moderation",
            "projector": "Leinwand",
            "sheet": "Papier",
        ]
        let groups = Dictionary(grouping: samples) { kinds[bundles[$0.name] ?? ""] ?? "Andere" }
        let lists = groups.sorted { $0.key < $1.key }.map { kind, samples in
            let links = samples.map { "<li><a href=\"\(Self.path(of: $0, language))\">\($0.name)</a></li>" }
            return
                "<h3>\(kind), \(samples.count)</h3>\n<ul class=\"showcase-pages\">\n\(links.joined(separator: "\n"))</ul>\n"
        }
        return "<section id=\"seiten\"><h2>Seiten</h2>\n\(lists.joined())</section>\n"
    }
}

/// The frame of the page; what it shows is put into its gap.
private struct ShowcasePage: Page {
    static let template = "showcase/page"

    let language: Language
    let sections: [(id: String, title: String)]

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("Das Aussehen von Tafelrunde")
        case "theme": .nothing
        case "sections": .parts(sections.map { Entry(href: "#\($0.id)", label: $0.title) })
        case "languages":
            .parts(
                Language.allCases.map {
                    Entry(href: "?in=\($0.rawValue)", label: $0.rawValue, isCurrent: $0 == language)
                })
        case "content": .markup(Stencil.Gap.rows.markup)
        default: nil
        }
    }

    private struct Entry: Part {
        let href: String
        let label: String
        var isCurrent = false

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "href": .text(href)
            case "label": .text(label)
            case "isCurrent": .flag(isCurrent)
            default: nil
            }
        }
    }
}
