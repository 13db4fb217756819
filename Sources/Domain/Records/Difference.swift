/// Where two sequences differ: each hunk says which stretch of the old one became which of the new one.
struct Hunk: Hashable {
    let old: Range<Int>
    let new: Range<Int>
}

enum Difference {
    /// Above so many cells of the table the middle counts as changed as a whole: coarser, and nothing is lost.
    static let cellsMax = 1_000_000

    /// The longest common subsequence stays, everything else is in hunks, in order and never side by side.
    static func hunks(from old: [Substring], to new: [Substring]) -> [Hunk] {
        var numbers: [Substring: Int] = [:]
        let number = { (element: Substring) -> Int in
            let next = numbers.count
            if let known = numbers[element] { return known }
            numbers[element] = next
            return next
        }
        let old = old.map(number)
        let new = new.map(number)
        let shorter = min(old.count, new.count)
        let start = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
        let rest = shorter - start
        let end = (0..<rest).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? rest
        return hunks(
            Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]), from: start)
    }

    private static func hunks(_ old: [Int], _ new: [Int], from start: Int) -> [Hunk] {
        guard !old.isEmpty || !new.isEmpty else { return [] }
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= cellsMax else {
            return [Hunk(old: start..<(start + old.count), new: start..<(start + new.count))]
        }
        let lengths = commonLengths(old, new)
        let width = new.count + 1
        var hunks: [Hunk] = []
        var (i, j) = (0, 0)
        var (from, to) = (0, 0)
        let close = { (hunks: inout [Hunk]) in
            guard from < i || to < j else { return }
            hunks.append(Hunk(old: (start + from)..<(start + i), new: (start + to)..<(start + j)))
        }
        while i < old.count, j < new.count {
            if old[i] == new[j] {
                close(&hunks)
                i += 1
                j += 1
                (from, to) = (i, j)
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        (i, j) = (old.count, new.count)
        close(&hunks)
        return hunks
    }

    /// How long the longest common subsequence of the ends is, for each pair of beginnings.
    private static func commonLengths(_ old: [Int], _ new: [Int]) -> [UInt16] {
        let width = new.count + 1
        var lengths = [UInt16](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i * width + j] =
                    old[i] == new[j]
                    ? min(lengths[(i + 1) * width + j + 1], .max - 1) + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        return lengths
    }
}
