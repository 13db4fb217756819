public import Domain

/// The newest step that can be taken back, and what it was.
public struct UndoOffer: Sendable, Equatable {
    public let step: Int
    public var deed: Deed

    /// What was done, with the titles it was done to.
    public enum Deed: Sendable, Equatable {
        case laid(count: Int, parked: Int = 0)
        /// `place`: "14:15, Turmstube".
        case moved(title: String, place: String?)
        case swapped(title: String, with: String)
        case pinned(title: String)
        case unpinned(title: String)
        case parked(title: String)
        case merged(title: String, into: String)
        case hidden(title: String)
        case queued
        case counted(title: String, hands: Int)
        case admitted(title: String, isIn: Bool)
        case cancelled(title: String)
        case withdrawn(title: String)
        case edited(title: String)
        case shown(title: String)
        case restored(title: String)
        case roomChanged(title: String)
        case published(number: Int, before: Int)
        case shifted(minutes: Int)
        case entered(Phase)
        case projected(Picture?)
    }

    public init(step: Int, _ deed: Deed) {
        self.step = step
        self.deed = deed
    }

    func sentence(_ words: Phrases) -> String {
        switch deed {
        case .laid(let count, 0): words("undo.laid", count: count)
        case .laid(let count, let parked):
            words("undo.laidAndParked", count: count, ["parked": "\(parked)"])
        case .moved(let title, let place?): words("undo.moved", ["title": title, "place": place])
        case .moved(let title, nil): words("undo.movedSomewhere", ["title": title])
        case .swapped(let title, let other): words("undo.swapped", ["title": title, "other": other])
        case .pinned(let title): words("undo.pinned", ["title": title])
        case .unpinned(let title): words("undo.unpinned", ["title": title])
        case .parked(let title): words("undo.parked", ["title": title])
        case .merged(let title, let into): words("undo.merged", ["title": title, "other": into])
        case .hidden(let title): words("undo.hidden", ["title": title])
        case .queued: words["undo.queued"]
        case .counted(let title, let hands): words("undo.counted", count: hands, ["title": title])
        case .admitted(let title, let isIn):
            isIn ? words("undo.takenIn", ["title": title]) : words("undo.leftOut", ["title": title])
        case .cancelled(let title): words("undo.cancelled", ["title": title])
        case .withdrawn(let title): words("undo.withdrawn", ["title": title])
        default: laterSentence(words)
        }
    }

    private func laterSentence(_ words: Phrases) -> String {
        switch deed {
        case .edited(let title): words("undo.edited", ["title": title])
        case .shown(let title): words("undo.shown", ["title": title])
        case .restored(let title): words("undo.restored", ["title": title])
        case .roomChanged(let title): words("undo.roomChanged", ["title": title])
        case .published(let number, let before):
            words("undo.published", ["number": "\(number)", "before": "\(before)"])
        case .shifted(let minutes):
            minutes < 0
                ? words("undo.shiftedEarlier", count: -minutes) : words("undo.shiftedLater", count: minutes)
        case .entered(let phase): words("undo.entered", ["phase": phase.name(words)])
        case .projected(let picture?): words("undo.projected", ["what": picture.name(words)])
        case .projected(nil): words["undo.unprojected"]
        default: ""
        }
    }
}

/// The bar at the bottom.
struct UndoPart: Part {
    let offer: UndoOffer
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "sentence": .text(offer.sentence(words))
        case "undoAct":
            .part(
                frame.act(
                    words["undo.button"], .undo,
                    ["step": "\(offer.step)", "back": frame.address(frame.place)]))
        default: nil
        }
    }
}
