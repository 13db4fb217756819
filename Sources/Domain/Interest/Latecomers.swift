/// A wish that arrives: when, and whether it may have been made before the window closed.
///
/// Nobody can prove when a phone made it. So a gathering waits a while for those that were on their way, says so on every
/// page, and counts none of a device that knew that it was too late.
public struct Arrival: Sendable, Hashable {
    public let at: Instant
    /// How long the gathering waits; 0: not at all.
    public let graceMinutes: Int
    /// The device it comes from has been told that the window is closed.
    public let wasTold: Bool

    public init(at moment: Instant, graceMinutes: Int, wasTold: Bool) {
        at = moment
        self.graceMinutes = graceMinutes
        self.wasTold = wasTold
    }

    func counts(after closing: Instant) -> Bool {
        !wasTold && graceMinutes > 0 && at <= closing.adding(seconds: graceMinutes * 60)
    }
}

extension Gathering {
    /// How long wishes still count after the closing. None does once blind results were shown, which the closing does;
    /// and after the end nothing does.
    public var graceMinutes: Int {
        guard let rules = programme.facts?.rules, day.endedAt == nil else { return 0 }
        let showsBlind = day.window.closedAt == nil ? rules.isBlind : day.hasShownBlind
        return showsBlind ? 0 : rules.graceMinutes ?? Rules.graceMinutesDefault
    }

    /// Until when latecomers count; nil while the window is open, and where nobody is waited for.
    public var graceEnd: Instant? {
        guard let closing = day.window.closedAt, graceMinutes > 0 else { return nil }
        return closing.adding(seconds: graceMinutes * 60)
    }
}

/// What came after the closing and counts. Of all voices together: by topic it would tell what a single latecomer wants.
public struct LateWishes: Sendable, Hashable {
    public var count: Int
    /// Taken back after the closing.
    public var withdrawnCount: Int

    public init(count: Int = 0, withdrawnCount: Int = 0) {
        self.count = count
        self.withdrawnCount = withdrawnCount
    }
}

extension Interest {
    public func late(in topics: Topics) -> LateWishes {
        atClosing.keys.reduce(into: LateWishes()) { late, voice in
            let own = self.late(of: voice, in: topics)
            late.count += own.wanted.count
            late.withdrawnCount += own.withdrawn.count
        }
    }

    /// The topics that a voice wants otherwise than at the closing, and those it wants no more.
    public func late(
        of voice: Voice.ID, in topics: Topics
    ) -> (wanted: Set<Proposal.ID>, withdrawn: Set<Proposal.ID>) {
        guard let changed = atClosing[voice] else { return ([], []) }
        let own = wishes[voice] ?? [:]
        let now = Self.counted(own, in: topics)
        let before = Self.counted(own.merging(changed) { $1 }.filter { $0.value > 0 }, in: topics)
        return (
            Set(now.keys.filter { now[$0] != before[$0] }), Set(before.keys.filter { now[$0] == nil })
        )
    }
}
