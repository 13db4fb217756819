internal import Domain
internal import Synchronization

/// Wrong codes, counted for the instance and for each address block. Never for one address alone: a whole castle
/// shares one.
final class Attempts: Sendable {
    /// Too many wrong codes came from there.
    struct Refused: Refusal {
        let secondsLeft: Int

        var kind: RefusalKind { .conflict }
    }

    /// A hall of people mistypes this often before anybody has to wait.
    private static let freeCount = 30
    private static let delaySecondsMax = 300
    private static let forgetSeconds = 3600
    private static let blockCountMax = 10_000

    private struct Block {
        var wrongCount = 0
        var last: Instant
        var blockedUntil: Instant
    }

    private let blocks = Mutex<[String: Block]>([:])

    func mustBeFree(_ block: String, at now: Instant) throws(Refused) {
        let until = blocks.withLock {
            max($0[block]?.blockedUntil ?? now, $0[Self.whole]?.blockedUntil ?? now)
        }
        guard until > now else { return }
        throw Refused(secondsLeft: until.seconds(since: now) + 1)
    }

    /// `delay`: doubles with each wrong code beyond the free ones.
    func wrong(_ block: String, at now: Instant) {
        blocks.withLock { blocks in
            if blocks.count > Self.blockCountMax {
                blocks = blocks.filter { now.seconds(since: $0.value.last) < Self.forgetSeconds }
            }
            Self.count(&blocks, block, free: Self.freeCount, now)
            Self.count(&blocks, Self.whole, free: Self.freeCount * 10, now)
        }
    }

    private static let whole = "instance"

    private static func count(_ blocks: inout [String: Block], _ name: String, free: Int, _ now: Instant) {
        var block = blocks[name] ?? Block(last: now, blockedUntil: now)
        if now.seconds(since: block.last) > forgetSeconds { block.wrongCount = 0 }
        block.wrongCount += 1
        block.last = now
        let beyond = block.wrongCount - free
        if beyond > 0 {
            block.blockedUntil = now.adding(seconds: min(1 << min(beyond, 12), delaySecondsMax))
        }
        blocks[name] = block
    }
}
