import Domain
import GRDB

/// One search, inside one read of the lookup.
struct Searching {
    /// For each word; more would keep others waiting. Better matches come first, so what is left out is the weakest.
    static let postingsMax = 50_000
    /// Holdings whose text is read to compare a phrase.
    static let comparedMax = 1_000
    static let snippetLength = 220

    private let db: Database
    private let request: SearchRequest
    /// Those that the reader may find, newest first; of one day always in the same order.
    private let shelves: [Shelf]
    /// Which of them has a number.
    private let ordinals: [Int64: Int]
    private let numbers: [Int64]

    init(_ db: Database, _ request: SearchRequest, _ isForgotten: (Gathering.ID) -> Bool) throws {
        self.db = db
        self.request = request
        var shelves: [(number: Int64, shelf: Shelf)] = []
        let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT * FROM shelf"))
        while let row = try rows.next() {
            let shelf = try Shelf(row)
            guard shelf.isPublic || request.own.contains(shelf.gathering), !isForgotten(shelf.gathering)
            else { continue }
            shelves.append((try row.decode(Int64.self, atIndex: 0), shelf))
        }
        shelves.sort {
            $0.shelf.date == $1.shelf.date
                ? $0.shelf.gathering < $1.shelf.gathering : $0.shelf.date > $1.shelf.date
        }
        self.shelves = shelves.map(\.shelf)
        numbers = shelves.map(\.number)
        ordinals = Dictionary(uniqueKeysWithValues: zip(numbers, 0...))
    }

    func result() throws -> SearchResult {
        var isCut = request.query.isCut
        let worths = try request.query.isEmpty ? everything(&isCut) : matching(&isCut)
        var ranks: [Rank] = []
        ranks.reserveCapacity(worths.count)
        for (key, worth) in worths {
            guard let shelf = ordinals[HoldingKey(key).gathering] else { continue }
            ranks.append(Rank(worth: worth, shelf: shelf, key: HoldingKey(key)))
        }
        ranks.sort()
        if !request.query.phrases.isEmpty { ranks = try withPhrases(ranks, &isCut) }

        let narrowing = Narrowing(request, shelves)
        let shown = ranks.filter { narrowing.shows($0) }
        let pageCount = max((shown.count + SearchRequest.hitsPerPage - 1) / SearchRequest.hitsPerPage, 1)
        let page = min(max(request.page, 1), pageCount)
        let first = (page - 1) * SearchRequest.hitsPerPage
        let hits = try shown.dropFirst(first).prefix(SearchRequest.hitsPerPage).map(hit)
        return SearchResult(
            hits: hits, count: shown.count, page: page, pageCount: pageCount,
            counts: narrowing.counts(of: ranks), isCut: isCut)
    }
}

/// Which holdings have all words.
extension Searching {
    /// Nothing is asked for: all there is, newest first.
    private func everything(_ isCut: inout Bool) throws -> [Int64: Int] {
        var worths: [Int64: Int] = [:]
        let keys = try Int64.fetchCursor(db.cachedStatement(sql: "SELECT key FROM holding ORDER BY key DESC"))
        while let key = try keys.next() {
            guard worths.count < Self.postingsMax else {
                isCut = true
                break
            }
            worths[key] = 0
        }
        return worths
    }

    private func matching(_ isCut: inout Bool) throws -> [Int64: Int] {
        var all: [Int64: Int]?
        for term in request.query.terms {
            let worths = try worths(of: term, &isCut)
            guard let known = all else {
                all = worths
                continue
            }
            var both: [Int64: Int] = [:]
            for (key, worth) in known {
                if let more = worths[key] { both[key] = worth + more }
            }
            all = both
        }
        return all ?? [:]
    }

    private func worths(of term: Query.Term, _ isCut: inout Bool) throws -> [Int64: Int] {
        var worths: [Int64: Int] = [:]
        var left = Self.postingsMax
        for likeness in Likeness.allCases.reversed() {
            guard let statement = Self.statement(likeness, term) else { continue }
            let worth = Holding.Part.allCases.map { Worth.of(likeness, $0) }
            let postings = try Int64.fetchCursor(
                db.cachedStatement(sql: statement.sql), arguments: statement.arguments)
            while let posting = try postings.next() {
                left -= 1
                guard left >= 0 else {
                    isCut = true
                    return worths
                }
                let key = posting >> 2
                let new = worth[Int(HoldingKey.part(ofPosting: posting).rawValue)]
                if let old = worths[key], old >= new { continue }
                worths[key] = new
            }
        }
        return worths
    }

    private static func statement(
        _ likeness: Likeness, _ term: Query.Term
    ) -> (sql: String, arguments: StatementArguments)? {
        let (text, end) = (term.text, term.text + "\u{10FFFF}")
        switch likeness {
        case .whole: return ("SELECT posting FROM word WHERE term = ?", [text])
        case .beginning:
            guard !term.isWhole, text.count >= Likeness.beginningMin else { return nil }
            return ("SELECT posting FROM word WHERE term > ? AND term < ?", [text, end])
        case .part:
            guard !term.isWhole, text.count >= Likeness.partMin else { return nil }
            return (
                """
                SELECT posting FROM (SELECT DISTINCT term AS found FROM ending WHERE text >= ? AND text < ?)
                    CROSS JOIN word ON term = found
                """, [text, end]
            )
        }
    }

    /// Those in which the quoted words stand one after another.
    private func withPhrases(_ found: [Rank], _ isCut: inout Bool) throws -> [Rank] {
        if found.count > Self.comparedMax { isCut = true }
        return try found.prefix(Self.comparedMax).filter { found in
            guard let holding = try holding(key(found)) else { return false }
            let texts = Holding.Part.allCases.flatMap(holding.text).map { text in
                text.wordParts.map { Folding.kept($0.text) }
            }
            return request.query.phrases.allSatisfy { phrase in
                texts.contains { Self.holds($0, phrase) }
            }
        }
    }

    private static func holds(_ words: [[String]], _ phrase: [String]) -> Bool {
        guard phrase.count <= words.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            zip(phrase, words[start...]).allSatisfy { $1.contains($0) }
        }
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
