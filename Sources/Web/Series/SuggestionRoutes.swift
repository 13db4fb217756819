internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// What stayed open at the edition before: for everybody to read, and to adopt.
struct SuggestionRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/suggestions", use: show)
    }

    @Sendable func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let scene = try await parts.scene(request, context)
        let suggestions = try await parts.instance.suggestions(for: scene.gathering.id)
        return parts.page(scene.suggestionsPage(suggestions), in: scene.language)
    }
}

extension Scene {
    func suggestionsPage(_ suggestions: Suggestions) -> SuggestionsPage {
        let previous = suggestions.previous
        var page = SuggestionsPage(frame(.beside), previous: previous?.programme.facts?.title.text)
        page.isStillOn = suggestions.isStillOn
        page.suggestions =
            previous.map { previous in
                suggestions.all.map { suggested($0, of: previous) }
            } ?? []
        let isOpen = gathering.day.phase != .ended
        page.mayAdopt = isOpen && caller.may(.propose) && gathering.topics.isTakingProposals
        page.mayAdoptForOthers = isOpen && caller.may(.proposeForOthers)
        return page
    }

    private func suggested(_ suggestion: Suggestion, of previous: Gathering) -> SuggestionsPage.Suggested {
        let source = suggestion.source
        var suggested = SuggestionsPage.Suggested(
            name: source.name, title: suggestion.title.text, sentence: suggestion.sentence.text,
            note: source.question == nil
                ? parkedSentence(suggestion.reason)
                : words("suggestion.question", ["title": previous.shownTitle(of: source.topic) ?? "…"]))
        suggested.adopted = gathering.adopter(of: source).map { ($0.text, title(of: $0)) }
        return suggested
    }

    /// Why a topic was parked, as everybody reads it later.
    func parkedSentence(_ reason: ParkReason?) -> String {
        let text = reason.text(words, isWantedMore: false)
        return reason == .byModerator ? text : words("series.parked", ["reason": text])
    }
}

extension Gathering {
    /// What everybody may read of a topic's title; nil where it is hidden, or went with its person.
    func shownTitle(of id: Proposal.ID) -> String? {
        guard let proposal = topics[id], !proposal.isHidden else { return nil }
        if case .removed = proposal.state { return nil }
        return proposal.content.title.text
    }
}

extension Parts {
    /// Where a topic came from, in a sentence; nil where it goes on with nothing.
    func source(of proposal: Proposal, _ words: Phrases) async throws -> String? {
        guard let source = proposal.source else { return nil }
        guard !instance.hasForgotten(source.gathering) else { return words["suggestion.sourceGone"] }
        let (edition, title) = try await instance.gatherings.read(source.gathering) { gathering in
            (gathering.programme.facts?.title.text, gathering.shownTitle(of: source.topic))
        }
        guard let edition else { return words["suggestion.sourceGone"] }
        guard let title else { return words("suggestion.sourceUntold", ["edition": edition]) }
        let gaps = ["edition": edition, "title": title]
        return source.question == nil
            ? words("suggestion.source", gaps) : words("suggestion.sourceQuestion", gaps)
    }
}
