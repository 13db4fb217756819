import Assets
import Mustache
import Yams

extension Phrases {
    /// Why the phrase files could not be read.
    enum Unreadable: Error, Equatable {
        case missing(String)
        case notAListOfPhrases(String)
    }

    /// German with `du`, the same with what differs for `Sie`, and English.
    static func read(from assets: Assets) throws -> [Language: Phrases] {
        let du = try entries(of: "de", from: assets)
        let sie = try du.merging(entries(of: "de-sie", from: assets)) { _, formal in formal }
        return [
            .du: Phrases(language: .du, entries: du),
            .sie: Phrases(language: .sie, entries: sie),
            .english: Phrases(language: .english, entries: try entries(of: "en", from: assets)),
        ]
    }

    static func entries(of file: String, from assets: Assets) throws -> [String: Phrase] {
        let paths = assets.paths(under: "phrases").filter {
            $0 == "phrases/\(file).yaml" || $0.hasSuffix(".\(file).yaml")
        }
        guard !paths.isEmpty else { throw Unreadable.missing("phrases/\(file).yaml") }

        var entries: [String: Phrase] = [:]
        for path in paths {
            guard let root = try assets.text(path).flatMap({ try Yams.compose(yaml: $0)?.mapping }) else {
                throw Unreadable.notAListOfPhrases(path)
            }
            try collect(root, under: "", into: &entries)
        }
        return entries
    }

    private static func collect(
        _ group: Node.Mapping,
        under prefix: String,
        into entries: inout [String: Phrase]
    ) throws {
        for (key, node) in group {
            let name = prefix + (key.scalar?.string ?? "")
            switch node {
            case .scalar(let scalar): entries[name] = .plain(typeset(scalar.string))
            case .mapping(let forms):
                if let one = forms["one"]?.scalar, let other = forms["other"]?.scalar {
                    // A comma outside quotes ends a form: what follows it would be lost.
                    guard forms.keys.allSatisfy({ ["zero", "one", "other"].contains($0.scalar?.string) })
                    else { throw Unreadable.notAListOfPhrases(name) }
                    entries[name] = .counted(
                        zero: forms["zero"]?.scalar.map { typeset($0.string) },
                        one: typeset(one.string),
                        other: typeset(other.string)
                    )
                } else {
                    try collect(forms, under: name + ".", into: &entries)
                }
            default: throw Unreadable.notAListOfPhrases(name)
            }
        }
    }

    private static func typeset(_ text: String) -> String {
        text.replacing("~", with: "\u{A0}")
    }

    /// How templates ask: `t.topics.question` goes down one group at a time.
    var root: PhraseGroup { PhraseGroup(words: self, prefix: "") }
}

/// Phrases that share the beginning of their name.
struct PhraseGroup: MustacheParent, MustacheCustomRenderable {
    let words: Phrases
    let prefix: String

    /// A phrase that is not there shows nothing; a test looks for it.
    var renderText: String { "" }
    var isNull: Bool { false }

    func child(named name: String) -> Any? {
        let full = prefix + name
        if let phrase = words.entries[full] { return phrase.form(for: nil) }
        return PhraseGroup(words: words, prefix: full + ".")
    }
}
