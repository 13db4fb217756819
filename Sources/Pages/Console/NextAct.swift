import Domain

/// The one act that comes next, in each phase: large, at the same place.
struct NextAct {
    let page: ConsolePage

    /// Nil when the day is over.
    func part(_ words: Phrases) -> NextPart? {
        switch page.frame.phase {
        case .preparing: enter(.arriving, detail: words["next.arriving"], words)
        case .arriving: enter(.greeting, detail: words("next.greeting", count: page.frame.hereCount), words)
        case .greeting: enter(.pitching, detail: first ?? words["next.noTopicYet"], words)
        case .pitching: pitching(words)
        case .weighing: weighing(words)
        case .planning: planning(words)
        case .running: running(words)
        case .closing: ending(words)
        case .ended: nil
        }
    }

    private var first: String? {
        page.queue.first.map { [$0.host, $0.title].filter { !$0.isEmpty }.joined(separator: ": ") }
    }

    private func pitching(_ words: Phrases) -> NextPart {
        guard let first = page.queue.first else {
            let hasTopics = page.readiness.topicCount > 0
            return enter(
                .weighing, detail: hasTopics ? words["next.weighing"] : words["next.noTopicYet"], words)
        }
        let head = first.host.isEmpty ? first.title : first.host
        let detail = first.host.isEmpty ? words["next.pitch"] : first.title
        return NextPart(
            act: page.frame.act(head, .pitch, ["proposal": first.id, "after": page.pitch?.proposal ?? ""]),
            detail: detail,
            isEarly: false
        )
    }

    private func weighing(_ words: Phrases) -> NextPart {
        guard page.window.isOpen else {
            if page.window.wasOpen { return enter(.planning, detail: words["next.planning"], words) }
            return NextPart(
                act: page.frame.act(words["next.openWindow"], .window, ["open": "1"]),
                detail: words["next.openWindowDetail"],
                isEarly: false
            )
        }
        let gaps = ["all": "\(page.heads.count)"]
        return enter(.planning, detail: words("next.closeWindow", count: page.window.voterCount, gaps), words)
    }

    private func planning(_ words: Phrases) -> NextPart {
        switch page.board {
        case .none:
            return NextPart(
                act: page.frame.act(words["next.lay"], .layBoard),
                detail: words["next.layDetail"],
                isEarly: false
            )
        case .draft(let placed, _, let changes, let publishedAt):
            let detail =
                publishedAt == nil
                ? words("next.publishFirst", count: placed) : words("next.publishChanges", count: changes)
            return NextPart(
                label: words["next.publish"],
                href: page.frame.address(.board, [("publish", "1")]),
                detail: detail
            )
        case .published:
            return enter(.running, detail: page.otherDayWarning(words) ?? words["next.running"], words)
        }
    }

    private func running(_ words: Phrases) -> NextPart {
        if case .draft(_, _, let changes, let publishedAt?) = page.board, changes > 0 {
            let detail = words("next.publishAgain", count: changes, ["time": publishedAt])
            return NextPart(
                label: words["next.publish"],
                href: page.frame.address(.board, [("publish", "1")]),
                detail: detail
            )
        }
        guard let running = page.running else { return planning(words) }
        var next = enter(.closing, detail: words["next.closing"], words)
        next.isEarly = !running.isLastSlotOver
        if next.isEarly, let end = running.lastEnd {
            next.detail = words("next.closingLater", ["time": end])
        }
        return next
    }

    private func ending(_ words: Phrases) -> NextPart {
        NextPart(
            label: words["next.end"],
            href: page.frame.address(.now, [("end", "1")]),
            detail: words["next.endDetail"]
        )
    }

    private func enter(_ phase: Phase, detail: String, _ words: Phrases) -> NextPart {
        let act = page.frame.act(phase.name(words), .phase, ["phase": phase.rawValue])
        return NextPart(act: act, detail: detail, isEarly: false)
    }
}

/// The large button: a form, or a link to a question that comes before.
struct NextPart: Part {
    var act: Act?
    var label: String
    var href: String?
    var detail: String
    /// There is time left: the button steps back.
    var isEarly = false

    init(act: Act, detail: String, isEarly: Bool) {
        self.act = act
        label = act.label
        self.detail = detail
        self.isEarly = isEarly
    }

    init(label: String, href: String, detail: String) {
        self.label = label
        self.href = href
        self.detail = detail
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "nextAct": .maybe(act)
        case "nextLabel": .text(label)
        case "nextHref": .maybe(href)
        case "nextDetail": .text(detail)
        case "isEarly": .flag(isEarly)
        default: nil
        }
    }
}
