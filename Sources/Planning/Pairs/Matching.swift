extension Pairs {
    /// How pairs are made.
    public enum Method: Sendable, Equatable {
        /// Stable. With strict ranks every member of the proposing side gets the best partner of all stable
        /// matchings, nobody of it gains by saying something else than they want, and everybody of the other
        /// side gets their worst one. Among equals the lower number counts as better.
        case stable(proposing: Side)
        /// Stable, and with ties larger than the others: at least two thirds of the largest stable matching.
        /// To find the largest one is NP-hard (Manlove, Irving, Iwama, Miyazaki and Morita 2002).
        case largestStable
        /// As many pairs as possible, then the least sum of the ranks that both sides give; seldom stable.
        case mostPairs
        /// The most points, where a rank is worth one point more than the next one, and the last rank of the
        /// longest list of a side one point; seldom stable, and it may leave out a pair that nobody likes much.
        case mostPoints
    }

    /// Who is together, and what there is to say about it.
    public struct Matching: Sendable, Equatable {
        /// Two who name each other.
        public struct Couple: Hashable, Sendable {
            public let applicant: Int
            public let partner: Int

            public init(applicant: Int, partner: Int) {
                self.applicant = applicant
                self.partner = partner
            }
        }

        /// For each applicant the partner, or nil.
        public let partnerOf: [Int?]
        /// For each partner the applicants, by number.
        public let applicantsOf: [[Int]]
        /// The ranks that the members of pairs give each other, counted from 1 and added up.
        public let rankTotal: Int
        /// Two who both would rather be together than as they are: each without partner or with free seats, or
        /// with somebody they rank strictly lower. By applicant and partner.
        ///
        /// Where all ranks are strict, every stable matching leaves the same people alone and fills the same
        /// seats (the rural hospitals theorem, Roth 1984), so no other one would help them.
        public let blocking: [Couple]

        public var size: Int { partnerOf.count { $0 != nil } }
        public var isStable: Bool { blocking.isEmpty }
        public var unmatched: [Int] { partnerOf.indices.filter { partnerOf[$0] == nil } }
    }

    /// Makes pairs. It never fails: who finds nobody is left alone.
    ///
    /// - Parameter method: What is aimed at.
    /// - Returns: The same pairs for the same input.
    public func match(by method: Method = .stable(proposing: .applicants)) -> Matching {
        switch method {
        case .stable(.applicants): matching(ProposingApplicants(self).run())
        case .stable(.partners): matching(ProposingPartners(self).run())
        case .largestStable: matching(PromotedApplicants(self).run())
        case .mostPairs, .mostPoints: matching(PairFlow(self).run(alonePays: method == .mostPoints))
        }
    }

    /// Says of some pairs what there is to say.
    ///
    /// - Parameter chosen: For each applicant the number of the pair, or nil.
    /// - Returns: The same pairs, with those who would rather be together.
    func matching(_ chosen: [Int?]) -> Matching {
        var applicantsOf = Array(repeating: [Int](), count: partnerCount)
        /// For each partner the worst rank among those it has, while it has no free seat.
        var worst = Array(repeating: -1, count: partnerCount)
        var rankTotal = 0
        for case let index? in chosen {
            let pair = pairs[index]
            applicantsOf[pair.partner].append(pair.applicant)
            worst[pair.partner] = max(worst[pair.partner], pair.partnerRank)
            rankTotal += pair.applicantRank + pair.partnerRank + 2
        }
        let blocking = pairs.filter { pair in
            let isFree = applicantsOf[pair.partner].count < seatCounts[pair.partner]
            let isWanted = isFree || pair.partnerRank < worst[pair.partner]
            return isWanted
                && (chosen[pair.applicant].map { pair.applicantRank < pairs[$0].applicantRank } ?? true)
        }
        return Matching(
            partnerOf: chosen.map { $0.map { pairs[$0].partner } }, applicantsOf: applicantsOf,
            rankTotal: rankTotal,
            blocking: blocking.map { Matching.Couple(applicant: $0.applicant, partner: $0.partner) }
                .sorted { ($0.applicant, $0.partner) < ($1.applicant, $1.partner) })
    }
}
