/// Applicants propose, partners keep the best so far and may still send them away (Gale and Shapley 1962).
///
/// Every pair is proposed once at most: linear time, apart from keeping those that are held in order.
struct ProposingApplicants {
    private let pairs: Pairs
    /// For each partner the pairs that it holds, best first.
    private var held: [[Int]]

    init(_ pairs: Pairs) {
        self.pairs = pairs
        held = Array(repeating: [], count: pairs.partnerCount)
    }

    /// - Returns: For each applicant the number of the pair, or nil.
    consuming func run() -> [Int?] {
        var next = pairs.ofApplicant.map(\.lowerBound)
        var waiting = Array((0..<pairs.applicantCount).reversed())
        while let applicant = waiting.popLast() {
            guard next[applicant] < pairs.ofApplicant[applicant].upperBound else { continue }
            let pair = next[applicant]
            next[applicant] += 1
            if let sentAway = offer(pair) { waiting.append(pairs.pairs[sentAway].applicant) }
        }
        var chosen = [Int?](repeating: nil, count: pairs.applicantCount)
        for pair in held.joined() { chosen[pairs.pairs[pair].applicant] = pair }
        return chosen
    }

    /// - Returns: The pair that has to give way, which may be the one that was offered.
    private mutating func offer(_ pair: Int) -> Int? {
        let partner = pairs.pairs[pair].partner
        var place = held[partner].count
        while place > 0 && isBetter(pair, than: held[partner][place - 1]) { place -= 1 }
        held[partner].insert(pair, at: place)
        return held[partner].count > pairs.seatCounts[partner] ? held[partner].removeLast() : nil
    }

    private func isBetter(_ first: Int, than second: Int) -> Bool {
        let (first, second) = (pairs.pairs[first], pairs.pairs[second])
        return (first.partnerRank, first.applicant) < (second.partnerRank, second.applicant)
    }
}

/// Partners propose for each free seat, applicants keep the best so far (Gale and Shapley 1962).
struct ProposingPartners {
    private let pairs: Pairs

    init(_ pairs: Pairs) { self.pairs = pairs }

    /// - Returns: For each applicant the number of the pair, or nil.
    func run() -> [Int?] {
        var chosen = [Int?](repeating: nil, count: pairs.applicantCount)
        var next = Array(repeating: 0, count: pairs.partnerCount)
        var free = pairs.seatCounts
        var waiting = Array((0..<pairs.partnerCount).reversed())
        while let partner = waiting.popLast() {
            while free[partner] > 0 && next[partner] < pairs.ofPartner[partner].count {
                let pair = pairs.ofPartner[partner][next[partner]]
                next[partner] += 1
                let applicant = pairs.pairs[pair].applicant
                if let present = chosen[applicant] {
                    // Pairs of an applicant stand in the order in which they are wanted.
                    guard pair < present else { continue }
                    let left = pairs.pairs[present].partner
                    free[left] += 1
                    waiting.append(left)
                }
                chosen[applicant] = pair
                free[partner] -= 1
            }
        }
        return chosen
    }
}
