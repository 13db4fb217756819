extension Readiness: Part {
    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "code": .text(code)
        default: nil
        }
    }

    /// What is there and what is still missing, each with its way to the page.
    func lines(_ frame: ConsoleFrame, _ words: Phrases) -> [any Part] {
        let prepare = frame.mayPrepare ? frame.address(.prepare) : nil
        return [
            ReadyLine(
                text: words("ready.rooms", count: roomCount),
                isDone: roomCount > 0,
                href: prepare.map { $0 + "#rooms" }
            ),
            ReadyLine(
                text: words("ready.slots", count: slotCount),
                isDone: slotCount > 0,
                href: prepare.map { $0 + "#slots" }
            ),
            ReadyLine(
                text: words("ready.items", count: itemCount),
                isDone: itemCount > 0,
                href: prepare.map { $0 + "#items" }
            ),
            ReadyLine(
                text: words("ready.organisers", count: organiserCount),
                isDone: organiserCount > 0,
                href: prepare.map { $0 + "#organisers" }
            ),
            ReadyLine(
                text: words("ready.topics", count: topicCount),
                isDone: topicCount > 0,
                href: frame.address(.topics)
            ),
        ]
    }
}

private struct ReadyLine: Part {
    let text: String
    let isDone: Bool
    let href: String?

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "text": .text(text)
        case "isDone": .flag(isDone)
        case "href": .maybe(href)
        default: nil
        }
    }
}
