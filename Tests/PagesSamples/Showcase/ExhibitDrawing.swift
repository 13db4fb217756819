import Foundation
import Pages

/// Puts pieces of pages side by side. Each stands in a shadow tree of its own with the styles of its own page, so
/// that components of the phone, the console and the hall do not dress each other.
struct ExhibitDrawing {
    let assetAddress: String
    let language: Language
    private(set) var shown: Set<String> = []
    private var count = 0

    init(assetAddress: String, language: Language) {
        self.assetAddress = assetAddress
        self.language = language
    }

    mutating func figure(
        _ piece: Harvest.Piece, titled title: String? = nil, _ change: (String) -> String = { $0 }
    ) -> String {
        count += 1
        for mark in piece.html.matches(of: /<!--([a-z][a-z\/-]*)-->/) { shown.insert(String(mark.output.1)) }
        let opening = piece.around.map { around(unhidden(opened($0))) }
        let closing = piece.around.reversed().map {
            "</\($0.dropFirst().prefix { $0.isLetter || $0.isNumber })>"
        }
        // It stood among others: what styles say of an only child is not meant for it.
        let neighbour = opening.contains { $0.hasPrefix("<t") } ? "" : "<span hidden></span>"
        let html = opening.joined() + unhidden(change(piece.html)) + neighbour + closing.joined()
        let label = title ?? piece.sample
        // Whatever is long was made for a wide screen; a single field of a board was not.
        let needsRoom = html.utf8.count > 1800 && piece.bundle != "phone"
        return """
            <figure class="showcase-figure\(needsRoom ? " showcase-wide" : "")">
            <div class="showcase-box" tabindex="0" role="group" aria-label="\(label), \(count)" lang="\(language.code)">\
            <template shadowrootmode="open">\
            <link rel="stylesheet" href="\(assetAddress)/styles/bundle/\(piece.bundle).css">\
            <link rel="stylesheet" href="\(assetAddress)/styles/showcase.css">\
            <div class="showcase-body \(piece.bodyClass)">\(alone(html))</div></template></div>
            <figcaption>\(label)</figcaption>
            </figure>

            """
    }

    func section(_ component: Component, _ figures: [String]) -> String {
        let sources = component.sources.map { source in
            switch source {
            case .partial(let name): "templates/\(name)"
            case .marked(let name): ".\(name)"
            }
        }
        return """
            <section id="\(component.id)" class="showcase-part"><h2>\(component.title)</h2>
            <p class="quiet-text">\(component.note)</p>
            <p class="showcase-sources small quiet-text">\(sources.joined(separator: " "))</p>
            <div class="showcase-figures">
            \(figures.joined())</div></section>

            """
    }

    /// Ids of its own, for the same piece stands on the page more than once, and nothing that grabs the focus.
    private func alone(_ html: String) -> String {
        html.replacing(" autofocus", with: "").replacing(
            /[ ](id|for|list|form|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/
        ) { found in
            let ids = found.output.2.split(separator: " ").map { "\($0)-\(count)" }
            return " \(found.output.1)=\"\(ids.joined(separator: " "))\""
        }
    }

    /// Only the colours of what surrounds a piece matter, not how it lays out the piece and its neighbours.
    private func around(_ tag: String) -> String {
        let name = tag.dropFirst().prefix { $0.isLetter }
        guard !["table", "thead", "tbody", "tr", "td", "th"].contains(name) else { return tag }
        // The heading that names it stands elsewhere.
        let tag = tag.replacing(/[ ]aria-labelledby="[^"]*"/, with: "")
        return tag.contains(" class=\"")
            ? tag.replacing(" class=\"", with: " class=\"showcase-around ")
            : tag.replacing("<\(name)", with: "<\(name) class=\"showcase-around\"", maxReplacements: 1)
    }

    private func opened(_ tag: String) -> String {
        tag.contains(" open") ? tag : tag.replacing("<details", with: "<details open")
    }

    /// What a script would show.
    private func unhidden(_ html: String) -> String {
        let end = html.firstIndex(of: ">") ?? html.endIndex
        return String(html[..<end].replacing(/[ ]hidden(?=[ ]|$)/, with: "") + html[end...])
    }
}

extension Tokens {
    /// Colours with their contrast, letters, spaces and lines.
    var drawing: String {
        section(
            "farben", "Farben", "Gemessen nach WCAG 2; Text auf Papier braucht 4,5, Ränder und Plätze 3.",
            swatches)
            + section(
                "schrift", "Schrift", "Inter, eine Familie. Gezeigt, wie groß es auf diesem Schirm ist.",
                specimens)
            + section(
                "raeume", "Räume und Linien",
                "In Schritten von vier Pixeln; halbe nur innerhalb eines Teils.", rulers)
    }

    private func section(_ id: String, _ title: String, _ note: String, _ html: String) -> String {
        "<section id=\"\(id)\" class=\"showcase-part\"><h2>\(title)</h2>\n<p class=\"quiet-text\">\(note)</p>\n\(html)</section>\n"
    }

    private var swatches: String {
        let grounds: Set<String> = ["paper", "mist", "tanne-mist", "glut-mist", "tanne-haze"]
        let rows = colours.map { token in
            let cells = [false, true].map { isDark in
                let pair =
                    grounds.contains(token.name)
                    ? ("ink", token.name)
                    : token.name == "on-tanne"
                        ? (token.name, "tanne") : (token.name, "paper")
                let measured = contrast(pair.0, on: pair.1, isDark: isDark).map {
                    """
                    <span class="showcase-measured">\(number($0)) : 1\
                    <span class="quiet-text small">\(pair.0) auf \(pair.1)</span></span>
                    """
                }
                return """
                    <td class="showcase-scheme-\(isDark ? "dark" : "light")">\
                    <span class="showcase-swatch token-\(token.name)"></span> \(measured ?? "durchscheinend")</td>
                    """
            }
            return
                "<tr><th scope=\"row\"><code>\(token.name)</code> <span class=\"small quiet-text\">\(token.meaning)</span></th>\(cells.joined())</tr>\n"
        }
        return """
            <div class="showcase-scroll" tabindex="0" role="group" aria-label="Farben"><table class="showcase-colours"><thead><tr>\
            <th scope="col">Name</th><th scope="col">hell</th><th scope="col">dunkel</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table></div>

            """
    }

    private var specimens: String {
        list(letters, "showcase-letters") { "<span class=\"token-\($0.name)\">Bauhof 10:58</span>" }
            + list(weights, "showcase-letters") {
                "<span class=\"token-\($0.name)\">Wo willst du hin?</span>"
            }
            + "<h3>Leinwand</h3>\n" + list(hall, "showcase-names") { _ in "" } + "<h3>Papier</h3>\n"
            + list(paper, "showcase-names") { _ in "" }
    }

    private var rulers: String {
        list(spaces, "showcase-spaces") { "<span class=\"showcase-space token-\($0.name)\"></span>" }
            + list(lines, "showcase-lines") { "<span class=\"showcase-line token-\($0.name)\"></span>" }
    }

    private func list(_ tokens: [Token], _ name: String, _ specimen: (Token) -> String) -> String {
        let items = tokens.map {
            "<li>\(specimen($0))<span class=\"small\"><code>\($0.name)</code> \($0.value) <span class=\"quiet-text\">\($0.meaning)</span></span></li>\n"
        }
        return "<ul class=\"\(name)\">\n\(items.joined())</ul>\n"
    }

    private func number(_ contrast: Double) -> String {
        String(format: "%.1f", contrast).replacing(".", with: ",")
    }
}
