/// Writing into a record: everybody who is there may, at once.
public struct RecordFormPage: Page {
    public static let template = "records/form"

    public var frame: PhoneFrame
    public var head: RecordHead
    public var fields: RecordFields
    public var clashes: [RecordClash] = []
    public var keeping: NoteKeeping?
    public var act: String
    public var refused: String?

    public init(_ frame: PhoneFrame, head: RecordHead, fields: RecordFields, act: String) {
        self.frame = frame
        self.head = head
        self.fields = fields
        self.act = act
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            words.title(
                head.title(words) + " \u{B7} " + frame.name,
                isRefused: refused != nil || !fields.errors.isEmpty)
        case "head": .part(head)
        case "fields": .part(fields)
        case "clashes": .parts(clashes)
        case "clashCount":
            .maybe(clashes.isEmpty ? nil : words("record.clashCount", count: clashes.count))
        case "choiceAddress": .text(Route.recordChoice(head.gathering, head.session).path)
        case "keeping": .maybe(keeping.map { KeepingPart(keeping: $0, head: head, act: act) })
        case "act": .text(act)
        case "choiceAct": .text(act + "-c")
        case "refused": .maybe(refused)
        case "cancelAddress": .text(Route.record(head.gathering, head.session).path)
        default: frame.answer(name, words)
        }
    }
}

/// Who takes notes, and whether somebody is looked for.
public struct NoteKeeping: Sendable, Hashable {
    /// "Anna, Iserlohn"; nil when nobody said so, or nobody shall be named.
    public var keeper: String?
    public var isMine: Bool
    /// The session has begun and nobody has written.
    public var isAsked: Bool
    public var mayKeep: Bool

    public init(keeper: String? = nil, isMine: Bool = false, isAsked: Bool = false, mayKeep: Bool = true) {
        self.keeper = keeper
        self.isMine = isMine
        self.isAsked = isAsked
        self.mayKeep = mayKeep
    }
}

private struct KeepingPart: Part {
    let keeping: NoteKeeping
    let head: RecordHead
    let act: String

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "isAsked": .flag(keeping.isAsked)
        case "keepingText": .text(text(words))
        case "keep":
            .maybe(
                keeping.mayKeep && !keeping.isMine && keeping.keeper == nil
                    ? form(words["record.keep"], keeps: true) : nil)
        case "giveUp": .maybe(keeping.isMine ? form(words["record.giveUp"], keeps: false) : nil)
        default: nil
        }
    }

    private func text(_ words: Phrases) -> String {
        if keeping.isMine { return words["record.keptByYou"] }
        if let keeper = keeping.keeper { return words("record.keptBy", ["name": keeper]) }
        return keeping.isAsked ? words["record.keptByNobody"] : words["record.keeperWanted"]
    }

    private func form(_ label: String, keeps: Bool) -> Act {
        Act(
            label, .recordKeeper(head.gathering, head.session), id: act + "-k",
            hidden: ["keeps": keeps ? "1" : "0"])
    }
}

/// The inputs of a record, with what was typed and what was refused.
public struct RecordFields: Part {
    /// By the name of the field.
    public var values: [String: String]
    public var errors: [String: String]
    /// The steps there are, and one that is not yet.
    public var steps: [String]
    public var isChatham: Bool
    /// What the form showed when it was opened: who changes nothing there changes nothing.
    public var wasChatham: Bool
    public var paperAuthor: String
    public var wasPaperAuthor: String
    /// Whoever may not lift the rule is not asked.
    public var maySwitchRule = true
    /// What a field that was refused grew from, where the page's revision says something else by now.
    public var bases: [String: String] = [:]

    public init(
        _ values: [String: String], steps: [String], isChatham: Bool = false, paperAuthor: String = ""
    ) {
        self.values = values
        errors = [:]
        self.steps = steps
        self.isChatham = isChatham
        wasChatham = isChatham
        self.paperAuthor = paperAuthor
        wasPaperAuthor = paperAuthor
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "startingPoint":
            .part(
                field(
                    "startingPoint", words["record.startingPoint"], words["record.startingPointHint"],
                    rows: 3))
        case "keyPoints":
            .parts(
                (1...3).map { field("keyPoint\($0)", words("record.keyPoint", ["number": "\($0)"]), rows: 2) }
            )
        case "questions":
            .part(field("questions", words["record.questions"], words["record.perLine"], rows: 3))
        case "solutions": .part(field("solutions", words["record.solutions"], rows: 4))
        case "links": .part(field("links", words["record.links"], words["record.linksHint"], rows: 2))
        case "linksNote": .maybe(linksNote(words))
        case "goingOn":
            .part(field("goingOn", words["record.goingOn"], words["record.goingOnHint"], rows: 2))
        case "stepRows":
            .parts(steps.enumerated().map { StepRow(id: $1, number: $0 + 1, fields: self) })
        case "bases": .parts(bases.sorted { $0.key < $1.key }.map { Base(name: $0.key, value: $0.value) })
        case "maySwitchRule": .flag(maySwitchRule)
        case "isChatham": .flag(isChatham)
        case "wasChatham": .text(wasChatham ? "1" : "0")
        case "wasPaperAuthor": .text(wasPaperAuthor)
        case "hasPaperAuthor": .flag(!paperAuthor.isEmpty || errors["paperAuthor"] != nil)
        case "paperAuthorField":
            .part(
                Field(
                    "paperAuthor", label: words["record.paperAuthor"], value: paperAuthor,
                    hint: words["record.optional"], error: errors["paperAuthor"], lengthMax: 80))
        default: nil
        }
    }

    fileprivate func field(_ name: String, _ label: String, _ hint: String? = nil, rows: Int? = nil) -> Field
    {
        Field(
            name, label: label, value: values[name] ?? "", hint: hint, error: errors[name], rows: rows)
    }

    /// Half an address is one that somebody is still typing: it stays, and is said to lead nowhere yet.
    private func linksNote(_ words: Phrases) -> String? {
        let lines = (values["links"] ?? "").split(whereSeparator: \.isNewline).map(String.init)
        let broken = lines.filter { !RecordLine.isAddress($0.trimmed) }
        return broken.isEmpty ? nil : words("record.noLink", ["line": broken[0].trimmed])
    }
}

/// Sent along unseen.
private struct Base: Part {
    let name: String
    let value: String

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text("base-" + self.name)
        case "value": .text(value)
        default: nil
        }
    }
}

/// What somebody does next: a row of three inputs.
private struct StepRow: Part {
    let id: String
    let number: Int
    let fields: RecordFields

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "stepID": .text("step-\(id)")
        case "stepLabel": .text(words("record.step", ["number": "\(number)"]))
        case "what": .part(fields.field("step-\(id)-what", words["record.stepWhat"], rows: 1))
        case "who": .part(fields.field("step-\(id)-who", words["record.stepWho"]))
        case "until": .part(fields.field("step-\(id)-until", words["record.stepUntil"]))
        default: nil
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
