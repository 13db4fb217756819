/// A list of names, best first; names in a list of their own are equally welcome.
struct WishList: Decodable {
    let ranks: [[String]]

    init(from decoder: any Decoder) throws {
        // Nearly all lists have no ties, and they are read several times as fast at once.
        if let names = try? decoder.singleValueContainer().decode([String].self) {
            ranks = names.map { [$0] }
            return
        }
        var list = try decoder.unkeyedContainer()
        var ranks: [[String]] = []
        while !list.isAtEnd { ranks.append(try list.decode(Rank.self).names) }
        self.ranks = ranks
    }

    private struct Rank: Decodable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let name = try? value.decode(String.self) {
                names = [name]
            } else if let tied = try? value.decode([String].self) {
                names = tied
            } else {
                throw FieldFault(
                    codingPath: decoder.codingPath, fault: "expected a name, or a list of names in [ ]")
            }
        }
    }
}

/// The names of one list of a file, each of which stands for one thing.
struct Roster {
    /// A name is shown in lists and tables, so it stays within a line.
    static let lengthMax = 200

    let names: [String]
    /// What one of them is called, like “employer”.
    private let noun: String
    private let indexes: [String: Int]

    /// - Parameters:
    ///   - names: In the order of the file.
    ///   - noun: What one of them is called.
    ///   - field: The field of the list.
    ///   - path: The file.
    /// - Throws: `FileFault` for a name that is empty, too long or there twice.
    init(_ names: [String], _ noun: String, in field: String, of path: String) throws(FileFault) {
        var indexes: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            let place = FileFault.Place.field("\(field)[\(index)].name")
            guard !name.allSatisfy(\.isWhitespace) else { throw FileFault(path, place, "the name is empty") }
            guard name.count <= Self.lengthMax, !name.contains(where: \.isNewline) else {
                throw FileFault(
                    path, place, "the name is longer than \(Self.lengthMax) characters, or than a line")
            }
            if let first = indexes.updateValue(index, forKey: name) {
                throw FileFault(path, place, "“\(name)” is the name of \(field)[\(first)], too")
            }
        }
        self.names = names
        self.noun = noun
        self.indexes = indexes
    }

    /// - Parameters:
    ///   - wishes: Ranks with names.
    ///   - field: Where they stand.
    ///   - path: The file.
    /// - Returns: Ranks with numbers.
    /// - Throws: `FileFault` for a name that nobody has, or that is wished twice.
    func ranks(_ wishes: WishList, in field: String, of path: String) throws(FileFault) -> [[Int]] {
        var seen: Set<Int> = []
        var ranks: [[Int]] = []
        for (rank, names) in wishes.ranks.enumerated() {
            let place = FileFault.Place.field("\(field)[\(rank)]")
            var indexes: [Int] = []
            for name in names {
                guard let index = self.indexes[name] else {
                    throw FileFault(path, place, "there is no \(noun) “\(name.prefix(Self.lengthMax))”")
                }
                guard seen.insert(index).inserted else {
                    throw FileFault(path, place, "“\(name)” is named twice")
                }
                indexes.append(index)
            }
            ranks.append(indexes)
        }
        return ranks
    }

    /// Like “Ada, Ben and 3 more”.
    func list(_ indexes: [Int], max: Int = 12) -> String {
        let shown = indexes.prefix(max).map { names[$0] }
        return indexes.count > max
            ? shown.joined(separator: ", ") + " and \(indexes.count - max) more" : shown.listing
    }
}
