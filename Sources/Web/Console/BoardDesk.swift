internal import Actions
internal import Domain
internal import Pages

/// The draft on the console: its fields, its quality, the chosen session and what another place would cost.
extension ConsolePages {
    func boardDesk(_ frame: ConsoleFrame, _ ask: ConsoleAsk, _ scene: Scene) async throws -> ConsoleBoardPage
    {
        let board = scene.gathering.board
        let published = ask["version"] == "published" ? board.current : nil
        let layout = published?.layout ?? board.draft
        let edition: KeptQualities.Edition = published == nil ? .draft : .published
        let quality = try await parts.quality(of: edition, scene)
        let publishedQuality = published == nil ? try await parts.quality(of: .published, scene) : nil

        var frame = frame
        if ask.isOn("unchanged") { frame.told = scene.whyUnchanged }
        var page = ConsoleBoardPage(
            frame,
            grid: scene.grid(
                layout, before: published == nil ? board.current?.layout : scene.publishedBefore,
                showsPins: true),
            quality: layout.placements.isEmpty
                ? nil
                : quality.map { quality in
                    var shown = scene.planQuality(quality, publishedCount: publishedQuality?.attainedCount)
                    shown.bound = bound(beside: quality, scene)
                    return shown
                },
            isBlind: scene.gathering.isBlindNow, changeCount: board.unpublished.count,
            publishedAt: board.current.map { scene.clock($0.publishedAt) })
        page.showsPublished = published != nil
        page.wall = scene.wall
        page.isEmpty = layout.placements.isEmpty
        page.latecomers = scene.latecomers
        page.parked = scene.parkedTopics(layout)
        page.conflicts = (quality?.conflicts ?? []).map(scene.conflict)
        page.breaches = scene.breaches(in: layout)
        page.contradictions = scene.contradictions(ask["contradictions"])
        guard published == nil else { return page }
        page.asksForBetter = !page.isEmpty && !page.isBlind && scene.gathering.day.phase != .ended
        if ask.isOn("better"), page.asksForBetter { page.better = try await better(scene) }
        guard page.better == nil, let session: Proposal.ID = ask.id("session"),
            let proposal = scene.gathering.topics[session],
            proposal.isOpen
        else {
            // To look for them takes a moment: who carries a session is not kept waiting.
            if page.better == nil, page.asksForBetter {
                (page.near, page.nearIsOfEarlierWishes) = try await near(scene)
            }
            return page
        }
        page.moving = ask["move"] == "swap" ? .swapping : (ask.isOn("move") ? .anywhere : .no)
        page.chosen = try await chosen(proposal, scene, quality)
        return page
    }

    private func chosen(_ proposal: Proposal, _ scene: Scene, _ quality: BoardQuality?) async throws
        -> ChosenSession
    {
        let placement = scene.gathering.board.draft.placements[proposal.id]
        let prices = try await prices(of: proposal, scene)
        let pairs = try await pairs(with: proposal.id, scene)
        var chosen = ChosenSession(
            id: proposal.id.text, title: scene.title(of: proposal.id), host: scene.hostLabel(proposal),
            time: placement.flatMap { scene.gathering.programme.slot($0.place.slot) }.map {
                scene.time($0.start)
            },
            room: placement.map { scene.roomName($0.place.room) }, isPinned: placement?.isPinned ?? false,
            revision: placement?.revision)
        chosen.reasons = scene.reasons(for: proposal, quality, pairs, prices)
        chosen.history = scene.history(of: proposal.id)
        chosen.fields = Dictionary(
            prices.map {
                (
                    FieldKey(slot: $0.place.slot.text, room: $0.place.room.text),
                    scene.fieldPrice($0, of: proposal)
                )
            }
        ) { first, _ in first }
        chosen.missingSeats = Dictionary(
            prices.map {
                (
                    FieldKey(slot: $0.place.slot.text, room: $0.place.room.text),
                    scene.missingSeats($0, for: proposal.id)
                )
            }
        ) { first, _ in first }
        chosen.prices = scene.cheapest(prices, for: proposal.id).map {
            NamedPrice(
                slot: $0.place.slot.text, room: $0.place.room.text, place: scene.name(of: $0.place),
                price: scene.fieldPrice($0, of: proposal),
                missingSeats: scene.missingSeats($0, for: proposal.id))
        }
        return chosen
    }

