import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct KeptTests {
    private static let key = KeptPages.Key(gathering: "g1", name: "board", language: .du, isInside: false)

    @Test func `who comes while a page is being rendered waits for the same rendering`() async throws {
        let kept = KeptPages()
        let renderings = Counter()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask {
                    _ = try await kept.rendering(Self.key, at: Self.stamp(gathering: 3, interest: 3)) {
                        renderings.add()
                        return .page(KeptBytes([1], mediaType: "text/html"))
                    }
                }
            }
            try await group.waitForAll()
        }

        #expect(renderings.count == 1)
    }

    @Test func `wishes may be a moment late, another entry never`() async throws {
        let kept = KeptPages()
        _ = try await kept.rendering(Self.key, at: Self.stamp(gathering: 3, interest: 3)) {
            .page(KeptBytes([1], mediaType: "text/html"))
        }

        #expect(kept.fresh(Self.key, at: 3) != nil)
        #expect(kept.fresh(Self.key, at: 4) == nil)
    }

    @Test func `what was kept of a gathering is gone when somebody is forgotten`() async throws {
        let kept = KeptPages()
        _ = try await kept.rendering(Self.key, at: Self.stamp(gathering: 3, interest: 3)) {
            .page(KeptBytes([1], mediaType: "text/html"))
        }

        kept.forget("g1")

        #expect(kept.fresh(Self.key, at: 3) == nil)
    }

    @Test func `after an act nobody is served without a look at the desk`() async throws {
        let kept = KeptPages()
        _ = try await kept.rendering(Self.key, at: Self.stamp(gathering: 3, interest: 3)) {
            .page(KeptBytes([1], mediaType: "text/html"))
        }
        _ = kept.fresh(Self.key, at: 3)

        kept.look(at: "g1")

        #expect(kept.trusted(Self.key) == nil)
        #expect(kept.fresh(Self.key, at: 3) != nil)
    }

    private static func stamp(gathering: Position, interest: Position) -> Stamp {
        Stamp(gathering: gathering, interest: interest, attendance: 0, feedback: 0, answers: 0, minute: 0)
    }
}
