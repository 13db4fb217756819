import Foundation

/// The archive: one field, four filters, and what was found.
public struct ArchivePage: Page {
    public static let template = "archive/archive"

    /// What was typed and chosen, as the address says it: `q`, `kind`, `town`, `year`, `series`.
    public var asked: [String: String]
    public var filters: [ArchiveFilter]
    public var finding: Finding
    public var people: [ArchivePerson]

    public enum Finding: Sendable {
        /// The index is being made anew.
        case building
        /// Nothing that was typed is a word.
        case noWord
        case found(ArchiveHits)
    }

    public init(
        asked: [String: String] = [:], filters: [ArchiveFilter] = [], finding: Finding,
        people: [ArchivePerson] = []
    ) {
        self.asked = asked
        self.filters = filters
        self.finding = finding
        self.people = people
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(pageTitle(words))
        case "archiveAddress": .text(Route.archive.path)
        case "searchField": .part(searchField(words))
        case "filters": .parts(filters.map { Select(filter: $0, chosen: asked[$0.name] ?? "") })
        case "isFiltered": .flag(isFiltered)
        case "withoutFilters": .text(address(without: filters.map(\.name)))
        case "isBuilding": .flag(isBuilding)
        case "hasNoWord": .flag(hasNoWord)
        case "people": .parts(people)
        case "hasPeople": .flag(!people.isEmpty)
        default: found(name, words) ?? SiteFrame().answer(name, words)
        }
    }

    private func found(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "count": .maybe(hits.map { words("archive.count", count: $0.count) })
        case "hasHits": .flag(hits?.hits.isEmpty == false)
        case "hits": .parts(hits?.hits ?? [])
        case "isCut": .flag(hits?.isCut == true)
        case "isEmpty": .flag(isEmpty)
        case "isNothing": .flag(isNothing)
        case "hasSeveralWords": .flag(isNothing && typed.split(whereSeparator: \.isWhitespace).count > 1)
        case "isNarrowed": .flag(isNothing && isFiltered)
        case "pages": .maybe(pages(words))
        case "hasPages": .flag((hits?.pageCount ?? 1) > 1)
        case "previous": .maybe(hits.flatMap { $0.page > 1 ? address(page: $0.page - 1) : nil })
        case "next": .maybe(hits.flatMap { $0.page < $0.pageCount ? address(page: $0.page + 1) : nil })
        default: nil
        }
    }

    private var typed: String { asked["q"] ?? "" }
    private var isFiltered: Bool { filters.contains { asked[$0.name]?.isEmpty == false } }

    private var isBuilding: Bool {
        if case .building = finding { true } else { false }
    }

    private var hasNoWord: Bool {
        if case .noWord = finding { true } else { false }
    }

    private var hits: ArchiveHits? {
        if case .found(let hits) = finding { hits } else { nil }
    }

    /// Nothing was asked for, and there is nothing at all.
    private var isEmpty: Bool { hits?.count == 0 && typed.isEmpty && !isFiltered }
    private var isNothing: Bool { hits?.count == 0 && !isEmpty }

    private func pages(_ words: Phrases) -> String? {
        hits.map { words("archive.page", ["page": "\($0.page)", "of": "\($0.pageCount)"]) }
    }

    /// A page that has loaded is announced by its title.
    private func pageTitle(_ words: Phrases) -> String {
        let title = "\(words["archive.title"]) \u{B7} Tafelrunde"
        guard let hits, !typed.isEmpty else { return title }
        let count = words("archive.count", count: hits.count)
        return "\(count): \(typed.prefix(60)) \u{B7} \(title)"
    }

    private func searchField(_ words: Phrases) -> Input {
        Input(
            id: "archive-q", name: "q", label: words["archive.ask"], value: typed,
            hint: words["archive.askHint"], error: nil, kind: .text, isRequired: false, lengthMax: 200,
            rows: nil)
    }

    private func address(page: Int? = nil, without: [String] = []) -> String {
        var asked = asked.filter { !$0.value.isEmpty && !without.contains($0.key) }
        asked["page"] = page.map(String.init)
        let query = asked.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.encoded($0.value))" }
        return Route.archive.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

/// A filter with how many hits each of its values has.
public struct ArchiveFilter: Sendable {
    let name: String
    let label: String
    let options: [SelectOption]

    public init(_ name: String, _ label: String, _ options: [SelectOption]) {
        self.name = name
        self.label = label
        self.options = options
    }
}

extension Select {
    fileprivate init(filter: ArchiveFilter, chosen: String) {
        self.init(
            id: "archive-\(filter.name)", name: filter.name, label: filter.label, hint: nil, error: nil,
            options: filter.options.map { SelectOption($0.value, $0.label, isChosen: $0.value == chosen) })
    }
}

/// One page of what was found.
public struct ArchiveHits: Sendable {
    public var hits: [ArchiveHit]
    public var count: Int
    public var page: Int
    public var pageCount: Int
    /// More was there than is looked through at once.
    public var isCut: Bool

    public init(_ hits: [ArchiveHit], count: Int, page: Int = 1, pageCount: Int = 1, isCut: Bool = false) {
        self.hits = hits
        self.count = count
        self.page = page
        self.pageCount = pageCount
        self.isCut = isCut
    }
}

/// A text in which some words were looked for.
public struct FoundText: Sendable {
    let runs: [(text: String, isFound: Bool)]

    public init(_ runs: [(text: String, isFound: Bool)]) {
        self.runs = runs
    }

    /// What was found stands out; whatever anybody wrote stays text.
    var markup: Markup {
        Markup(
            trusted: runs.map { run in
                let text = run.text.escapedForHTML
                return run.isFound ? "<mark>\(text)</mark>" : text
            }.joined())
    }
}

/// A topic, record, open question or solution that was found.
public struct ArchiveHit: Part {
    public var kind: String
    public var title: FoundText
    public var snippet: FoundText
    /// "24. Runder Tisch, Altena, 26. November 2026".
    public var whereFrom: String
    public var address: String
    /// Only those who were there find it.
    public var isInside: Bool

    public init(
        kind: String, title: FoundText, snippet: FoundText, whereFrom: String, address: String,
        isInside: Bool = false
    ) {
        self.kind = kind
        self.title = title
        self.snippet = snippet
        self.whereFrom = whereFrom
        self.address = address
        self.isInside = isInside
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "kind": .text(kind)
        case "foundTitle": .markup(title.markup)
        case "foundText": .maybe(snippet.runs.isEmpty ? nil : snippet.markup)
        case "whereFrom": .text(whereFrom)
        case "href": .text(address)
        case "isInside": .flag(isInside)
        default: nil
        }
    }
}

/// Somebody of a gathering that the reader belongs to.
public struct ArchivePerson: Part {
    /// "Anna, Iserlohn".
    public var name: String
    public var gathering: String
    public var address: String

    public init(name: String, gathering: String, address: String) {
        self.name = name
        self.gathering = gathering
        self.address = address
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name)
        case "gatheringName": .text(gathering)
        case "href": .text(address)
        default: nil
        }
    }
}
