internal import Actions
internal import Domain
internal import Pages

/// The form of a record: what was typed, what it means, and what was wrong with it.
struct RecordForm {
    /// With everything in it and three versions of a text it is longer than other forms; beyond this nobody typed it.
    static let bytesMax = 1024 * 1024

    private let form: FormFields
    private(set) var fields: RecordFields
    /// Somebody wanted to lift the rule who may not.
    var leftRule = false
    /// Something is wrong with what was typed, not only with what others wrote meanwhile.
    private(set) var isInvalid = false

    /// What the form does not ask about stays as it is.
    init(_ form: FormFields, on standing: RecordFields) {
        self.form = form
        fields = standing
        for (name, values) in form.typed {
            guard Record.Field(name) != nil, let value = values.last else { continue }
            fields.values[name] = value
            fields.bases[name] = form["base-" + name]
        }
        let typed = form.typed.keys.compactMap { Record.Field($0)?.part?.step.text }
        let new = Set(typed).subtracting(fields.steps).sorted()
        fields.steps = fields.steps.dropLast() + new + fields.steps.suffix(new.isEmpty ? 1 : 0)
        if asksForRule {
            fields.isChatham = form.isOn("chatham")
            fields.wasChatham = form.isOn("wasChatham")
        }
        fields.paperAuthor = form["paperAuthor"] ?? fields.paperAuthor
        fields.wasPaperAuthor = form["wasPaperAuthor"] ?? fields.wasPaperAuthor
    }

    var seen: Int { form.number("seen") ?? 0 }

    var isKept: Bool { fields.errors.isEmpty && !leftRule }

    private var asksForRule: Bool { form["wasChatham"] != nil }

    /// All that can be kept; what cannot is refused beside its field, and keeps nothing else out.
    mutating func sheet(_ words: Phrases) -> WriteRecord.Sheet {
        var typed: [Record.Typed] = []
        for (name, values) in form.typed.sorted(by: { $0.key < $1.key }) {
            guard let field = Record.Field(name), let value = values.last else { continue }
            do throws(TextRefused) {
                typed.append(try Record.Typed(field, value, base: form["base-" + name]))
            } catch {
                fields.errors[name] = words.sentence(for: error)
                isInvalid = true
            }
        }
        var sheet = WriteRecord.Sheet(typed, seen: seen)
        if asksForRule, fields.isChatham != fields.wasChatham { sheet.isChatham = fields.isChatham }
        if let author = form["paperAuthor"], author != form["wasPaperAuthor"] {
            do throws(TextRefused) {
                sheet.paperAuthor =
                    author.isBlank ? .nobody : .named(try PaperAuthor(author))
            } catch {
                fields.errors["paperAuthor"] = words.sentence(for: error)
                isInvalid = true
            }
        }
        return sheet
    }

    /// Puts each refusal beside its field.
    mutating func note(_ left: WriteRecord.Left, _ scene: Scene) {
        for (field, refused) in left.fields {
            fields.errors[field.name] = scene.words.sentence(for: refused, scene.refusalNames)
            isInvalid = isInvalid || refused.kind == .invalid
        }
        if left.paperAuthor { fields.errors["paperAuthor"] = scene.words["record.namesForgotten"] }
    }

    /// What the record says by now, and what was refused as it was typed: with what it grew from, because what others
    /// wrote meanwhile is in the page's revision.
    func again(on standing: RecordFields, grownFrom shown: [Record.Field: String]) -> RecordFields {
        var again = standing
        for (name, error) in fields.errors {
            again.errors[name] = error
            guard let field = Record.Field(name) else { continue }
            again.values[name] = form[name] ?? ""
            again.bases[name] = form["base-" + name] ?? shown[field] ?? ""
        }
        let new = Set(fields.errors.keys.compactMap { Record.Field($0)?.part?.step.text })
            .subtracting(standing.steps)
        again.steps = again.steps.dropLast() + new.sorted() + again.steps.suffix(new.isEmpty ? 1 : 0)
        if fields.errors["paperAuthor"] != nil { again.paperAuthor = fields.paperAuthor }
        return again
    }
}
