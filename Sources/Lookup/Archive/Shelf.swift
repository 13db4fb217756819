public import Domain

/// A gathering in the archive: what its holdings have in common.
public struct Shelf: Sendable, Hashable {
    public let gathering: Gathering.ID
    public let title: String
    public let series: String?
    public let edition: Int?
    public let date: LocalDate
    public let venue: String
    public let town: TownKey?
    /// Whether everybody may find it, or only those who were given access to the gathering.
    public let isPublic: Bool

    init?(_ gathering: Gathering) {
        guard let facts = gathering.programme.facts else { return nil }
        self.init(
            gathering: gathering.id, title: facts.title.text, series: facts.series?.text,
            edition: facts.edition, date: facts.date, venue: facts.venue.text, town: facts.hostTown,
            isPublic: facts.isInArchive == true)
    }

    init(
        gathering: Gathering.ID, title: String, series: String?, edition: Int?, date: LocalDate,
        venue: String, town: TownKey?, isPublic: Bool
    ) {
        self.gathering = gathering
        self.title = title
        self.series = series
        self.edition = edition
        self.date = date
        self.venue = venue
        self.town = town
        self.isPublic = isPublic
    }
}

extension Gathering {
    /// What is open and not hidden, and was on a published board once: only of that the archive speaks.
    var archived: [Proposal] {
        topics.open.filter { !$0.isHidden && hasRecord($0.id) }
    }

    /// What the archive says about a topic, with what was released of its record.
    func holdings(_ proposal: Proposal, _ release: Record.Release?) -> [Holding] {
        if let release { return Holding.record(proposal.id, proposal.content, ReleasedText(release)) }
        return takesPlace(proposal.id) ? [.topic(proposal.id, proposal.content)] : []
    }

    /// The same of what is kept already, when its record is as it was; nil when it is not shown any more.
    func kept(_ holding: Holding, _ proposal: Proposal) -> Holding? {
        switch holding.kind {
        case .topic: takesPlace(proposal.id) ? .topic(proposal.id, proposal.content) : nil
        case .record, .question, .solution: holding.renamed(proposal.content)
        }
    }

    /// Whether it stands in the published programme as it is now.
    private func takesPlace(_ session: Proposal.ID) -> Bool { absenceOfRecorded(session) == nil }
}
