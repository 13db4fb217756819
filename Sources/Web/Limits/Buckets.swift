internal import Domain

/// How often something may be done: `burst` times at once, then once more each `milliseconds`.
struct Rate: Sendable {
    let burst: Int
    let milliseconds: Int64

    fileprivate var depth: Int64 { Int64(burst) * milliseconds }
}

/// What is left of a rate, kept as the moment from which on nothing was taken.
struct Bucket: Sendable {
    private(set) var fullAt = Instant(milliseconds: 0)

    /// How long it takes until one may be taken; 0 is now.
    func waitMilliseconds(_ rate: Rate, at now: Instant) -> Int64 {
        max(filled(rate, at: now) + rate.milliseconds - rate.depth - now.milliseconds, 0)
    }

    mutating func take(_ rate: Rate, at now: Instant) {
        fullAt = Instant(milliseconds: filled(rate, at: now) + rate.milliseconds)
    }

    mutating func giveBack(_ rate: Rate) {
        fullAt = Instant(milliseconds: fullAt.milliseconds - rate.milliseconds)
    }

    /// A clock that was put back must not close it for longer than it is deep.
    private func filled(_ rate: Rate, at now: Instant) -> Int64 {
        min(max(fullAt.milliseconds, now.milliseconds), now.milliseconds + rate.depth)
    }
}

/// One bucket for each name, in bounded memory: a full bucket is none.
struct Buckets<Name: Hashable & Sendable>: Sendable {
    let rate: Rate
    let countMax: Int
    private var all: [Name: Bucket] = [:]

    init(_ rate: Rate, countMax: Int = 10_000) {
        self.rate = rate
        self.countMax = countMax
    }

    var count: Int { all.count }

    func waitMilliseconds(_ name: Name, at now: Instant) -> Int64 {
        (all[name] ?? Bucket()).waitMilliseconds(rate, at: now)
    }

    mutating func take(_ name: Name, at now: Instant) {
        if all[name] == nil, all.count >= countMax { letGo(at: now) }
        all[name, default: Bucket()].take(rate, at: now)
    }

    mutating func giveBack(_ name: Name) {
        all[name]?.giveBack(rate)
    }

    mutating func forget(where isGone: (Name) -> Bool) {
        all = all.filter { !isGone($0.key) }
    }

    /// Half of the room at once, so that it is seldom done; those stay from which most was taken.
    private mutating func letGo(at now: Instant) {
        all = all.filter { $0.value.fullAt > now }
        guard all.count > countMax / 2 else { return }
        let most = all.sorted { $0.value.fullAt > $1.value.fullAt }.prefix(countMax / 2)
        all = Dictionary(uniqueKeysWithValues: most.map { ($0.key, $0.value) })
    }
}

/// Too much came from there; nothing of it was done.
struct TooMany: Refusal, Hashable {
    enum What: Sendable {
        case codes, acts, streams, searches
    }

    let what: What
    let secondsLeft: Int

    init(_ what: What, waitMilliseconds: Int64) {
        self.what = what
        secondsLeft = Int((waitMilliseconds + 999) / 1000)
    }

    var kind: RefusalKind { .conflict }
}
