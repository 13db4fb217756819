import Mustache

/// A part in the language of its reader, as the templates see it.
struct Voiced: MustacheParent {
    let part: any Part
    let words: Phrases

    func child(named name: String) -> Any? {
        part.answer(name, words).map { Self.value(of: $0, words) }
    }

    static func value(of answer: Answer, _ words: Phrases) -> Any {
        switch answer {
        case .text(let text): text
        case .number(let number): number
        case .flag(let flag): flag
        case .markup(let markup): markup.html
        case .part(let part): Voiced(part: part, words: words)
        case .parts(let parts): parts.map { Voiced(part: $0, words: words) }
        case .nothing: Nothing()
        }
    }
}

/// Known, but empty. It also keeps the template from looking for the name further out.
struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
}

/// Of all that ask to be where the reader begins the first on the page is; a second one is none in HTML.
final class Focus: MustacheCustomRenderable {
    private var isTaken = false
    let isNull = false

    var renderText: String {
        defer { isTaken = true }
        return isTaken ? "" : " autofocus"
    }
}

/// What every template may use beside its part: phrases as `t.…`, drawings as `icon.…`, and where assets lie.
struct Sheet: MustacheParent {
    let page: any Part
    let words: Phrases
    let icons: Icons
    let assetAddress: String
    private let focus = Focus()

    init(page: any Part, words: Phrases, icons: Icons, assetAddress: String) {
        self.page = page
        self.words = words
        self.icons = icons
        self.assetAddress = assetAddress
    }

    func child(named name: String) -> Any? {
        if let answer = page.answer(name, words) { return Voiced.value(of: answer, words) }

        return switch name {
        case "t": words.root
        case "icon": icons
        case "mark": Mark.markup.html
        case "assets": assetAddress
        case "lang": words.language.code
        case "focus": focus
        default: nil
        }
    }
}