    /// What every place would cost. A topic that the rule of admission or a moderator parked is not in the planner's
    /// problem: its places are counted one by one.
    private func prices(of proposal: Proposal, _ scene: Scene) async throws -> [PlacePrice] {
        let assess = AssessBoard(parts.instance)
        let known = try await assess.prices(of: proposal.id, in: scene.gathering)
        guard known.isEmpty else { return known }

        let now = try await assess.quality(of: scene.gathering.board.draft, in: scene.gathering)
        var prices: [PlacePrice] = []
        for place in scene.gathering.programme.places {
            if let obstacle = scene.gathering.obstacle(proposal, at: place, ignoring: [proposal.id]) {
                prices.append(PlacePrice(place: place, swappedWith: nil, effect: .hindered(obstacle)))
                continue
            }
            let then = try await assess.quality(
                of: scene.draft(putting: proposal, at: place), in: scene.gathering)
            let cost = (now?.attainedCount ?? 0) - (then?.attainedCount ?? 0)
            prices.append(PlacePrice(place: place, swappedWith: nil, effect: .costs(cost)))
        }
        return prices
    }

    /// How many people want both this and another topic.
    private func pairs(with session: Proposal.ID, _ scene: Scene) async throws -> [Proposal.ID: Int] {
        guard !scene.gathering.isBlindNow else { return [:] }
        let topics = scene.gathering.topics
        let counted = try await parts.instance.interests.read(scene.gathering.id) { $0.counted(in: topics) }
        var pairs: [Proposal.ID: Int] = [:]
        for own in counted.values where own[session] != nil {
            for other in own.keys where other != session { pairs[other, default: 0] += 1 }
        }
        return pairs
    }
}

extension ConsolePages {
    /// The question before everybody sees the draft; nil when there is nothing to publish.
    func publishPage(_ frame: ConsoleFrame, _ scene: Scene) async throws -> PublishPage? {
        let board = scene.gathering.board
        let changes = board.unpublished
        guard !changes.isEmpty else { return nil }
        let moved = changes.filter { $0.before != nil }.map(\.id)
        var page = PublishPage(
            frame, revision: board.revision, isFirst: board.current == nil,
            placedCount: board.draft.placements.count)
        page.movedCount = changes.count { $0.before != nil && $0.after != nil }
        page.newCount = changes.count { $0.before == nil }
        page.goneCount = changes.count { $0.after == nil }
        page.affectedCount = try await affectedCount(Set(moved), scene)
        page.changes = changes.map { change in
            PublishedChange(
                title: scene.title(of: change.id), before: change.before.map { scene.name(of: $0) },
                after: change.after.map { scene.name(of: $0) })
        }
        return page
    }

    /// How many people have one of these in their plan: chosen, or the only one they wished for at its time.
    private func affectedCount(_ moved: Set<Proposal.ID>, _ scene: Scene) async throws -> Int {
        guard !moved.isEmpty, let layout = scene.layout else { return 0 }
        let topics = scene.gathering.topics
        let wishes = try await parts.instance.interests.read(scene.gathering.id) { $0.counted(in: topics) }
        let choices = try await parts.instance.attendances.read(scene.gathering.id) { $0.choices }
        let isBlind = scene.gathering.isBlindNow
        let slots = scene.gathering.programme.slots.map { slot in
            (
                slot.id,
                Set(
                    layout.placements.filter {
                        $0.value.slots(in: scene.gathering.programme).contains { $0.id == slot.id }
                    }.keys)
            )
        }
        return Set(wishes.keys).union(choices.keys).count { voice in
            slots.contains { slot, running in
                if let chosen = choices[voice]?[slot] { return moved.contains(chosen) }
                guard !isBlind, let own = wishes[voice] else { return false }
                let wanted = running.filter { own[$0] != nil }
                return wanted.count == 1 && wanted.isSubset(of: moved)
            }
        }
    }
}

extension Scene {
    /// Why laying out the plan left everything as it was.
    fileprivate var whyUnchanged: String {
        gathering.board.draft.placements.isEmpty ? words["grid.nothingToLay"] : words["grid.noBetter"]
    }

    /// How many seats are missing once a topic is in another place, and the one from there in its own.
    func missingSeats(_ price: PlacePrice, for session: Proposal.ID) -> Int {
        let own = gathering.board.draft.placements[session]?.place.room
        let others = price.swappedWith.flatMap { other in own.map { missingSeats(other, in: $0) } } ?? 0
        return missingSeats(session, in: price.place.room) + others
    }

    /// How many seats a room is short for a topic, as far as wishes may be seen.
    private func missingSeats(_ session: Proposal.ID, in room: Room.ID) -> Int {
        guard let wishes = wishCount(of: session), let room = gathering.programme.room(room) else { return 0 }
        return max(0, wishes + gathering.topics.handCount(of: session) - room.seats)
    }
}

extension Programme {
    /// Every field of the board.
    var places: [Place] {
        slots.flatMap { slot in rooms.map { Place(slot: slot.id, room: $0.id) } }
    }
}
