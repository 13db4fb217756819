internal import Actions
internal import Domain
internal import Pages

/// What would be better than the draft, and what would be nearly as good.
extension ConsolePages {
    /// Kept as long as the board and the wishes are what they were: the search takes a good part of a second.
    func better(_ scene: Scene) async throws -> BetterBoard? {
        let instance = parts.instance
        let answer = try await parts.kept.better.found(.init(scene)) {
            try await FindBetter(instance)(in: scene.gathering)
        }
        guard let found = answer.found else { return nil }
        var better = BetterBoard(
            steps: found.steps.map(scene.betterStep), whole: found.whole.map(scene.betterStep),
            revision: scene.gathering.board.revision)
        better.isOfEarlierWishes = answer.isOfEarlierWishes
        better.isProvenBest = found.isProvenBest && !answer.isOfEarlierWishes
        return better
    }

    /// The changes that cost least, and whether they are worth another look in a moment.
    func near(_ scene: Scene) async throws -> (swaps: [NearSwap], isOfEarlierWishes: Bool) {
        guard !scene.gathering.isBlindNow, !scene.gathering.board.draft.placements.isEmpty else {
            return ([], false)
        }
        let instance = parts.instance
        let answer = try await parts.kept.nearest.found(.init(scene)) {
            try await AssessBoard(instance).nearestChanges(in: scene.gathering)
        }
        return (answer.found.compactMap(scene.nearSwap), answer.isOfEarlierWishes)
    }

    /// What no board could do better. The proof takes up to some seconds: nobody waits for it.
    func bound(beside quality: BoardQuality, _ scene: Scene) -> PlanQuality.Bound? {
        let instance = parts.instance
        guard !scene.gathering.isBlindNow, quality.wishCount > 0, scene.gathering.day.phase != .ended else {
            return nil
        }
        let known = parts.kept.bounds.soon(.init(scene)) {
            do {
                return try await BoundWishes(instance)(in: scene.gathering)
            } catch let cancelled as CancellationError {
                throw cancelled
            } catch {
                // A journal that cannot be read is told by the page itself, which reads the same.
                return nil
            }
        }
        guard let known else { return .isProved }
        // A draft that breaks rules may do more than any that keeps them.
        guard let attainedMax = known?.attainedMax(parking: quality.parkedCount),
            quality.attainedCount <= attainedMax
        else { return nil }
        return .attained(atMost: attainedMax)
    }
}

extension Scene {
    fileprivate func betterStep(_ step: BoardStep) -> BetterStep {
        let placements = gathering.board.draft.placements
        return BetterStep(
            moves: step.moves.map { move in
                SessionMove(
                    title: title(of: move.id), from: placements[move.id].map { name(of: $0.place) },
                    to: move.place.map { name(of: $0) })
            },
            wishesGained: step.wishesGained, seatsGained: step.seatsGained, mends: step.mends,
            address: Board.Move.address(step.moves))
    }

    fileprivate func nearSwap(_ change: NearChange) -> NearSwap? {
        guard let proposal = gathering.topics[change.session],
            let placement = gathering.board.draft.placements[change.session]
        else { return nil }
        let place = change.price.place
        let price = NamedPrice(
            slot: place.slot.text, room: place.room.text, place: name(of: place),
            price: fieldPrice(change.price, of: proposal),
            missingSeats: missingSeats(change.price, for: change.session))
        return NearSwap(
            session: change.session.text, title: title(of: change.session), revision: placement.revision,
            otherTitle: change.price.swappedWith.map { title(of: $0) }, price: price)
    }
}

/// Moves on their way from the page to the act: `3.2.1_7`, topic 3 to slot 2 and room 1, topic 7 off the board.
extension Board.Move {
    static func address(_ moves: [Self]) -> String {
        moves.map { move in
            ([move.id.text] + (move.place.map { [$0.slot.text, $0.room.text] } ?? [])).joined(separator: ".")
        }.joined(separator: "_")
    }

    /// Nil when it is no such text: anybody can type a form.
    static func all(in text: String) -> [Self]? {
        let moves = text.split(separator: "_").map { Self(address: $0) }
        return moves.isEmpty || moves.contains(nil) ? nil : moves.compactMap(\.self)
    }

    private init?(address: Substring) {
        let parts = address.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let id = parts.first.flatMap({ Proposal.ID($0) }) else { return nil }
        if parts.count == 1 {
            self.init(id, to: nil)
        } else {
            guard parts.count == 3, let slot = Slot.ID(parts[1]), let room = Room.ID(parts[2]) else {
                return nil
            }
            self.init(id, to: Place(slot: slot, room: room))
        }
    }
}
