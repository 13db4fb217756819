import Synchronization
import Testing

@testable import tafelrunde

struct SpaceWatchTests {
    @Test func `warns once, again at half of it, and says when there is room again`() {
        let lines = Lines()
        let free = Disk()
        var watch = SpaceWatch(warningBytes: 1000, logger: lines.logger(.plain)) {
            free.bytes.withLock { $0 }
        }

        for bytes: Int64 in [1000, 999, 998, 499, 498, 2000, 2000] {
            free.bytes.withLock { $0 = bytes }
            watch.look()
        }

        let levels = lines.all.map { $0.split(separator: " ")[1] }
        #expect(levels == ["warning", "warning", "notice"])
    }

    @Test(arguments: [(Int64(1_400_000), "1.4 MB"), (23_000_000, "23 MB"), (1_440_000_000, "1.4 GB")])
    func `sizes are easy to read`(_ bytes: Int64, _ text: String) {
        #expect(Space.text(bytes) == text)
    }

    private final class Disk: Sendable {
        let bytes = Mutex<Int64>(0)
    }
}
