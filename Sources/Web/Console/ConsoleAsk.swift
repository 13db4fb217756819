internal import Domain
internal import Pages

/// Which page of the console somebody wants to see, and what on it.
struct ConsoleAsk: Sendable {
    let place: ConsoleFrame.Place
    private let values: [String: String]

    init(_ place: ConsoleFrame.Place, _ values: [String: String] = [:]) {
        self.place = place
        self.values = values
    }

    /// Reads `/g/7F3K/console/board?session=3&move=1`; nil when that is no page of this gathering's console.
    init?(path: String, in gathering: Gathering.ID) {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let home = Route.console(gathering.text, "").path
        guard let first = parts.first, first == home || first.hasPrefix(home + "/") else { return nil }
        let name = String(first.dropFirst(home.count + 1))
        guard let place = name.isEmpty ? .now : ConsoleFrame.Place(rawValue: name) else { return nil }
        let query = parts.count > 1 ? (try? FormFields(urlEncoded: Array(parts[1].utf8))) : nil
        self.init(place, (query?.typed ?? [:]).compactMapValues(\.last))
    }

    subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    func isOn(_ name: String) -> Bool { self[name] != nil }

    func id<Of>(_ name: String) -> Identifier<Of>? { self[name].flatMap { Identifier($0) } }

    /// Where to go on after an act: what was open stays open, questions and moves are over.
    func pathAfterAct(in gathering: Gathering.ID) -> String {
        let kept = ["q", "session", "topic", "person", "better"].compactMap { name -> String? in
            guard let value = self[name], Identifier<Gathering>(value) != nil else { return nil }
            return "\(name)=\(value)"
        }
        let path = Route.console(gathering.text, place == .now ? "" : place.rawValue).path
        return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
    }
}

/// What an act led to, to be said on the console's page.
struct ConsoleNote: Sendable {
    /// Why it did not happen, as a whole sentence.
    var refused: String?
    /// What it did, when there is more to say.
    var told: String?
    /// The form it was typed into, as it was typed.
    var form: RefusedForm?
    var shownCode: ShownCode?
    var madeLink: MadeLink?

    static let nothing = Self()

    /// A form by the address it goes to below the gathering, like `rooms/3`.
    struct RefusedForm: Sendable {
        let path: String
        let typed: Typed
    }

    /// What was typed into the form that goes there.
    func typed(_ act: ModeratorAct) -> Typed? { form?.path == act.path ? form?.typed : nil }
}
