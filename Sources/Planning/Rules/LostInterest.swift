extension Rule {
    /// For each participant and slot the best placed wish comes true; everything else wanted is lost.
    ///
    /// Between equal wishes the longer session and then the earlier number counts as attained, which
    /// changes who is named but never the cost.
    public static let lostInterest = Rule(
        .lostInterest,
        .one,
        .plan { problem, plan in
            var wishesOf = Array(repeating: [Problem.Wish](), count: problem.participantCount)
            for wish in problem.wishes { wishesOf[wish.participant].append(wish) }
            return wishesOf.flatMap { problem.lost(of: $0, on: plan) }
        }
    )
}

extension Problem {
    /// What one participant loses, in the order of the wishes.
    func lost(of wishes: [Wish], on plan: Plan) -> [Finding] {
        var best: [Int: Wish] = [:]
        for wish in wishes {
            for slot in slots(of: wish.session, on: plan) {
                best[slot] = best[slot].map { preferred($0, wish) } ?? wish
            }
        }

        return wishes.flatMap { wish in
            let slots = slots(of: wish.session, on: plan)
            let outside = sessions[wish.session].lengthSlots - slots.count
            let unplaced = outside > 0 ? [Finding.wishUnplaced(wish, slotCount: outside)] : []
            return unplaced
                + slots.compactMap { slot in
                    guard let winner = best[slot]?.session, winner != wish.session else { return nil }
                    return .wishLost(wish, slot: slot, to: winner)
                }
        }
    }

    /// The slots in which a session runs; none while it is parked.
    func slots(of session: Int, on plan: Plan) -> Range<Int> {
        plan[session].map { slots(of: session, from: $0.slot) } ?? 0..<0
    }

    private func preferred(_ first: Wish, _ second: Wish) -> Wish {
        let firstRank = (first.weight, sessions[first.session].lengthSlots, -first.session)
        let secondRank = (second.weight, sessions[second.session].lengthSlots, -second.session)
        return firstRank > secondRank ? first : second
    }
}
