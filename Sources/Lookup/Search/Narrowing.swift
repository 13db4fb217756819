import Domain

/// Which hits the filters let through, and how many there would be with another value of each. It is asked tens of
/// thousands of times for one search, so a shelf is no more to it than which filters it passes.
struct Narrowing {
    /// The filters about its gathering that a shelf passes.
    private struct Passed: OptionSet {
        let rawValue: UInt8

        static let town = Self(rawValue: 1)
        static let year = Self(rawValue: 2)
        static let series = Self(rawValue: 4)
        static let all: Self = [.town, .year, .series]
    }

    private let kindIndex: Int?
    /// Who only looks around sees sessions, and not each line of them.
    private let showsSessionsOnly: Bool
    private let shelves: [Shelf]
    private let passed: [Passed]

    init(_ request: SearchRequest, _ shelves: [Shelf]) {
        let filter = request.filter
        kindIndex = filter.kind.flatMap { Holding.Kind.allCases.firstIndex(of: $0) }
        showsSessionsOnly = request.query.isEmpty && filter.kind == nil
        self.shelves = shelves
        passed = shelves.map { shelf in
            var passed: Passed = []
            if filter.town == nil || filter.town == shelf.town { passed.insert(.town) }
            if filter.year == nil || filter.year == shelf.date.year { passed.insert(.year) }
            if filter.series == nil || filter.series == shelf.series { passed.insert(.series) }
            return passed
        }
    }

    func shows(_ rank: Rank) -> Bool { passed[rank.shelf] == .all && fitsKind(rank) }

    private func fitsKind(_ rank: Rank) -> Bool {
        let key = rank.key(in: 0)
        if let kindIndex { return key.kindIndex == kindIndex }
        return !showsSessionsOnly || key.line == 0
    }

    func counts(of ranks: [Rank]) -> SearchResult.Counts {
        var kinds = [Int](repeating: 0, count: Holding.Kind.allCases.count)
        var fitting = [Int](repeating: 0, count: shelves.count)
        for rank in ranks {
            if passed[rank.shelf] == .all { kinds[rank.key(in: 0).kindIndex] += 1 }
            if fitsKind(rank) { fitting[rank.shelf] += 1 }
        }
        var counts = SearchResult.Counts()
        for (kind, count) in zip(Holding.Kind.allCases, kinds) where count > 0 { counts.kinds[kind] = count }
        for ((shelf, passed), count) in zip(zip(shelves, passed), fitting) where count > 0 {
            if let town = shelf.town, passed.isSuperset(of: [.year, .series]) {
                counts.towns[town, default: 0] += count
            }
            if passed.isSuperset(of: [.town, .series]) { counts.years[shelf.date.year, default: 0] += count }
            if let series = shelf.series, passed.isSuperset(of: [.town, .year]) {
                counts.series[series, default: 0] += count
            }
        }
        return counts
    }
}
