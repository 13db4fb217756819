import Planning

extension MixingFile {
    /// What the mixer understands: numbers instead of names.
    ///
    /// - Parameter path: Where the file lies, for what is wrong with it.
    /// - Returns: The checked mixing.
    /// - Throws: `FileFault` with the field.
    func mixing(_ path: String) throws(FileFault) -> Mixing {
        let numbers = try PersonNumbers(people, path)
        var draft = Mixing.Draft(personCount: people.count, tableCount: tables, roundCount: rounds)
        draft.roundsDone = roundsDone
        draft.movePrice = movePrice
        for (index, host) in hosts.enumerated() {
            let person = try numbers[host.person, "hosts[\(index)].person"]
            guard host.table >= 1 && host.table <= tables else {
                throw FileFault(
                    path, .field("hosts[\(index)].table"), "there is no table \(host.table) of \(tables)")
            }
            draft.hosts.append(.init(person: person, table: host.table - 1))
        }
        draft.apart = try groups(apart, "apart", numbers)
        draft.together = try groups(together, "together", numbers)
        for (index, absence) in absent.enumerated() {
            let person = try numbers[absence.person, "absent[\(index)].person"]
            for (place, round) in absence.rounds.enumerated() {
                guard round >= 1 && round <= rounds else {
                    let field = "absent[\(index)].rounds[\(place)]"
                    throw FileFault(path, .field(field), "there is no round \(round) of \(rounds)")
                }
                draft.absences.append(.init(person: person, rounds: (round - 1)..<round))
            }
        }
        draft.earlier = try earlier(numbers)
        do {
            return try Mixing(draft)
        } catch {
            throw fault(error, path)
        }
    }

    private func groups(
        _ groups: [Group], _ field: String, _ numbers: PersonNumbers
    ) throws(FileFault) -> [Mixing.Group] {
        var all: [Mixing.Group] = []
        for (index, group) in groups.enumerated() {
            var people: [Int] = []
            for (place, name) in group.people.enumerated() {
                people.append(try numbers[name, "\(field)[\(index)].people[\(place)]"])
            }
            if let price = group.price {
                all.append(.init(people: people, price: price))
            } else {
                all.append(.init(people: people))
            }
        }
        return all
    }

    private func earlier(_ numbers: PersonNumbers) throws(FileFault) -> Mixing.Schedule? {
        guard let schedule else { return nil }
        var rounds: [[[Int]]] = []
        for (round, tables) in schedule.enumerated() {
            var seated: [[Int]] = []
            for (table, names) in tables.enumerated() {
                var people: [Int] = []
                for (seat, name) in names.enumerated() {
                    people.append(try numbers[name, "schedule[\(round)][\(table)][\(seat)]"])
                }
                seated.append(people)
            }
            rounds.append(seated)
        }
        return Mixing.Schedule(rounds: rounds)
    }

    /// What the mixer refuses, by the field that it came from.
    private func fault(_ refused: Mixing.Refused, _ path: String) -> FileFault {
        func at(_ field: String, _ fault: String) -> FileFault { FileFault(path, .field(field), fault) }
        switch refused {
        case .outOfRange(let part, let value):
            let range = range(of: part)
            return at(
                "\(field(of: part))",
                "\(value) is not from \(range.lowerBound) to \(range.upperBound)")
        case .unknownPerson(let person, let part), .unknownTable(let person, let part):
            return at(field(of: part), "there is no number \(person)")
        case .personTwice(let person, let part):
            return at(field(of: part), "“\(people[person])” is there twice")
        case .apartAndTogether(let first, let second):
            return at("together", "“\(people[first])” and “\(people[second])” are to be kept apart, too")
        case .roundsDoneWithoutSchedule:
            return at("schedule", "the field is missing, but \(roundsDone) of its rounds are done")
        case .scheduleOfOtherLength(let count):
            return at("schedule", "it has \(count) rounds, not from \(roundsDone) to \(rounds)")
        case .seatedTwice(let person, let round):
            return at("schedule[\(round)]", "“\(people[person])” sits there twice")
        case .unknownPersonSeated(let person, let round):
            return at("schedule[\(round)]", "there is no number \(person)")
        case .tooManyTables(let count, let round):
            let max = Mixing.Limit.tables.upperBound
            return at("schedule[\(round)]", "it has \(count) tables, more than \(max)")
        }
    }

    private func field(of part: Mixing.Refused.Part) -> String {
        switch part {
        case .people: "people"
        case .tables: "tables"
        case .rounds: "rounds"
        case .roundsDone: "roundsDone"
        case .hosts: "hosts"
        case .absences: "absent"
        case .apart: "apart"
        case .together: "together"
        case .earlier: "schedule"
        case .movePrice: "movePrice"
        }
    }

    private func range(of part: Mixing.Refused.Part) -> ClosedRange<Int> {
        switch part {
        case .people: Mixing.Limit.people
        case .tables: Mixing.Limit.tables
        case .rounds: Mixing.Limit.rounds
        case .roundsDone, .absences: 0...max(0, rounds)
        case .movePrice: Mixing.Limit.movePrices
        case .apart, .together:
            apart.count > Mixing.Limit.groupsMax || together.count > Mixing.Limit.groupsMax
                ? 0...Mixing.Limit.groupsMax : Mixing.Limit.groupPrices
        case .hosts, .earlier: 0...0
        }
    }
}

/// Who has which number, by name.
private struct PersonNumbers {
    private let path: String
    private var numbers: [String: Int] = [:]

    init(_ names: [String], _ path: String) throws(FileFault) {
        self.path = path
        for (number, name) in names.enumerated() {
            guard !name.isEmpty else {
                throw FileFault(path, .field("people[\(number)]"), "a name is missing")
            }
            guard numbers.updateValue(number, forKey: name) == nil else {
                throw FileFault(path, .field("people[\(number)]"), "“\(name)” is there twice")
            }
        }
    }

    subscript(_ name: String, _ field: String) -> Int {
        get throws(FileFault) {
            guard let number = numbers[name] else {
                throw FileFault(path, .field(field), "there is nobody called “\(name)” in people")
            }
            return number
        }
    }
}
