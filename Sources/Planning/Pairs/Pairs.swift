/// Two sides that rank each other: young people and those whom they mentor, guests and those who take them in.
///
/// An applicant gets one partner at most, a partner as many applicants as it has seats; with one seat each this
/// is the marriage problem, otherwise that of residents and hospitals. A pair comes about only where both name
/// each other. Both sides count from 0.
public struct Pairs: Sendable, Equatable {
    /// One of both sides.
    public enum Side: Sendable, Equatable {
        case applicants
        case partners
    }

    /// Limits on everything, so that a solution takes seconds at most.
    public enum Limit {
        public static let sideMax = 20_000
        public static let wishesMax = 2_000_000
        public static let seatsMax = 20_000
    }

    /// Why something is no such problem; `rank` counts from 0, `other` is somebody on the other side.
    public enum Refused: Error, Equatable, Sendable {
        case tooMany(Side, Int)
        case tooManyWishes(Int)
        case seatsOutOfRange(partner: Int)
        case unknown(Side, Int, rank: Int, other: Int)
        case wishedTwice(Side, Int, rank: Int, other: Int)
    }

    /// Two who name each other, and how they rank each other, counted from 0.
    struct Pair: Sendable, Equatable {
        let applicant: Int
        let partner: Int
        let applicantRank: Int
        let partnerRank: Int
    }

    public let applicantCount: Int
    public let partnerCount: Int
    public let seatCounts: [Int]
    /// Wishes that are not returned: no pair comes of them.
    public let unreturnedWishCount: Int
    /// By applicant, and then by rank and by the partner's number.
    let pairs: [Pair]
    /// For each applicant where the own pairs stand.
    let ofApplicant: [Range<Int>]
    /// For each partner the numbers of the own pairs, by rank and then by the applicant's number.
    let ofPartner: [[Int]]

    /// Checks what both sides say.
    ///
    /// - Parameters:
    ///   - applicants: For each applicant the ranks, best first, and in each rank the partners that are equally
    ///     welcome; nil for somebody to whom all are equally welcome who name them.
    ///   - partners: The same for each partner.
    ///   - seatCounts: How many applicants each partner takes; one without an entry.
    /// - Throws: `Refused`, naming the first thing that is wrong.
    public init(
        applicants: [[[Int]]?], partners: [[[Int]]?], seatCounts: [Int] = []
    ) throws(Refused) {
        guard applicants.count <= Limit.sideMax else { throw .tooMany(.applicants, applicants.count) }
        guard partners.count <= Limit.sideMax else { throw .tooMany(.partners, partners.count) }
        let wishCount = (applicants + partners).reduce(0) {
            $0 + ($1 ?? []).reduce(0) { $0 + max(1, $1.count) }
        }
        guard wishCount <= Limit.wishesMax else { throw .tooManyWishes(wishCount) }
        try Self.check(.applicants, applicants, otherCount: partners.count)
        try Self.check(.partners, partners, otherCount: applicants.count)
        self.seatCounts = partners.indices.map { $0 < seatCounts.count ? seatCounts[$0] : 1 }
        for (partner, count) in self.seatCounts.enumerated() {
            guard (0...Limit.seatsMax).contains(count) else { throw .seatsOutOfRange(partner: partner) }
        }

        applicantCount = applicants.count
        partnerCount = partners.count
        pairs = Self.mutual(applicants, partners)
        unreturnedWishCount = Self.namedCount(applicants, partners) - pairs.count
        (ofApplicant, ofPartner) = Self.index(pairs, applicants.count, partners.count)
    }

    private static func check(_ side: Side, _ wishes: [[[Int]]?], otherCount: Int) throws(Refused) {
        var lastBy = Array(repeating: -1, count: otherCount)
        for (person, ranks) in wishes.enumerated() {
            for (rank, tied) in (ranks ?? []).enumerated() {
                for other in tied {
                    guard lastBy.indices.contains(other) else {
                        throw .unknown(side, person, rank: rank, other: other)
                    }
                    guard lastBy[other] != person else {
                        throw .wishedTwice(side, person, rank: rank, other: other)
                    }
                    lastBy[other] = person
                }
            }
        }
    }
}

extension Pairs {
    /// Who names whom with which rank, by the one who is named.
    private static func named(by wishes: [[[Int]]?], count: Int) -> [[(by: Int, rank: Int)]] {
        var named = Array(repeating: [(by: Int, rank: Int)](), count: count)
        for (person, ranks) in wishes.enumerated() {
            for (rank, tied) in (ranks ?? []).enumerated() {
                for other in tied { named[other].append((person, rank)) }
            }
        }
        return named
    }

    private static func mutual(_ applicants: [[[Int]]?], _ partners: [[[Int]]?]) -> [Pair] {
        let namedApplicants = named(by: partners, count: applicants.count)
        var rankAtPartner = Array(repeating: -1, count: partners.count)
        var pairs: [Pair] = []
        for (applicant, ranks) in applicants.enumerated() {
            for (partner, rank) in namedApplicants[applicant] { rankAtPartner[partner] = rank }
            if let ranks {
                for (rank, tied) in ranks.enumerated() {
                    for partner in tied.sorted() {
                        let theirs = partners[partner] == nil ? 0 : rankAtPartner[partner]
                        guard theirs >= 0 else { continue }
                        pairs.append(
                            Pair(
                                applicant: applicant, partner: partner, applicantRank: rank,
                                partnerRank: theirs))
                    }
                }
            } else {
                for (partner, rank) in namedApplicants[applicant] {
                    pairs.append(
                        Pair(
                            applicant: applicant, partner: partner, applicantRank: 0, partnerRank: rank))
                }
            }
            for (partner, _) in namedApplicants[applicant] { rankAtPartner[partner] = -1 }
        }
        return pairs
    }

    /// Pairs of which at least one side names the other.
    private static func namedCount(_ applicants: [[[Int]]?], _ partners: [[[Int]]?]) -> Int {
        let namedApplicants = named(by: partners, count: applicants.count)
        var lastBy = Array(repeating: -1, count: partners.count)
        var count = 0
        for (applicant, ranks) in applicants.enumerated() {
            for partner in (ranks ?? []).joined() + namedApplicants[applicant].map(\.by)
            where lastBy[partner] != applicant {
                lastBy[partner] = applicant
                count += 1
            }
        }
        return count
    }

    private static func index(
        _ pairs: [Pair], _ applicantCount: Int, _ partnerCount: Int
    ) -> ([Range<Int>], [[Int]]) {
        var ofApplicant = Array(repeating: 0..<0, count: applicantCount)
        var ofPartner = Array(repeating: [Int](), count: partnerCount)
        for (index, pair) in pairs.enumerated() {
            let isFirst = ofApplicant[pair.applicant].isEmpty
            ofApplicant[pair.applicant] =
                (isFirst ? index : ofApplicant[pair.applicant].lowerBound)..<(index + 1)
            ofPartner[pair.partner].append(index)
        }
        for partner in ofPartner.indices {
            ofPartner[partner].sort {
                (pairs[$0].partnerRank, pairs[$0].applicant) < (pairs[$1].partnerRank, pairs[$1].applicant)
            }
        }
        return (ofApplicant, ofPartner)
    }
}
