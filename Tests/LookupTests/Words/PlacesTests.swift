import Foundation
import Testing

@testable import Lookup

/// How an index keeps where words stand, and how a search notes what it finds.
struct PlacesTests {
    @Test func `whatever comes, goes and moves, the bytes tell of the same places`() {
        var dice = SystemRandomNumberGenerator()
        var (places, known): (Places, [Int64: Holding.Part]) = (Places(), [:])
        for _ in 0..<2_000 {
            let holding =
                Int64.random(in: 0..<(1 << 34), using: &dice) >> Int64.random(in: 0..<34, using: &dice)
            let part = Holding.Part.allCases.randomElement(using: &dice)
            let isGone = Bool.random(using: &dice)
            places.set(holding, isGone ? nil : part)
            known[holding] = isGone ? nil : part
        }

        var told: [Int64: Holding.Part] = [:]
        var order: [Int64] = []
        Places.forEach(in: places.data) { holding, part in
            told[holding] = Holding.Part(rawValue: Int64(part))
            order.append(holding)
        }
        #expect(told == known && order == known.keys.sorted())
        #expect(Places(places.data) == places)
    }

    @Test(arguments: [0, 1, 31, 32, (1 << 32) - 1, (1 << 34) - 1] as [Int64])
    func `small and large numbers come back`(_ holding: Int64) {
        var places = Places()
        places.set(holding, .rest)
        var told: [Int64] = []
        Places.forEach(in: places.data) { told += [$0, Int64($1)] }

        #expect(told == [holding, Holding.Part.rest.rawValue])
        places.set(holding, nil)
        #expect(places.isEmpty && places.data.isEmpty)
    }

    @Test func `of a holding that is found often the most that it is worth stays`() {
        var findings = Findings()
        for round in 0..<3 {
            for holding in 0..<5_000 {
                findings.note(UInt64(holding) << 28 | 7, worth: (holding + round) % 100)
            }
        }

        #expect(findings.count == 5_000)
        #expect(findings.worth(of: 5 << 28 | 7) == 7 && findings.worth(of: 99 << 28 | 7) == 99)
        #expect(findings.worth(of: 5_000 << 28 | 7) == nil && findings.worth(of: 0) == nil)
        var seen: Set<UInt64> = []
        findings.forEach { holding, _ in seen.insert(holding) }
        #expect(seen.count == 5_000)
    }

    @Test(arguments: [0, 1, 20, 124, 125, 999, 1_000, 2_000])
    func `the smallest come as if all had been sorted`(_ length: Int) {
        let numbers = (0..<1_000).map { ($0 * 7_919) % 500 }

        #expect(numbers.first(length) == Array(numbers.sorted().prefix(length)))
    }
}
