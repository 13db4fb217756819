internal import Actions
internal import Domain
internal import Pages

/// The form of a record: what was typed, what it means, and what was wrong with it.
struct RecordForm {
    /// With everything in it and three versions of a text it is longer than other forms; beyond this nobody typed it.
    static let bytesMax = 1024 * 1024

    private let form: FormFields
    private(set) var fields: RecordFields

    /// What the form does not ask about stays as it is.
    init(_ form: FormFields, on standing: RecordFields) {
        self.form = form
        fields = standing
        for (name, values) in form.typed {
            guard Record.Field(name) != nil, let value = values.last else { continue }
            fields.values[name] = value
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

    private var asksForRule: Bool { form["wasChatham"] != nil }

    /// All that can be kept, or the refusals of all that cannot, each beside its field.
    mutating func sheet(_ words: Phrases) -> WriteRecord.Sheet? {
        var typed: [Record.Typed] = []
        for (name, values) in form.typed.sorted(by: { $0.key < $1.key }) {
            guard let field = Record.Field(name), let value = values.last else { continue }
            do throws(TextRefused) {
                typed.append(try Record.Typed(field, value, base: form["base-" + name]))
            } catch {
                fields.errors[name] = words.sentence(for: error)
            }
        }
        var sheet = WriteRecord.Sheet(typed, seen: seen)
        if asksForRule, fields.isChatham != fields.wasChatham { sheet.isChatham = fields.isChatham }
        if let author = form["paperAuthor"], author != form["wasPaperAuthor"] {
            do throws(TextRefused) {
                sheet.paperAuthor =
                    author.allSatisfy(\.isWhitespace) ? .nobody : .named(try PaperAuthor(author))
            } catch {
                fields.errors["paperAuthor"] = words.sentence(for: error)
            }
        }
        return fields.errors.isEmpty ? sheet : nil
    }

    /// Puts a refusal beside its field.
    mutating func note(_ refused: Gathering.Refused, _ sentence: String) {
        if case .recordTooLong(let field, _) = refused { fields.errors[field] = sentence }
    }
}
