internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// All editions of a series: the same bytes for everybody.
struct SeriesRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/series") { request, context in
            let bytes = try await parts.series(context.gathering, speaking: LanguageWish(request))
            return bytes.response(to: request, cacheControl: "private, no-cache")
        }
    }
}

extension Parts {
    /// Rendered once for each state of all its editions and of what is released of them.
    func series(_ id: Gathering.ID, speaking wish: LanguageWish) async throws -> KeptBytes {
        let chain = try await instance.editions(around: id)
        var stamp = try await documentationStamp(of: id)
        var hasher = Hasher()
        hasher.combine(chain.lacksNewer || chain.lacksOlder)
        for edition in chain.ids {
            hasher.combine(edition)
            hasher.combine(try await documentationStamp(of: edition))
        }
        stamp.releases = hasher.finalize()
        let key = KeptPages.Key(
            gathering: id, name: "series", language: wish.language(.du), isInside: false)
        let rendering = try await kept.rendering(key, at: stamp) {
            let (page, language) = try await seriesPage(id, chain, speaking: wish)
            return .page(
                KeptBytes(renderer.bytes(page, in: language), mediaType: "text/html; charset=utf-8"))
        }
        guard case .page(let bytes) = rendering else { throw HTTPError(.internalServerError) }
        return bytes
    }

    private func seriesPage(
        _ id: Gathering.ID, _ chain: EditionChain, speaking wish: LanguageWish
    ) async throws -> (SeriesPage, Language) {
        let own = try await scenes.scene(id, seesNames: false, speaking: wish)
        var page = SeriesPage(gathering: own.id, title: own.gatheringName, series: own.facts.series?.text)
        page.funding = own.facts.funding
        page.lacksSome = chain.lacksNewer || chain.lacksOlder
        var adoptions: [Suggestion.Source: [SeriesPage.Adoption]] = [:]
        for edition in chain.ids {
            let scene = try await scenes.scene(edition, seesNames: false, speaking: wish)
            guard scene.gathering.day.phase != .preparing else {
                page.upcoming.append(.init(title: scene.gatheringName, date: scene.facts.date))
                continue
            }
            var told = scene.seriesEdition
            told.topics = try await seriesTopics(of: scene, adoptions)
            page.editions.append(told)
            // Newest first: whoever adopted something was seen before.
            for (source, adoption) in scene.adoptions { adoptions[source, default: []].append(adoption) }
        }
        return (page, own.language)
    }

    private func seriesTopics(
        of scene: Scene, _ adoptions: [Suggestion.Source: [SeriesPage.Adoption]]
    ) async throws -> [SeriesPage.Topic] {
        var topics: [SeriesPage.Topic] = []
        for proposal in scene.gathering.topics.all.values.sorted(by: { $0.id < $1.id }) {
            guard var topic = scene.seriesTopic(proposal) else { continue }
            if scene.gathering.hasRecord(proposal.id),
                let record = Record.ID(of: proposal.id, in: scene.gathering.id)
            {
                topic.hasRelease = try await instance.records.read(record) { $0.released != nil }
            }
            topic.adoptions = adoptions.filter {
                $0.key.gathering == scene.gathering.id && $0.key.topic == proposal.id
            }.sorted { $0.key.name < $1.key.name }.flatMap(\.value)
            topics.append(topic)
        }
        return topics
    }
}

extension Scene {
    fileprivate var seriesEdition: SeriesPage.Edition {
        var edition = SeriesPage.Edition(
            gathering: id, title: gatheringName, date: facts.date, venue: facts.venue.text)
        edition.number = facts.edition
        edition.town = facts.hostTown.map(labels.townName)
        edition.peopleCount = documentedPeople.count
        edition.townCount = documentedPeople.towns.count
        edition.isOver = isOver
        return edition
    }

    private var isOver: Bool { gathering.end(at: now) != nil }

    /// What this edition took up of others.
    fileprivate var adoptions: [(Suggestion.Source, SeriesPage.Adoption)] {
        gathering.topics.open.filter { !$0.isHidden }.compactMap { proposal in
            proposal.source.map {
                ($0, .init(gathering: id, edition: gatheringName, topic: proposal.id.text))
            }
        }
    }

    /// Nil for what was withdrawn, is hidden, or went with its person.
    fileprivate func seriesTopic(_ proposal: Proposal) -> SeriesPage.Topic? {
        guard let title = gathering.shownTitle(of: proposal.id), let outcome = outcome(of: proposal) else {
            return nil
        }
        return .init(id: proposal.id.text, title: title, outcome: outcome)
    }

    private func outcome(of proposal: Proposal) -> String? {
        switch proposal.state {
        case .withdrawn, .removed: return nil
        case .merged: return notPlaced(proposal)
        case .open: break
        }
        if let absence = absence(of: proposal.id) { return absence }
        guard let layout else { return isOver ? words["series.leftOver"] : words["series.proposed"] }
        if layout.placements[proposal.id] != nil {
            return isOver ? words["series.tookPlace"] : words["series.isPlanned"]
        }
        return parkedSentence(layout.parked[proposal.id])
    }
}
