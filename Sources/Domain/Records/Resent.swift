/// Looks whether everything that was typed is there already, in its place: the same form came a second time.
///
/// Of each stretch of lines it wants the very lines, or, where others changed the same line, the very same change of its
/// words. What is only similar is somebody else's: that comes beside it and is never taken for a repetition.
struct Resent {
    private let base: [Substring]
    private let standing: [Substring]
    private let typed: [Substring]

    init(_ base: [Substring], _ standing: [Substring], _ typed: [Substring]) {
        self.base = base
        self.standing = standing
        self.typed = typed
    }

    var isThere: Bool {
        let there = Difference.hunks(from: base, to: standing)
        var rests = there.map { standing[$0.new] }
        var words: Words?
        return Difference.hunks(from: base, to: typed).allSatisfy { own in
            let added = Array(typed[own.new])
            let isFound = there.indices.contains { place in
                let hunk = there[place]
                if added.isEmpty { return hunk.isShorter && hunk.old.covers(own.old) }
                guard hunk.old.touches(own.old), let rest = Merging.rest(after: added, in: rests[place])
                else { return false }
                rests[place] = rest
                return true
            }
            if isFound { return true }
            let changed = words ?? Words(base, standing, typed)
            words = changed
            return changed.hold(own.old, of: base)
        }
    }

    /// The same texts word by word.
    private struct Words {
        private let standing: [Substring]
        private let typed: [Substring]
        private let there: [Hunk]
        private let own: [Hunk]

        init(_ base: [Substring], _ standing: [Substring], _ typed: [Substring]) {
            let texts = [base, standing, typed].map { Merging.words($0).filter { $0 != Merging.lineEnd } }
            self.standing = texts[1]
            self.typed = texts[2]
            there = Difference.hunks(from: texts[0], to: texts[1])
            own = Difference.hunks(from: texts[0], to: texts[2])
        }

        func hold(_ lines: Range<Int>, of base: [Substring]) -> Bool {
            guard !lines.isEmpty else { return false }
            let start = Self.count(base[..<lines.lowerBound])
            let stretch = start..<(start + Self.count(base[lines]))
            let own = own.filter { stretch.touches($0.old) }
            return !own.isEmpty
                && own.allSatisfy { change in there.contains { isPart(change, of: $0) } }
        }

        /// The same change; or its end of a longer one, where others changed the words beside it.
        private func isPart(_ change: Hunk, of hunk: Hunk) -> Bool {
            let (new, made) = (typed[change.new], standing[hunk.new])
            if hunk.old == change.old { return made == new }
            guard hunk.old.covers(change.old) else { return false }
            if new.isEmpty { return hunk.isShorter }
            if hunk.old.lowerBound == change.old.lowerBound { return made.starts(with: new) }
            if hunk.old.upperBound == change.old.upperBound { return made.suffix(new.count) == new }
            return Merging.rest(after: Array(new), in: made) != nil
        }

        private static func count(_ lines: ArraySlice<Substring>) -> Int {
            lines.map { $0.split(separator: " ", omittingEmptySubsequences: false).count }.reduce(0, +)
        }
    }
}

extension Hunk {
    fileprivate var isShorter: Bool { new.count < old.count }
}

extension Range<Int> {
    fileprivate func covers(_ other: Self) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    fileprivate func touches(_ other: Self) -> Bool {
        lowerBound <= other.upperBound && other.lowerBound <= upperBound
    }
}
