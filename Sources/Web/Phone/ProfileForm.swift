internal import Domain
internal import Pages

/// What somebody typed about themselves, and what of it was refused.
struct ProfileForm {
    var person: PersonForm
    private let towns: TownDirectory

    init(_ form: FormFields, _ towns: TownDirectory) {
        self.towns = towns
        person = PersonForm(
            firstName: form.text("firstName"), organisation: form.text("organisation"),
            hashtags: form.text("hashtags"), organisations: towns.towns.map(\.shortName))
    }

    static func empty(_ towns: TownDirectory) -> PersonForm {
        PersonForm(organisations: towns.towns.map(\.shortName))
    }

    static func form(_ profile: Profile?, _ towns: TownDirectory) -> PersonForm {
        let organisation: String? =
            switch profile?.organisation {
            case .town(let key): towns[key]?.shortName
            case .other(let name): name.text
            case nil: nil
            }
        return PersonForm(
            firstName: profile?.firstName?.text ?? "", organisation: organisation ?? "",
            hashtags: (profile?.hashtags ?? []).map { "#" + $0.text }.joined(separator: " "),
            organisations: towns.towns.map(\.shortName))
    }

    /// A town of the directory is kept as such; anything else as it was typed.
    func profile() throws -> Profile {
        var reading = FieldReading()
        let firstName = try reading.value { try Self.some(person.firstName) { try FirstName($0) } }
        let organisation = try reading.value { try self.organisation() }
        let hashtags = try reading.value { try self.hashtags() }
        guard let firstName, let organisation, let hashtags else { throw reading.refusal }
        return Profile(firstName: firstName, organisation: organisation, hashtags: hashtags)
    }

    private func organisation() throws -> Organisation? {
        if let town = towns.town(named: person.organisation) { return .town(key: town.id) }
        return try Self.some(person.organisation) { .other(name: try OrganisationName($0)) }
    }

    private func hashtags() throws -> [Hashtag] {
        let tags = person.hashtags.split { $0.isWhitespace || $0 == "," || $0 == "#" }
        guard tags.count <= Profile.hashtagCountMax else { throw TooManyHashtags() }
        return try tags.map { try Hashtag(String($0)) }
    }

    /// Puts a refusal beside its field; false when it is none that this form can show.
    mutating func note(_ error: any Error, _ words: Phrases) -> Bool {
        switch error {
        case let refused as TextRefused:
            let sentence = words.sentence(for: refused)
            switch refused.field {
            case OrganisationNameKind.field: person.organisationRefused = sentence
            case HashtagKind.field: person.hashtagsRefused = sentence
            default: person.firstNameRefused = sentence
            }
        case let several as SeveralRefused: return several.refusals.allSatisfy { note($0, words) }
        case is TooManyHashtags: person.hashtagsRefused = words["refused.tooManyHashtags"]
        default: return false
        }
        return true
    }

    private static func some<T>(_ typed: String, _ parse: (String) throws -> T) throws -> T? {
        typed.isBlank ? nil : try parse(typed)
    }
}

struct TooManyHashtags: Refusal {
    var kind: RefusalKind { .invalid }
}
