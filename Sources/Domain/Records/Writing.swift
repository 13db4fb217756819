extension Record {
    /// Takes what somebody typed, together with what others wrote meanwhile.
    ///
    /// `seen`: the revision that the form showed. Sent again it changes nothing.
    public func write(
        _ typed: [Typed], seen: Int, isChatham: Bool? = nil, isHost: Bool = false, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try caller.must(.write)
        // Who was there would be read for a moment, by whoever can set the rule again.
        if self.isChatham, isChatham == false { try mustEdit(isHost, caller) }
        let shown = shown(to: typed, at: seen)
        var edits: [Edit] = []
        var open = clashes
        for typed in typed {
            if let edit = try edit(typed, shown, &open) { edits.append(edit) }
        }
        try mustHaveRoom(for: edits)
        var changes: [Change] = []
        if !edits.isEmpty || open != clashes {
            changes.append(written(edits, open, by: caller))
        }
        return changes + setChatham(isChatham, by: caller)
    }

    /// What was typed, apart: what can be kept, and why the rest cannot. One field that is too long keeps no other out.
    public struct Parted: Sendable, Hashable {
        public internal(set) var kept: [Typed] = []
        public internal(set) var refused: [Field: Gathering.Refused] = [:]
    }

    public func part(_ typed: [Typed], seen: Int) -> Parted {
        let shown = shown(to: typed, at: seen)
        var parted = Parted()
        var edits: [Edit] = []
        for typed in typed {
            var open = clashes
            do throws(Gathering.Refused) {
                if let edit = try edit(typed, shown, &open) { edits.append(edit) }
                parted.kept.append(typed)
            } catch {
                parted.refused[typed.field] = error
            }
        }
        do throws(Gathering.Refused) {
            try mustHaveRoom(for: edits)
        } catch {
            let known = Set(steps)
            for field in parted.kept.map(\.field) {
                if let step = field.part?.step, !known.contains(step) { parted.refused[field] = error }
            }
            parted.kept.removeAll { parted.refused[$0.field] != nil }
        }
        return parted
    }

    /// What was made public with names is public no more when they shall stay in the room.
    private func setChatham(_ isOn: Bool?, by caller: Caller) -> [Change] {
        guard let isOn, isOn != isChatham else { return [] }
        let changes = [Change.chathamSet(isOn: isOn, by: caller.participant)]
        return isOn && released?.isChatham == false ? changes + [.releaseWithdrawn] : changes
    }

    /// Of two versions one goes; or both stay, and are no question any more. Somebody may have chosen already.
    public func choose(_ version: Version, of number: Int, by caller: Caller) throws(Gathering.Refused)
        -> [Change]
    {
        try caller.must(.write)
        guard let clash = clashes.first(where: { $0.number == number }) else { return [] }
        let open = clashes.filter { $0.number != number }
        let gone: String? =
            switch version {
            case .first: clash.second
            case .second: clash.first
            case .both: nil
            }
        var lines = clash.field.lines(text(clash.field))
        if let gone, let place = Self.place(of: clash.field.lines(gone), in: lines) {
            lines.removeSubrange(place)
        }
        let edit = Edit(clash.field, from: text(clash.field), to: clash.field.text(lines))
        return [written([edit].compactMap(\.self), open, by: caller)]
    }

    public enum Version: String, Sendable, CaseIterable {
        case first, second, both
    }

    /// Goes back to what the record said; what was written since stays in the history.
    public func restore(_ revision: Int, by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.write)
        guard let earlier = texts(at: revision) else { throw .noSuchRevision }
        let fields = Set(texts.keys).union(earlier.keys).sorted()
        let edits = fields.compactMap { Edit($0, from: text($0), to: earlier[$0] ?? "") }
        guard !edits.isEmpty else { return [] }
        let standing = clashes.filter { clash in
            let lines = clash.field.lines(earlier[clash.field] ?? "")
            return [clash.first, clash.second].allSatisfy {
                Self.place(of: clash.field.lines($0), in: lines) != nil
            }
        }
        return [
            .written(
                by: caller.participant, edits: edits, clashes: standing == clashes ? nil : standing,
                restored: revision)
        ]
    }

    /// What the record said at a revision; nil when that is not known any more, or not yet.
    public func texts(at revision: Int) -> [Field: String]? {
        let oldest = revisions.first?.number ?? 1
        guard (max(oldest - 1, 0)...self.revision).contains(revision) else { return nil }
        var texts = texts
        for later in revisions.reversed() {
            guard later.number > revision else { break }
            for edit in later.edits.reversed() {
                texts[edit.field] = edit.takenBack(from: texts[edit.field] ?? "")
            }
        }
        return texts.filter { !$0.value.isEmpty }
    }

    /// What the form showed, where it does not say so itself. When nobody knows that any more it counts as nothing: what
    /// was typed then comes beside what others wrote, and takes nothing away.
    private func shown(to typed: [Typed], at revision: Int) -> [Field: String] {
        guard typed.contains(where: { $0.base == nil }) else { return [:] }
        return texts(at: revision) ?? [:]
    }

    private func edit(
        _ typed: Typed, _ shown: [Field: String], _ open: inout [Clash]
    ) throws(Gathering.Refused) -> Edit? {
        let base = typed.base ?? shown[typed.field] ?? ""
        guard let merged = try merged(typed, base, &open) else { return nil }
        return Edit(typed.field, from: text(typed.field), to: merged)
    }

    private func written(_ edits: [Edit], _ open: [Clash], by caller: Caller) -> Change {
        .written(
            by: caller.participant, edits: edits, clashes: open == clashes ? nil : open, restored: nil)
    }

    /// The field's text with what was typed; nil when nothing was.
    private func merged(
        _ typed: Typed, _ base: String, _ open: inout [Clash]
    ) throws(Gathering.Refused) -> String? {
        guard typed.text != base else { return nil }
        let field = typed.field
        let standing = field.lines(text(field))
        let merging = Merging(
            base: field.lines(base), standing: standing, typed: field.lines(typed.text))
        let merged = field.text(merging.lines)
        let tooLong = Text<RecordTextKind>.length(of: merged) - field.lengthMax
        guard tooLong <= 0 else { throw .recordTooLong(field: field.name, by: tooLong) }
        open = open.compactMap { clash in
            clash.field == field ? clash.moved(from: standing, to: merging.lines) : clash
        }
        for new in merging.clashes {
            let clash = Clash(
                number: max((revision + 1) * 100, (open.map(\.number).max() ?? 0) + 1), field: field,
                first: field.text(new.first),
                second: field.text(new.second))
            if !open.contains(where: clash.isSame) { open.append(clash) }
        }
        return merged
    }

    private func mustHaveRoom(for edits: [Edit]) throws(Gathering.Refused) {
        var after = texts
        var order = stepOrder
        for edit in edits {
            after[edit.field] = edit.made(of: text(edit.field))
            if let step = edit.field.part?.step, !order.contains(step) { order.append(step) }
        }
        let count = Self.steps(order, in: after).count
        guard count <= max(Step.countMax, steps.count) else { throw .tooManySteps }
    }

    static func place(of block: [Substring], in lines: [Substring]) -> Range<Int>? {
        guard !block.isEmpty, block.count <= lines.count else { return nil }
        return (0...(lines.count - block.count)).map { $0..<($0 + block.count) }.first {
            lines[$0].elementsEqual(block)
        }
    }
}

