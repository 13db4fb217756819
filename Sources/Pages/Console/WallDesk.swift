public import Domain

/// What hangs on the wall, and what else might: each a button that takes effect at once.
public struct WallDesk: Sendable, Equatable {
    /// What a moderator chose; nil: the wall follows the day by itself.
    public var picture: Picture?
    /// What there is something to show of.
    public var pictures: [Picture]

    public init(picture: Picture? = nil, pictures: [Picture] = [.join]) {
        self.picture = picture
        self.pictures = pictures
    }
}

struct WallPart: Part {
    let desk: WallDesk
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "wallNote":
            .text(
                desk.picture.map { words("wall.until", ["what": $0.name(words)]) }
                    ?? words("wall.follows", ["what": frame.phase.name(words)]))
        case "wallChoices": .parts(([nil] + desk.pictures).map { WallChoice(picture: $0, part: self) })
        default: nil
        }
    }

    fileprivate func act(_ picture: Picture?, _ label: String) -> Act {
        frame.act(label, .picture, ["picture": picture?.rawValue ?? "", "back": frame.address(frame.place)])
    }
}

private struct WallChoice: Part {
    let picture: Picture?
    let part: WallPart

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "wallAct": .part(part.act(picture, picture?.name(words) ?? words["wall.follow"]))
        case "isChosen": .flag(part.desk.picture == picture)
        default: nil
        }
    }
}

extension ConsoleFrame {
    /// The draft goes to the wall and from it where it is laid.
    func projectDraft(_ desk: WallDesk, _ words: Phrases) -> Act? {
        guard phase != .ended, desk.pictures.contains(.draft) else { return nil }
        let isShown = desk.picture == .draft
        return WallPart(desk: desk, frame: self).act(
            isShown ? nil : .draft, isShown ? words["wall.takeDown"] : words["wall.showDraft"])
    }
}

extension Picture {
    public func name(_ words: Phrases) -> String {
        switch self {
        case .join: words["wall.join"]
        case .wishes: words["wall.wishes"]
        case .draft: words["wall.draft"]
        case .board: words["wall.board"]
        case .now: words["wall.now"]
        case .closing: words["wall.closing"]
        }
    }
}
