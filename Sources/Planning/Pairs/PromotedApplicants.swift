/// A stable matching with ties that is at least two thirds as large as the largest one.
///
/// Method: Király 2013, "Linear Time Local Approximation Algorithm for Maximum Stable Marriage", with several
/// seats for a partner taken as several partners. Applicants propose as in deferred acceptance, with two
/// changes. Among equals an applicant asks first where a seat was never taken; who could have asked for such a
/// seat elsewhere is *uncertain*, and is sent away for anybody. Who is sent away by all asks all once more, and
/// is then preferred among equals.
struct PromotedApplicants {
    private let pairs: Pairs
    /// For each applicant the first pair of the rank that is asked now, and the one after it.
    private var tier: [Range<Int>]
    /// For each applicant the first pair of this rank that may have a seat that was never taken.
    private var untouched: [Int]
    /// Pairs that their partner has refused in this round.
    private var isRefused: [Bool]
    private var isPromoted: [Bool]
    private var chosen: [Int?]
    private var held: [[Int]]
    private var seatsNeverTaken: [Int]

    init(_ pairs: Pairs) {
        self.pairs = pairs
        tier = pairs.ofApplicant.map { $0.lowerBound..<$0.lowerBound }
        untouched = pairs.ofApplicant.map(\.lowerBound)
        isRefused = Array(repeating: false, count: pairs.pairs.count)
        isPromoted = Array(repeating: false, count: pairs.applicantCount)
        chosen = Array(repeating: nil, count: pairs.applicantCount)
        held = Array(repeating: [], count: pairs.partnerCount)
        seatsNeverTaken = pairs.seatCounts
    }

    /// - Returns: For each applicant the number of the pair, or nil.
    consuming func run() -> [Int?] {
        var waiting = Array((0..<pairs.applicantCount).reversed())
        while let applicant = waiting.popLast() {
            guard let pair = favourite(of: applicant) else { continue }
            if let sentAway = offer(pair) { waiting.append(pairs.pairs[sentAway].applicant) }
        }
        return chosen
    }

    /// The best pair that is not refused, where a seat was never taken if there is one among the best.
    private mutating func favourite(of applicant: Int) -> Int? {
        while true {
            if let seat = untouchedPair(of: applicant) { return seat }
            while let first = tier[applicant].first, isRefused[first] { tier[applicant].removeFirst() }
            if let first = tier[applicant].first { return first }
            let end = pairs.ofApplicant[applicant].upperBound
            if tier[applicant].upperBound < end {
                begin(applicant, at: tier[applicant].upperBound)
            } else {
                guard !isPromoted[applicant], !pairs.ofApplicant[applicant].isEmpty else { return nil }
                isPromoted[applicant] = true
                for pair in pairs.ofApplicant[applicant] { isRefused[pair] = false }
                begin(applicant, at: pairs.ofApplicant[applicant].lowerBound)
            }
        }
    }

    private mutating func begin(_ applicant: Int, at first: Int) {
        var end = first
        let rank = pairs.pairs[first].applicantRank
        while end < pairs.ofApplicant[applicant].upperBound, pairs.pairs[end].applicantRank == rank {
            end += 1
        }
        tier[applicant] = first..<end
        untouched[applicant] = first
    }

    /// A seat once taken is never untouched again, so what was passed over need not be looked at any more.
    private mutating func untouchedPair(of applicant: Int) -> Int? {
        while untouched[applicant] < tier[applicant].upperBound {
            let pair = untouched[applicant]
            if !isRefused[pair] && seatsNeverTaken[pairs.pairs[pair].partner] > 0 { return pair }
            untouched[applicant] += 1
        }
        return nil
    }

    /// - Returns: The pair that has to give way, which may be the one that was offered.
    private mutating func offer(_ pair: Int) -> Int? {
        let (applicant, partner) = (pairs.pairs[pair].applicant, pairs.pairs[pair].partner)
        if seatsNeverTaken[partner] > 0 {
            seatsNeverTaken[partner] -= 1
            held[partner].append(pair)
            chosen[applicant] = pair
            return nil
        }
        var (leaving, isUncertain) = (pair, false)
        for present in held[partner] {
            if untouchedPair(of: pairs.pairs[present].applicant) != nil {
                (leaving, isUncertain) = (present, true)
                break
            }
            if isBetter(leaving, than: present) { leaving = present }
        }
        if !isUncertain { isRefused[leaving] = true }
        guard leaving != pair else { return pair }
        held[partner].removeAll { $0 == leaving }
        held[partner].append(pair)
        chosen[pairs.pairs[leaving].applicant] = nil
        chosen[applicant] = pair
        return leaving
    }

    /// Among equals who was sent away by all before is better; whoever is held stays otherwise.
    private func isBetter(_ first: Int, than second: Int) -> Bool {
        let (one, other) = (pairs.pairs[first], pairs.pairs[second])
        guard one.partnerRank == other.partnerRank else { return one.partnerRank < other.partnerRank }
        return isPromoted[one.applicant] && !isPromoted[other.applicant]
    }
}
