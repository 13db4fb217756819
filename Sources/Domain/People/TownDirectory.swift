/// All towns that people may come from, found by key or by what somebody types.
public struct TownDirectory: Sendable, Hashable {
    /// In the order of the file: sorted as in a German dictionary.
    public let towns: [Town]
    /// In the order of their names.
    public let districts: [District]

    private let places: [TownKey: Int]
    /// For each town the names it answers to, folded.
    private let names: [[TownName]]

    /// A directory without towns: everybody types where they come from.
    public static let empty = TownDirectory([])

    public init(_ towns: [Town]) {
        self.towns = towns
        places = Dictionary(towns.indices.map { (towns[$0].id, $0) }) { first, _ in first }
        names = towns.map(TownName.all)
        districts = Self.districts(of: towns)
    }

    /// Reads lines of `ags,name,short_name,kind,district_key,district,inhabitants,lat,lon` below a heading.
    public init(csv text: String) throws(Refused) {
        var towns: [Town] = []
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
            guard let town = Town(line: line) else { throw .notATown(line: index + 1) }
            guard !towns.contains(where: { $0.id == town.id }) else { throw .twice(town.id) }
            towns.append(town)
        }
        self.init(towns)
    }

    /// Why a file is no directory.
    public enum Refused: Refusal {
        case notATown(line: Int)
        case twice(TownKey)

        public var kind: RefusalKind { .invalid }
    }

    public subscript(key: TownKey) -> Town? { places[key].map { towns[$0] } }

    public func district(_ key: DistrictKey) -> District? { districts.first { $0.id == key } }
}

extension TownDirectory {
    /// The town that was meant: its whole name however it is written, else a beginning that only one town has.
    ///
    /// `stadt iserlohn`, `ISERLOHN`, `Luedenscheid`, `Sundern` and `Nachrodt` are all found, `Hal` is not.
    public func town(named typed: String) -> Town? {
        let wanted = TownName(typed).joined
        guard !wanted.isEmpty else { return nil }
        let whole = towns.indices.filter { names[$0].contains { $0.joined == wanted } }
        if whole.count == 1 { return towns[whole[0]] }

        guard whole.isEmpty, wanted.count >= Self.beginningLengthMin else { return nil }
        let beginning = towns.indices.filter { names[$0].contains { $0.joined.hasPrefix(wanted) } }
        return beginning.count == 1 ? towns[beginning[0]] : nil
    }

    /// What may be meant by what was typed so far: first the towns that begin with it, then those in which a word does.
    public func suggestions(for typed: String, limit: Int = 8) -> [Town] {
        let wanted = TownName(typed).joined
        guard !wanted.isEmpty else { return [] }
        let first = towns.indices.filter { names[$0].contains { $0.joined.hasPrefix(wanted) } }
        let later = towns.indices.filter { index in
            !first.contains(index) && names[index].contains { $0.words.contains { $0.hasPrefix(wanted) } }
        }
        return (first + later).prefix(max(limit, 0)).map { towns[$0] }
    }

    /// Two letters may mean anything.
    static let beginningLengthMin = 3

    private static func districts(of towns: [Town]) -> [District] {
        var keys: [DistrictKey] = []
        var members: [DistrictKey: [Town]] = [:]
        for town in towns {
            if members[town.districtKey] == nil { keys.append(town.districtKey) }
            members[town.districtKey, default: []].append(town)
        }
        return keys.compactMap { key in
            guard let own = members[key], let first = own.first else { return nil }
            return District(id: key, name: first.district, towns: own.map(\.id))
        }.sorted { (TownName($0.name).joined, $0.id) < (TownName($1.name).joined, $1.id) }
    }
}

extension Town {
    fileprivate init?(line: Substring) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        guard fields.count == 9, let id = TownKey(fields[0]), let kind = Kind(rawValue: fields[3]),
            let district = DistrictKey(fields[4]), let inhabitants = Int(fields[6]),
            let latitude = Double(fields[7]), let longitude = Double(fields[8]), !fields[1].isEmpty
        else { return nil }
        self.init(
            id: id, name: fields[1], shortName: fields[2].isEmpty ? fields[1] : fields[2], kind: kind,
            district: fields[5], districtKey: district, inhabitantCount: inhabitants, latitude: latitude,
            longitude: longitude)
    }
}
