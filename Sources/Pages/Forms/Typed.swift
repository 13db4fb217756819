/// What somebody typed into a form that was refused, with the sentence beside each field.
public struct Typed: Sendable, Equatable {
    public var values: [String: [String]]
    public var errors: [String: String]

    public init(_ values: [String: [String]] = [:], errors: [String: String] = [:]) {
        self.values = values
        self.errors = errors
    }

    public static let nothing = Typed()

    public var isEmpty: Bool { values.isEmpty && errors.isEmpty }

    func value(_ name: String, or known: String = "") -> String {
        values[name]?.first ?? (values.isEmpty ? known : "")
    }

    func all(_ name: String, or known: [String] = []) -> [String] {
        values[name] ?? (values.isEmpty ? known : [])
    }
}

/// A form of a page with many of them: its inputs get ids of their own, and keep what was typed.
struct FormKit: Sendable {
    let id: String
    let typed: Typed

    init(_ id: String, _ typed: Typed?) {
        self.id = id
        self.typed = typed ?? .nothing
    }

    func input(
        _ name: String, _ label: String, _ known: String = "", hint: String? = nil,
        kind: Field.Kind = .text, isRequired: Bool = false, lengthMax: Int? = nil, rows: Int? = nil
    ) -> Input {
        Input(
            id: "\(id)-\(name)", name: name, label: label, value: typed.value(name, or: known), hint: hint,
            error: typed.errors[name], kind: kind, isRequired: isRequired, lengthMax: lengthMax, rows: rows)
    }

    func select(
        _ name: String, _ label: String, _ options: [SelectOption], chosen known: String = "",
        hint: String? = nil
    ) -> Select {
        let chosen = typed.value(name, or: known)
        return Select(
            id: "\(id)-\(name)", name: name, label: label, hint: hint, error: typed.errors[name],
            options: options.map { SelectOption($0.value, $0.label, isChosen: $0.value == chosen) })
    }

    func checks(
        _ name: String, _ label: String, _ options: [SelectOption], chosen known: [String]
    ) -> ChoiceGroup {
        let chosen = typed.all(name, or: known)
        return ChoiceGroup(
            label,
            error: typed.errors[name],
            choices: options.map {
                Choice(name, value: $0.value, label: $0.label, isChosen: chosen.contains($0.value))
            }
        )
    }

    func radios(
        _ name: String, _ label: String, _ options: [SelectOption], chosen known: String
    ) -> ChoiceGroup {
        let chosen = typed.value(name, or: known)
        return ChoiceGroup(
            label,
            error: typed.errors[name],
            choices: options.map {
                Choice(name, value: $0.value, label: $0.label, isChosen: $0.value == chosen, isSingle: true)
            }
        )
    }
}

/// A field whose name may come several times on a page.
struct Input: Part {
    let id: String
    let name: String
    let label: String
    let value: String
    let hint: String?
    let error: String?
    let kind: Field.Kind
    let isRequired: Bool
    let lengthMax: Int?
    let rows: Int?

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "name": .text(self.name)
        case "label": .text(label)
        case "value": .text(value)
        case "hint": .maybe(hint)
        case "error": .maybe(error)
        case "describedBy": .maybe(describedBy)
        case "isRequired": .flag(isRequired)
        case "lengthMax": .maybe(lengthMax)
        case "rows": .maybe(rows)
        case "isNumber": .flag(kind == .number)
        case "type": .text(kind == .time || kind == .date ? kind.rawValue : "text")
        default: nil
        }
    }

    private var describedBy: String? {
        let ids = [error.map { _ in "\(id)-error" }, hint.map { _ in "\(id)-hint" }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// One of many, where boxes to tick would take too much room.
struct Select: Part {
    let id: String
    let name: String
    let label: String
    let hint: String?
    let error: String?
    let options: [SelectOption]

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "name": .text(self.name)
        case "label": .text(label)
        case "hint": .maybe(hint)
        case "error": .maybe(error)
        case "describedBy": .maybe(error.map { _ in "\(id)-error" })
        case "options": .parts(options)
        default: nil
        }
    }
}

/// Something to choose: a person, a room, a topic.
public struct SelectOption: Part, Equatable {
    public let value: String
    public let label: String
    var isChosen: Bool

    public init(_ value: String, _ label: String) {
        self.init(value, label, isChosen: false)
    }

    init(_ value: String, _ label: String, isChosen: Bool) {
        self.value = value
        self.label = label
        self.isChosen = isChosen
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "value": .text(value)
        case "label": .text(label)
        case "isChosen": .flag(isChosen)
        default: nil
        }
    }
}
