internal import Actions
internal import Domain
internal import Pages

extension ConsolePages {
    /// With the suggestion that somebody is to adopt, as long as nobody else did.
    func topicsDesk(
        _ frame: ConsoleFrame, _ ask: ConsoleAsk, _ scene: Scene, _ note: ConsoleNote
    ) async throws -> ConsoleTopicsPage {
        var frame = frame
        var suggestion: Suggestion?
        do {
            suggestion = try await parts.instance.freeSuggestion(
                named: ask["suggestion"], for: scene.gathering.id)
        } catch let refused as Gathering.Refused {
            frame.refused = frame.refused ?? scene.words.sentence(for: refused, scene.refusalNames)
        }
        var page = scene.topicsDesk(frame, ask, note)
        page.suggestion = suggestion.map { ($0.source.name, $0.title.text, $0.sentence.text) }
        return page
    }
}

/// All topics in the hands of a moderator, in the order of their numbers: an order by wishes would tell.
extension Scene {
    func topicsDesk(_ frame: ConsoleFrame, _ ask: ConsoleAsk, _ note: ConsoleNote) -> ConsoleTopicsPage {
        let all = gathering.topics.all.values.sorted { $0.id < $1.id }
        let isPlenum = facts.rules.admission == .plenum
        var page = ConsoleTopicsPage(
            frame, topics: (all.filter(\.isOpen) + all.filter { !$0.isOpen }).map(consoleTopic),
            heads: headCount(note),
            isPlenum: isPlenum)
        page.chosen = ask["topic"]
        page.latecomers = latecomers
        page.hasPrevious = gathering.programme.previous != nil
        page.isTakingProposals = gathering.topics.isTakingProposals
        page.typed = note.typed(.proposals)
        page.showsForm = ask.isOn("new") || page.typed != nil
        page.people = page.showsForm ? peopleOptions : []
        return page
    }

    /// Everybody a topic can be offered for, as in a telephone book.
    private var peopleOptions: [SelectOption] {
        let people = gathering.attendees.present.enumerated().map { index, participant in
            let own = labels.label(participant.id)
            let label = own.isEmpty ? words("view.seat", ["number": "\(index + 1)"]) : own
            return (key: SortKey(label), option: SelectOption(participant.id.text, label))
        }
        return people.sorted { $0.key < $1.key }.map(\.option)
    }

    private func consoleTopic(_ proposal: Proposal) -> ConsoleTopic {
        ConsoleTopic(
            id: proposal.id.text, title: proposal.content.title.text,
            sentence: proposal.content.sentence.text,
            host: hosts(of: proposal), kind: ProposalKind(proposal.content.form), state: state(of: proposal),
            isHidden: proposal.isHidden, hidingNote: proposal.hiding.map(note),
            admission: proposal.isAdmitted.map { $0 ? .taken : .leftOut } ?? .undecided,
            wishCount: wishCount(of: proposal.id), handCount: gathering.topics.handCount(of: proposal.id),
            merged: gathering.topics.merged(into: proposal.id).map { title(of: $0) })
    }

    private func note(_ hiding: Proposal.Hiding) -> String {
        let gaps = ["time": clock(hiding.at)]
        let note =
            switch hiding.by {
            case nil: words("desk.hiddenAt", gaps)
            case device: words("desk.hiddenHere", gaps)
            default: words("desk.hiddenElsewhere", gaps)
            }
        return [note, hiding.reason?.text].compactMap(\.self).joined(separator: ": ")
    }

    private func state(of proposal: Proposal) -> ConsoleTopic.State {
        switch proposal.state {
        case .withdrawn: return .withdrawn
        case .merged(let into): return .merged(into: title(of: into))
        case .removed: return .removed
        case .open:
            if gathering.topics.pitch?.proposal == proposal.id { return .pitching }
            if let place = gathering.topics.queue.firstIndex(of: proposal.id) {
                return .waiting(place: place + 1)
            }
            return .pitched
        }
    }
}

/// Everybody who has a seat.
extension Scene {
    func peopleDesk(
        _ frame: ConsoleFrame, _ ask: ConsoleAsk, _ note: ConsoleNote, _ towns: TownDirectory
    ) -> ConsolePeoplePage {
        let search = ask["q"] ?? ""
        let everybody = gathering.attendees.present.map(consolePerson)
        let wanted = search.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        let found = everybody.filter { person in
            let text = ([person.name, person.organisation].compactMap(\.self) + person.hashtags).joined(
                separator: " "
            )
            .lowercased()
            return wanted.allSatisfy { text.contains($0) }
        }
        var page = ConsolePeoplePage(frame, people: found, allCount: everybody.count, search: search)
        page.chosen = ask["person"]
        page.removal = ask.id("remove").flatMap(removal)
        page.shownCode = note.shownCode
        page.towns = towns.towns.map(\.shortName)
        page.typed = note.typed(.people)
        return page
    }

    func consolePerson(_ participant: Participant) -> ConsolePerson {
        let profile = labels.profile(of: participant.id)
        return ConsolePerson(
            id: participant.id.text, name: profile?.firstName?.text,
            organisation: profile.flatMap(labels.organisation),
            hashtags: (profile?.hashtags ?? []).map(\.text), hasPhone: participant.hasPhone,
            topicCount: gathering.topics.open.count { $0.hosts.contains(participant.id) },
            joinedAt: clock(participant.joinedAt))
    }

    private func removal(_ id: Participant.ID) -> PersonRemoval? {
        guard let participant = gathering.attendees[id], participant.isHere else { return nil }
        return PersonRemoval(
            id: id.text, name: consolePerson(participant).name,
            topics: gathering.topics.open.filter { $0.hosts == [id] }.map(\.content.title.text))
    }
}
