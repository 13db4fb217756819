internal import Domain

/// Who wants to go where, the way people do: a few topics draw nearly everybody, most draw those with a taste for them.
///
/// Method. Each topic has an attraction: a few have much, most have little, drawn once. Each person has two tastes.
/// What a topic weighs for a person is its attraction times 16 for the first taste, 8 for the second and 1 otherwise.
/// A person draws about as many wishes as there are slots, on a long day one more, one after another without putting
/// back, each topic as likely as it weighs. Whole numbers only, so the same dice give the same wishes on every machine. Two topics of a
/// theme are then wanted by the same people about twice as often as chance would have it, as in the wish files that
/// the planner is measured on.
enum PretendWishes {
    /// - Returns: For each person the topics' places, in the order they were thought of.
    static func wishes(
        of people: [PretendPerson], for themes: [PretendTopic.Theme], slots: Int,
        using dice: inout some RandomNumberGenerator
    ) -> [[Int]] {
        let attractions = themes.indices.map { _ in
            let first = Int.random(in: 3...9, using: &dice)
            let second = Int.random(in: 3...9, using: &dice)
            return first * second
        }
        return people.map { person in
            let weights = themes.indices.map { attractions[$0] * affinity(of: person, to: themes[$0]) }
            return draw(count(slots, using: &dice), by: weights, using: &dice)
        }
    }

    private static func affinity(of person: PretendPerson, to theme: PretendTopic.Theme) -> Int {
        switch person.tastes.firstIndex(of: theme) {
        case 0: 16
        case 1: 8
        default: 1
        }
    }

    /// At least one, at most two for each slot and one more.
    private static func count(_ slots: Int, using dice: inout some RandomNumberGenerator) -> Int {
        let drawn = (0..<slots).map { _ in Int.random(in: 0...2, using: &dice) }.reduce(0, +)
        return max(1, drawn) + (slots > 3 ? 1 : 0)
    }

    private static func draw(
        _ count: Int, by weights: [Int], using dice: inout some RandomNumberGenerator
    ) -> [Int] {
        var weights = weights
        var drawn: [Int] = []
        while drawn.count < min(count, weights.count) {
            var left = Int.random(in: 0..<weights.reduce(0, +), using: &dice)
            for index in weights.indices where weights[index] > 0 {
                left -= weights[index]
                if left < 0 {
                    drawn.append(index)
                    weights[index] = 0
                    break
                }
            }
        }
        return drawn
    }
}
