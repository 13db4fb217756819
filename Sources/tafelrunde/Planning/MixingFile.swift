import Planning

/// What `tafelrunde mix` reads and writes: people by their names, tables and rounds counted from 1.
struct MixingFile: Codable, Equatable {
    struct Host: Codable, Equatable {
        var person: String
        var table: Int
    }

    struct Group: Codable, Equatable {
        var people: [String]
        var price: Int?
    }

    struct Absence: Codable, Equatable {
        var person: String
        var rounds: [Int]
    }

    /// What came of it. It is written for others and read past.
    struct Result: Codable, Equatable {
        struct Meeting: Codable, Equatable {
            let people: [String]
            let rounds: Int
        }

        let repeats: Int
        let repeatsBound: Int
        let cost: Int
        let costBound: Int
        let isProvenOptimal: Bool
        let method: String
        let meetingsAgain: [Meeting]
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case people, tables, rounds, hosts, apart, together, absent, schedule, roundsDone, movePrice, result
    }

    var people: [String]
    var tables: Int
    var rounds: Int
    var hosts: [Host] = []
    var apart: [Group] = []
    var together: [Group] = []
    var absent: [Absence] = []
    var schedule: [[[String]]]?
    var roundsDone = 0
    var movePrice = 0
    var result: Result?

    init(people: [String], tables: Int, rounds: Int) {
        self.people = people
        self.tables = tables
        self.rounds = rounds
    }
}

extension MixingFile {
    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        people = try fields.decode([String].self, forKey: .people)
        tables = try fields.decode(Int.self, forKey: .tables)
        rounds = try fields.decode(Int.self, forKey: .rounds)
        hosts = try fields.decodeIfPresent([Host].self, forKey: .hosts) ?? []
        apart = try fields.decodeIfPresent([Group].self, forKey: .apart) ?? []
        together = try fields.decodeIfPresent([Group].self, forKey: .together) ?? []
        absent = try fields.decodeIfPresent([Absence].self, forKey: .absent) ?? []
        schedule = try fields.decodeIfPresent([[[String]]].self, forKey: .schedule)
        roundsDone = try fields.decodeIfPresent(Int.self, forKey: .roundsDone) ?? 0
        movePrice = try fields.decodeIfPresent(Int.self, forKey: .movePrice) ?? 0
    }

    /// The same request with the seating that was found, ready to be read again.
    func completed(_ report: MixingReport) throws -> String {
        var file = self
        file.schedule = report.tables
        file.result = report.result
        return try PlanningJSON.text(of: file, isIndented: true)
    }
}

extension MixingFile.Host {
    enum CodingKeys: String, CodingKey, CaseIterable { case person, table }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        person = try fields.decode(String.self, forKey: .person)
        table = try fields.decode(Int.self, forKey: .table)
    }
}

extension MixingFile.Group {
    enum CodingKeys: String, CodingKey, CaseIterable { case people, price }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        people = try fields.decode([String].self, forKey: .people)
        price = try fields.decodeIfPresent(Int.self, forKey: .price)
    }
}

extension MixingFile.Absence {
    enum CodingKeys: String, CodingKey, CaseIterable { case person, rounds }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        person = try fields.decode(String.self, forKey: .person)
        rounds = try fields.decode([Int].self, forKey: .rounds)
    }
}

extension MixingFile {
    /// What the command line says about a day that goes otherwise than the file.
    struct Changes {
        var after: Int?
        var absent: [String]
        var noShows: [String]
        var arriving: [String]
        var movePrice: Int?
    }

    /// - Parameter changes: Names are looked up later, with all others, except those that are new.
    /// - Throws: `Stop`, as it is the command line that is wrong.
    mutating func change(_ changes: Changes) throws(Stop) {
        if let after = changes.after { roundsDone = after }
        guard (0...max(0, rounds)).contains(roundsDone), Mixing.Limit.rounds.contains(rounds) else { return }
        for name in changes.absent + changes.noShows where !people.contains(name) {
            throw Stop(.usage, "There is nobody called “\(name)” in the file.")
        }
        for name in changes.arriving {
            guard !people.contains(name) else { throw Stop(.usage, "“\(name)” is in the file already.") }
            people.append(name)
            absent.append(Absence(person: name, rounds: (0..<roundsDone).map { $0 + 1 }))
        }
        absent += changes.absent.map { Absence(person: $0, rounds: (roundsDone..<rounds).map { $0 + 1 }) }
        absent += changes.noShows.map { Absence(person: $0, rounds: (0..<rounds).map { $0 + 1 }) }
        if let price = changes.movePrice { movePrice = price }
    }
}
