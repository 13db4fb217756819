internal import Actions
internal import Domain
internal import Pages

/// The form of somebody who goes on: what was typed, what it means, and what was wrong with it.
struct GroupForm {
    private(set) var fields: ConsentFields
    private(set) var refused: String?

    init(_ form: FormFields, on standing: ConsentFields) {
        fields = standing
        fields.kind = form["kind"] ?? ""
        fields.contact = form.text("contact")
        fields.audience = form["audience"] ?? ""
        fields.until = form["until"] ?? standing.until
        fields.mayBeNamed = form.isOn("named")
    }

    /// An empty field is no contact, whatever is chosen beside it.
    func agreed() throws -> GoOn.Agreed {
        guard !fields.contact.isBlank else {
            return GoOn.Agreed(mayBeNamed: fields.mayBeNamed)
        }
        guard let kind = Contact.Kind(rawValue: fields.kind) else { throw FormFields.Misread.missing("kind") }
        guard let audience = SharedContact.Audience(rawValue: fields.audience) else {
            throw FormFields.Misread.missing("audience")
        }
        var reading = FieldReading()
        let contact = try reading.value { try Contact(kind, ContactText(fields.contact)) }
        let until = try reading.value { try Facts.date(fields.until) }
        guard let contact, let until else { throw reading.refusal }
        return GoOn.Agreed(
            GoOn.Sharing(contact, with: audience, until: until), mayBeNamed: fields.mayBeNamed)
    }

    /// Puts a refusal beside its field; false when it is none that this form can show.
    mutating func note(_ error: any Error, _ scene: Scene) -> Bool {
        let words = scene.words
        switch error {
        case let refused as TextRefused: fields.contactRefused = words.sentence(for: refused)
        case is DateRefused: fields.untilRefused = words["refused.date"]
        case let several as SeveralRefused: return several.refusals.allSatisfy { note($0, scene) }
        case let refused as TooMany: self.refused = words.sentence(for: refused)
        case let refused as Gathering.Refused where refused.kind != .notFound && refused.kind != .forbidden:
            note(refused, words.sentence(for: refused, scene.refusalNames))
        default: return false
        }
        return true
    }

    private mutating func note(_ refused: Gathering.Refused, _ sentence: String) {
        switch refused {
        case .noEmail, .noPhoneNumber: fields.contactRefused = sentence
        case .dateOutOfRange: fields.untilRefused = sentence
        default: self.refused = sentence
        }
    }
}
