import Domain
import Foundation
import GRDB

/// One search, inside one read of the lookup.
struct Searching {
    /// Rows of the index that are read for each word; more would keep others waiting. Better matches come first, so what
    /// is left out is the weakest.
    static let rowsMax = 8_000
    /// Holdings whose text is read to compare a phrase.
    static let comparedMax = 400
    static let snippetLength = 220

    private let db: Database
    private let request: SearchRequest
    /// Those that the reader may find, newest first; of one day always in the same order.
    private let shelves: [Shelf]
    private let numbers: [Int64]
    /// Which of them has a number; -1 where none has. Numbers are given one after another, so it is hardly longer.
    private let ordinals: [Int]

    init(
        _ db: Database, _ request: SearchRequest, _ all: ShelfList, _ isForgotten: (Gathering.ID) -> Bool
    ) throws {
        self.db = db
        self.request = request
        let shelves = try all.shelves(db).filter { numbered in
            let shelf = numbered.shelf
            return (shelf.isPublic || request.own.contains(shelf.gathering)) && !isForgotten(shelf.gathering)
        }
        self.shelves = shelves.map(\.shelf)
        numbers = shelves.map(\.number)
        var ordinals = [Int](repeating: -1, count: Int(numbers.max() ?? 0) + 1)
        for (ordinal, number) in numbers.enumerated() { ordinals[Int(number)] = ordinal }
        self.ordinals = ordinals
    }

    func result() throws -> SearchResult {
        var isCut = request.query.isCut
        var ranks: [Rank] = []
        let found = try matching(&isCut)
        ranks.reserveCapacity(found.count)
        found.forEach { ranks.append(Rank(worth: $1, holding: $0)) }
        if !request.query.phrases.isEmpty { ranks = try withPhrases(ranks, &isCut) }

        let narrowing = Narrowing(request, shelves)
        let shown = ranks.filter { narrowing.shows($0) }
        let pageCount = max((shown.count + SearchRequest.hitsPerPage - 1) / SearchRequest.hitsPerPage, 1)
        let page = min(max(request.page, 1), pageCount)
        let best = shown.first(page * SearchRequest.hitsPerPage)
        let hits = try best.dropFirst((page - 1) * SearchRequest.hitsPerPage).map(hit)
        return SearchResult(
            hits: hits, count: shown.count, page: page, pageCount: pageCount,
            counts: narrowing.counts(of: ranks), isCut: isCut)
    }
}

/// Which holdings have all words.
extension Searching {
    private func matching(_ isCut: inout Bool) throws -> Findings {
        guard !request.query.isEmpty else { return try findings(of: .every, among: nil, &isCut) }
        var all: Findings?
        for term in request.query.terms where all?.isEmpty != true {
            all = try findings(of: term, among: all, &isCut)
        }
        return all ?? Findings()
    }

    /// `known`: those that have the words before; nil is all.
    private func findings(
        of term: Query.Term, among known: Findings?, _ isCut: inout Bool
    ) throws -> Findings {
        var findings = Findings()
        var rowsLeft = Self.rowsMax
        for likeness in Likeness.allCases.reversed() {
            guard let statement = Self.statement(likeness, term) else { continue }
            let worth = Holding.Part.allCases.map { Worth.of(likeness, $0) }
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: statement.sql), arguments: statement.arguments)
            while let row = try rows.next() {
                guard rowsLeft > 0 else {
                    isCut = true
                    return findings
                }
                rowsLeft -= 1
                let stack = try row.decode(Int64.self, atIndex: 0)
                try row.withUnsafeData(atIndex: 1) { places in
                    note(places ?? Data(), of: stack, worth, among: known, in: &findings)
                }
            }
        }
        return findings
    }

    private func note(
        _ places: Data, of stack: Int64, _ worth: [Int], among known: Findings?, in findings: inout Findings
    ) {
        Places.forEach(in: places) { holding, part in
            let key = HoldingKey(stack: stack, holding)
            let ordinal = Int(key.gathering) < ordinals.count ? ordinals[Int(key.gathering)] : -1
            guard ordinal >= 0 else { return }
            let place = UInt64(ordinal) << 28 | UInt64(key.inGathering)
            guard let known else { return findings.note(place, worth: worth[part]) }
            if let before = known.worth(of: place) { findings.note(place, worth: before + worth[part]) }
        }
    }

    private static func statement(
        _ likeness: Likeness, _ term: Query.Term
    ) -> (sql: String, arguments: StatementArguments)? {
        let (text, end) = (term.text, term.text + "\u{10FFFF}")
        switch likeness {
        case .whole:
            return (
                "SELECT stack, places FROM term CROSS JOIN posting ON term = id WHERE text = ?", [text]
            )
        case .beginning:
            guard !term.isWhole, term.length >= Likeness.beginningMin else { return nil }
            return (
                """
                SELECT stack, places FROM term CROSS JOIN posting ON term = id WHERE text > ? AND text < ?
                """, [text, end]
            )
        case .part:
            guard !term.isWhole, term.length >= Likeness.partMin else { return nil }
            return (
                """
                SELECT stack, places FROM ending CROSS JOIN posting ON posting.term = ending.term
                    WHERE text >= ? AND text < ?
                """, [text, end]
            )
        }
    }

    /// Those in which the quoted words stand one after another.
    private func withPhrases(_ found: [Rank], _ isCut: inout Bool) throws -> [Rank] {
        if found.count > Self.comparedMax { isCut = true }
        return try found.first(Self.comparedMax).filter { found in
            guard let holding = try holding(key(found)) else { return false }
            let texts = Holding.Part.allCases.flatMap(holding.text).map { Array($0.wordParts.map(\.text)) }
            return request.query.phrases.allSatisfy { phrase in
                texts.contains { Self.holds($0, phrase) }
            }
        }
    }

    private static func holds(_ words: [String], _ phrase: [String]) -> Bool {
        guard phrase.count <= words.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            zip(phrase, words[start...]).allSatisfy { asked, word in
                mayBe(word, asked) && Folding.kept(word).contains(asked)
            }
        }
    }

    /// No form of a word begins with another letter than it does, as long as that letter is of the alphabet of ASCII.
    private static func mayBe(_ word: String, _ asked: String) -> Bool {
        guard let first = word.utf8.first, first < 0x80 else { return true }
        return asked.utf8.first.map { $0 | 0x20 == first | 0x20 } ?? false
    }
}

/// What is shown of them.
extension Searching {
    private func key(_ rank: Rank) -> HoldingKey { rank.key(in: numbers[rank.shelf]) }

    private func hit(_ rank: Rank) throws -> Hit {
        let key = key(rank)
        let holding = try holding(key)
        let texts = [holding?.points, holding?.rest, holding?.sentence].compactMap(\.self).filter {
            !$0.isEmpty
        }
        let snippets = texts.lazy.map { Snippet($0, request.query, lengthMax: Self.snippetLength) }
        let snippet = snippets.first(where: \.hasFound) ?? snippets.first
        return Hit(
            shelf: shelves[rank.shelf], kind: key.kind, session: key.session, line: key.line,
            title: .whole(holding?.title ?? "", request.query),
            snippet: snippet ?? Snippet("", request.query, lengthMax: Self.snippetLength))
    }

    private func holding(_ key: HoldingKey) throws -> Holding? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT key, title, sentence, points, rest FROM holding WHERE key = ?"),
            arguments: [key.number]
        ).map { try Holding(key, $0) }
    }
}
