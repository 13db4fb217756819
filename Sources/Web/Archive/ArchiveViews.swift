internal import Domain
internal import Lookup
internal import Pages

/// What was found, as the page shows it.
struct ArchiveViews {
    let words: Phrases
    let towns: TownDirectory

    func page(_ asked: ArchiveAsk, _ result: SearchResult) -> ArchivePage {
        let hits = ArchiveHits(
            result.hits.map(hit), count: result.count, page: result.page, pageCount: result.pageCount,
            isCut: result.isCut)
        return ArchivePage(
            asked: asked.fields, filters: filters(asked, result.counts), finding: .found(hits))
    }

    private func hit(_ hit: Hit) -> ArchiveHit {
        let gathering = hit.shelf.gathering.text
        let date = CalendarDay(
            year: hit.shelf.date.year, month: hit.shelf.date.month, day: hit.shelf.date.day)
        let place = hit.shelf.town.flatMap { towns[$0]?.shortName } ?? hit.shelf.venue
        let whereFrom = [hit.shelf.title, place, date.map(Formats(words.language).longDate) ?? ""]
        return ArchiveHit(
            kind: name(of: hit.kind), title: text(hit.title), snippet: text(hit.snippet),
            whereFrom: whereFrom.filter { !$0.isEmpty }.joined(separator: " \u{B7} "),
            address: address(of: hit, in: gathering), isInside: !hit.shelf.isPublic)
    }

    /// To the very line of the released record; topics without one have a page of their own.
    private func address(of hit: Hit, in gathering: String) -> String {
        let record = Route.record(gathering, hit.session.text).path + "?released"
        return switch hit.kind {
        case .topic: Route.proposal(gathering, hit.session.text).path
        case .record: record
        case .question: "\(record)#question-\(hit.line)"
        case .solution: "\(record)#solution-\(hit.line)"
        }
    }

    private func text(_ snippet: Snippet) -> FoundText {
        FoundText(snippet.runs.map { ($0.text, $0.isFound) })
    }

    private func name(of kind: Holding.Kind) -> String {
        switch kind {
        case .topic: words["archive.topic"]
        case .record: words["archive.record"]
        case .question: words["archive.question"]
        case .solution: words["archive.solution"]
        }
    }

    private func filters(_ asked: ArchiveAsk, _ counts: SearchResult.Counts) -> [ArchiveFilter] {
        let kinds = Holding.Kind.allCases.compactMap { kind in
            counts.kinds[kind].map { (kind.rawValue, several(kind), $0) }
        }
        let places = counts.towns.map { ($0.key.text, towns[$0.key]?.shortName ?? $0.key.text, $0.value) }
        let years = counts.years.sorted { $0.key > $1.key }.map { ("\($0.key)", "\($0.key)", $0.value) }
        let series = counts.series.map { ($0.key, $0.key, $0.value) }
        return [
            filter("kind", words["archive.kind"], words["archive.allKinds"], kinds, asked),
            filter("town", words["archive.town"], words["archive.allTowns"], sorted(places), asked),
            filter("year", words["archive.year"], words["archive.allYears"], years, asked),
            filter("series", words["archive.series"], words["archive.allSeries"], sorted(series), asked),
        ]
    }

    private typealias Value = (value: String, name: String, count: Int)

    private func sorted(_ values: [Value]) -> [Value] {
        values.sorted { (SortKey($0.name), $0.value) < (SortKey($1.name), $1.value) }
    }

    /// What was chosen stays to be seen, also when nothing is found with it.
    private func filter(
        _ name: String, _ label: String, _ all: String, _ values: [Value], _ asked: ArchiveAsk
    ) -> ArchiveFilter {
        let chosen = asked.fields[name] ?? ""
        let isMissing = !chosen.isEmpty && !values.contains { $0.value == chosen }
        let missing: [Value] = isMissing ? [(chosen, missingName(name, chosen), 0)] : []
        let options = (values + missing).map { value in
            SelectOption(
                value.value, words("archive.option", ["name": value.name, "count": "\(value.count)"]))
        }
        return ArchiveFilter(name, label, [SelectOption("", all)] + options)
    }

    private func missingName(_ filter: String, _ value: String) -> String {
        switch filter {
        case "kind": Holding.Kind(rawValue: value).map(several) ?? value
        case "town": TownKey(value).flatMap { towns[$0]?.shortName } ?? value
        default: value
        }
    }

    private func several(_ kind: Holding.Kind) -> String {
        switch kind {
        case .topic: words["archive.topics"]
        case .record: words["archive.records"]
        case .question: words["archive.questions"]
        case .solution: words["archive.solutions"]
        }
    }
}