extension Record.Clash {
    func isSame(_ other: Self) -> Bool {
        field == other.field && first == other.first && second == other.second
    }

    /// The clash after an edit of its field: versions that somebody goes on writing are still versions; where one was
    /// deleted there is nothing to choose any more.
    func moved(from old: [Substring], to new: [Substring]) -> Self? {
        guard old != new else { return self }
        let hunks = Difference.hunks(from: old, to: new)
        let blocks = [first, second].map { version -> String in
            let block = field.lines(version)
            guard let place = Record.place(of: block, in: old) else { return "" }
            let start = Self.moved(place.lowerBound, hunks, isEnd: false)
            let end = Self.moved(place.upperBound, hunks, isEnd: true)
            return start < end ? field.text(Array(new[start..<end])) : ""
        }
        guard blocks.allSatisfy({ !$0.isEmpty }), blocks[0] != blocks[1] else { return nil }
        return Self(number: number, field: field, first: blocks[0], second: blocks[1])
    }

    /// Where a border between lines lies afterwards. Inside of a stretch that was written anew line goes for line.
    private static func moved(_ border: Int, _ hunks: [Hunk], isEnd: Bool) -> Int {
        var shift = 0
        for hunk in hunks {
            if hunk.old.isEmpty
                ? border < hunk.old.lowerBound || isEnd && border == hunk.old.lowerBound
                : border <= hunk.old.lowerBound
            {
                break
            }
            if border < hunk.old.upperBound {
                return hunk.new.lowerBound + min(border - hunk.old.lowerBound, hunk.new.count)
            }
            shift = hunk.new.upperBound - hunk.old.upperBound
        }
        return border + shift
    }
}
