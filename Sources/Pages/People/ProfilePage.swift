/// What the reader told about themselves, their personal code, and the way out.
public struct ProfilePage: Page {
    public static let template = "people/profile"

    public var frame: PhoneFrame
    public var form: PersonForm
    /// To come back with on another device: "k7m-4qx-22p".
    public var personalCode: String
    public var act: String
    public var saved: Bool
    /// Where the reader goes on, or holds a group together.
    public var groups: [OwnGroup] = []

    public init(_ frame: PhoneFrame, form: PersonForm, personalCode: String, act: String, saved: Bool = false)
    {
        self.frame = frame
        self.form = form
        self.personalCode = personalCode
        self.act = act
        self.saved = saved
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            words.title(words["profile.heading"] + " \u{B7} " + frame.name, isRefused: form.isRefused)
        case "form": .part(form)
        case "personalCode": .text(personalCode)
        case "act": .text(act)
        case "saved": .flag(saved)
        case "groups": .parts(groups)
        case "hasGroups": .flag(!groups.isEmpty)
        case "devicesAddress": .text(Route.ownDevicesRemoval(frame.gathering).path)
        case "devicesAct": .text(act + "-devices")
        case "leaveAddress": .text(Route.leaving(frame.gathering).path)
        default: frame.answer(name, words)
        }
    }
}

/// Leaving, asked once: it deletes what was told, and others notice.
public struct LeavePage: Page {
    public static let template = "people/leave"

    public var frame: PhoneFrame
    /// Topics that go with the reader.
    public var ownTopics: [String]
    /// Some of them are on the board that everybody sees: there they stay, crossed out.
    public var isOnBoard = false
    public var act: String

    public init(_ frame: PhoneFrame, ownTopics: [String], act: String) {
        self.frame = frame
        self.ownTopics = ownTopics
        self.act = act
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["leave.heading"])
        case "topicsGo": .maybe(ownTopics.isEmpty ? nil : topicsGo(words))
        case "ownTopics": .texts(ownTopics)
        case "act": .text(act)
        case "leaveAddress": .text(Route.departure(frame.gathering).path)
        default: frame.answer(name, words)
        }
    }

    private func topicsGo(_ words: Phrases) -> String {
        isOnBoard
            ? words("leave.topicsStay", count: ownTopics.count)
            : words("leave.topicsGo", count: ownTopics.count)
    }
}
