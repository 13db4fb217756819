import Domain

/// Which hits the filters let through, and how many there would be with another value of each.
struct Narrowing {
    private let filter: Filter
    /// Who only looks around sees sessions, and not each line of them.
    private let showsSessionsOnly: Bool
    private let shelves: [Fitting]

    /// Which of the filters about its gathering a shelf passes.
    private struct Fitting {
        let shelf: Shelf
        let town: Bool
        let year: Bool
        let series: Bool
    }

    init(_ request: SearchRequest, _ shelves: [Shelf]) {
        let filter = request.filter
        self.filter = filter
        showsSessionsOnly = request.query.isEmpty && filter.kind == nil
        self.shelves = shelves.map { shelf in
            Fitting(
                shelf: shelf, town: filter.town == nil || filter.town == shelf.town,
                year: filter.year == nil || filter.year == shelf.date.year,
                series: filter.series == nil || filter.series == shelf.series)
        }
    }

    func shows(_ rank: Rank) -> Bool {
        let shelf = shelves[rank.shelf]
        return shelf.town && shelf.year && shelf.series && fitsKind(rank)
    }

    private func fitsKind(_ rank: Rank) -> Bool {
        let key = rank.key(in: 0)
        if let kind = filter.kind { return key.kind == kind }
        return !showsSessionsOnly || key.line == 0
    }

    func counts(of ranks: [Rank]) -> SearchResult.Counts {
        var kinds = [Int](repeating: 0, count: Holding.Kind.allCases.count)
        var (ofTown, ofYear, ofSeries) = (
            shelves.map { _ in 0 }, shelves.map { _ in 0 }, shelves.map { _ in 0 }
        )
        for rank in ranks {
            let shelf = shelves[rank.shelf]
            if shelf.town, shelf.year, shelf.series { kinds[rank.key(in: 0).kindIndex] += 1 }
            guard fitsKind(rank) else { continue }
            if shelf.year, shelf.series { ofTown[rank.shelf] += 1 }
            if shelf.town, shelf.series { ofYear[rank.shelf] += 1 }
            if shelf.town, shelf.year { ofSeries[rank.shelf] += 1 }
        }
        var counts = SearchResult.Counts()
        for (kind, count) in zip(Holding.Kind.allCases, kinds) where count > 0 { counts.kinds[kind] = count }
        for (index, fitting) in shelves.enumerated() {
            let shelf = fitting.shelf
            if let town = shelf.town, ofTown[index] > 0 { counts.towns[town, default: 0] += ofTown[index] }
            if ofYear[index] > 0 { counts.years[shelf.date.year, default: 0] += ofYear[index] }
            if let series = shelf.series, ofSeries[index] > 0 {
                counts.series[series, default: 0] += ofSeries[index]
            }
        }
        return counts
    }
}
