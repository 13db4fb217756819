/// What has to be put right before a form is taken, at the top of it, with a way to each field.
///
/// Only where several fields are wrong: a single one holds the cursor already, with its sentence beside it.
struct Problems: Part {
    private let list: [Problem]

    /// Asks `form` for the fields that it shows under these names, in the order of the page.
    init?(of form: any Part, _ names: [String], _ words: Phrases) {
        list = names.flatMap { name in Self.parts(form.answer(name, words)).compactMap { Problem($0, words) }
        }
        if list.count < 2 { return nil }
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "problemCount": .text(words("refusal.problems", count: list.count))
        case "problemList": .parts(list)
        default: nil
        }
    }

    private static func parts(_ answer: Answer?) -> [any Part] {
        switch answer {
        case .part(let part): [part]
        case .parts(let parts): parts
        default: []
        }
    }
}

/// One field that was refused: its label, its sentence, and the address of its box on the page.
private struct Problem: Part {
    let anchor: String
    let label: String
    let sentence: String

    /// Nil for what is no field, or a good one.
    init?(_ field: any Part, _ words: Phrases) {
        let text = { (name: String) -> String? in
            guard case .text(let text)? = field.answer(name, words) else { return nil }
            return text
        }
        guard let sentence = text("error"), let label = text("label"),
            let anchor = text("id") ?? text("name")
        else { return nil }
        self.anchor = anchor
        self.label = label
        self.sentence = sentence
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "problemHref": .text("#" + anchor)
        case "problemLabel": .text(label)
        case "problemText": .text(sentence)
        default: nil
        }
    }
}
