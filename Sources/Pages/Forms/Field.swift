/// One input of a form: what was typed stays in it, also when it was refused.
public struct Field: Part {
    public let name: String
    public var label: String
    public var value: String
    /// Stands right of the label: "wenn du magst", "27 von 80".
    public var hint: String?
    /// A whole sentence that says what to do.
    public var error: String?
    public var isRequired: Bool
    public var lengthMax: Int?
    /// Rows of a text area; nil for a single line.
    public var rows: Int?
    public var kind: Kind
    /// What may be chosen while typing; anything else may be typed as well.
    public var suggestions: [String]
    /// What of themselves people are asked for, as browsers know it: they can fill it in.
    public var purpose: Purpose?

    /// What the keyboard of a phone should offer.
    public enum Kind: String, Sendable {
        case text
        case code
        case time
        case date
        case number
    }

    /// The name of a thing in the browser's address book.
    public enum Purpose: String, Sendable {
        case givenName = "given-name"
        case organisation = "organization"
        case email
        case phone = "tel"
    }

    public init(
        _ name: String,
        label: String,
        value: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        lengthMax: Int? = nil,
        rows: Int? = nil,
        kind: Kind = .text,
        suggestions: [String] = [],
        purpose: Purpose? = nil
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.lengthMax = lengthMax
        self.rows = rows
        self.kind = kind
        self.suggestions = suggestions
        self.purpose = purpose
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name)
        case "label": .text(label)
        case "value": .text(value)
        case "hint": .maybe(hint)
        case "error": .maybe(error)
        case "describedBy": .maybe(describedBy)
        case "isRequired": .flag(isRequired)
        case "lengthMax": .maybe(lengthMax)
        case "rows": .maybe(rows)
        case "isText": .flag(kind == .text)
        case "isCode": .flag(kind == .code)
        case "isNumber": .flag(kind == .number)
        case "type": .text(kind == .time || kind == .date ? kind.rawValue : "text")
        case "hasSuggestions": .flag(!suggestions.isEmpty)
        case "suggestions": .texts(suggestions)
        case "purpose": .maybe(purpose?.rawValue)
        default: nil
        }
    }

    private var describedBy: String? {
        let ids = [error.map { _ in "\(name)-error" }, hint.map { _ in "\(name)-hint" }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// One of several boxes to tick: the visible radio or check sits inside it.
public struct Choice: Part {
    public let name: String
    public let value: String
    public let label: String
    public var detail: String?
    public var isChosen: Bool
    public var isSingle: Bool

    public init(
        _ name: String,
        value: String,
        label: String,
        detail: String? = nil,
        isChosen: Bool = false,
        isSingle: Bool = false
    ) {
        self.name = name
        self.value = value
        self.label = label
        self.detail = detail
        self.isChosen = isChosen
        self.isSingle = isSingle
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name)
        case "value": .text(value)
        case "label": .text(label)
        case "detail": .maybe(detail)
        case "isChosen": .flag(isChosen)
        case "type": .text(isSingle ? "radio" : "checkbox")
        default: nil
        }
    }
}

/// A row of choices with a question above it.
public struct ChoiceGroup: Part {
    public let label: String
    public var hint: String?
    public var error: String?
    public var choices: [Choice]

    public init(_ label: String, hint: String? = nil, error: String? = nil, choices: [Choice]) {
        self.label = label
        self.hint = hint
        self.error = error
        self.choices = choices
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(label)
        case "hint": .maybe(hint)
        case "error": .maybe(error)
        case "choices": .parts(choices)
        default: nil
        }
    }
}

/// A button that does one thing, as a form of its own.
public struct Act: Part {
    public let label: String
    public let action: String
    /// Fresh for each page, so that a form sent twice counts once.
    public let id: String
    /// Further values the act needs, hidden in the form.
    public var hidden: [String: String]

    public init(_ label: String, _ route: Route, id: String, hidden: [String: String] = [:]) {
        self.label = label
        self.id = id
        self.hidden = hidden
        action = route.path
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(label)
        case "action": .text(action)
        case "act": .text(id)
        case "hidden":
            .parts(hidden.sorted { $0.key < $1.key }.map { Field($0.key, label: "", value: $0.value) })
        default: nil
        }
    }
}

/// A word that leads somewhere.
public struct Link: Part {
    public let label: String
    public let href: String

    public init(_ label: String, _ route: Route) {
        self.label = label
        href = route.path
    }

    /// To another origin, or a mail address.
    public init(_ label: String, outside href: String) {
        self.label = label
        self.href = href
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(label)
        case "href": .text(href)
        default: nil
        }
    }
}
