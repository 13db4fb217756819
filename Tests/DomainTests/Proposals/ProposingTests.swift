@testable import Domain
import Testing

struct ProposingTests {
    @Test func `a topic is offered, numbered and waits in the queue`() throws {
        let content = Proposal.Content(title: "Radweg", sentence: "Wer zahlt?", form: .helpWanted)

        let gathering = try Gathering.sample(topics: 1)
            .doing(at: 77) {
                try $0.propose(content, coHosts: ["cem", "ben", "cem"], by: .participant("ben"))
            }

        #expect(gathering.topics.open.map(\.id) == [1, 2])
        #expect(gathering.topics[2]?.content == content)
        #expect(gathering.topics[2]?.hosts == ["ben", "cem"])
        #expect(gathering.topics[2]?.proposedAt == 77)
        #expect(gathering.topics.queue == [1, 2])
    }

    @Test func `a number is not given a second time`() throws {
        let gathering = try Gathering.sample(topics: 2).doing { try $0.withdraw(2, by: .moderator) }

        #expect(try gathering.proposing("Neu", by: "anna").topics.open.map(\.id) == [1, 3])
    }

    @Test func `a moderator proposes for somebody who is here`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.propose(.init(title: "Leerstand"), host: "cem", by: .moderator) }

        #expect(gathering.topics[1]?.hosts == ["cem"])
        #expect(throws: Gathering.Refused.noSuchHost) {
            try gathering.propose(.init(title: "Leerstand"), host: "eva", by: .moderator)
        }
        #expect(throws: Gathering.Refused.notAllowed(.proposeForOthers)) {
            try gathering.propose(.init(title: "Leerstand"), host: "cem", by: .participant("ben"))
        }
    }

    @Test func `a co-host is here`() throws {
        let gathering = try Gathering.sample().doing { try $0.leave("dora", by: .moderator) }

        for away in ["dora", "eva"] as [Participant.ID] {
            #expect(throws: Gathering.Refused.noSuchHost) {
                try gathering.propose(.init(title: "Radweg"), coHosts: [away], by: .participant("anna"))
            }
        }
    }

    @Test func `when proposals are closed only a moderator still takes some in`() throws {
        let gathering = try Gathering.sample().doing { try $0.takeProposals(false, by: .moderator) }

        #expect(throws: Gathering.Refused.proposalsClosed(since: 60)) {
            try gathering.propose(.init(title: "Radweg"), by: .participant("anna"))
        }
        #expect(try gathering.propose(.init(title: "Radweg"), host: "anna", by: .moderator).count == 1)
        #expect(try gathering.takeProposals(false, by: .moderator) == [])
        #expect(
            try gathering.takeProposals(true, by: .moderator) == [.topics(change: .takingSet(isOpen: true))])
    }

    @Test func `one person has twenty open topics and not one more`() throws {
        var gathering = try Gathering.sample()
        for number in 1...20 { gathering = try gathering.proposing("Thema \(number)", by: "anna") }

        #expect(throws: Gathering.Refused.tooMany(.proposalsOfOneHost)) {
            try gathering.propose(.init(title: "Neu"), by: .participant("anna"))
        }
        let withdrawn = try gathering.doing { try $0.withdraw(1, by: .participant("anna")) }
        #expect(try withdrawn.propose(.init(title: "Neu"), by: .participant("anna")).count == 1)
    }

    @Test func `who proposes and withdraws all day takes nobody's room, and comes to an end`() throws {
        var gathering = try Gathering.sample()
        for number in 1...40 {
            gathering = try gathering.proposing("Thema \(number)", by: "anna")
                .doing { try $0.withdraw(Proposal.ID(number: number), by: .participant("anna")) }
        }

        #expect(throws: Gathering.Refused.tooMany(.proposalsOfOneHost)) {
            try gathering.propose(.init(title: "Neu"), by: .participant("anna"))
        }
        #expect(try gathering.propose(.init(title: "Neu"), by: .participant("ben")).count == 1)
    }

    @Test func `five hundred topics that were withdrawn leave room for others`() throws {
        var gathering = try Gathering.sample()
        for number in 1...Topics.countMax {
            let id = Proposal.ID(number: number)
            let proposed = Topics.Change.proposed(
                id: id, hosts: ["anna"], content: .init(title: "Thema"), queueIndex: 0)
            gathering.apply(.topics(change: proposed), at: 0)
            gathering.apply(.topics(change: .withdrawn(id: id)), at: 0)
        }

        #expect(try gathering.propose(.init(title: "Neu"), by: .participant("ben")).count == 1)
    }

    @Test func `bringing topics back is no way around the bound`() throws {
        var gathering = try Gathering.sample().proposing("Alt", by: "anna")
            .doing { try $0.withdraw(1, by: .participant("anna")) }
        for number in 1...20 { gathering = try gathering.proposing("Thema \(number)", by: "anna") }

        #expect(throws: Gathering.Refused.tooMany(.proposalsOfOneHost)) {
            try gathering.reopen(1, by: .participant("anna"))
        }
    }

    @Test func `a gathering has five hundred open topics and not one more`() throws {
        var gathering = try Gathering.sample()
        for number in 1...Topics.countMax {
            let change = Topics.Change.proposed(
                id: Proposal.ID(number: number), hosts: ["anna"], content: .init(title: "Thema"),
                queueIndex: number)
            gathering.apply(.topics(change: change), at: 0)
        }

        #expect(gathering.topics.open.count == 500)
        #expect(throws: Gathering.Refused.tooMany(.proposals)) {
            try gathering.propose(.init(title: "Neu"), by: .participant("ben"))
        }
    }

    @Test(arguments: [(0, false), (1, true), (4, true), (5, false)])
    func `a session runs over one to four slots`(_ slotCount: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample(topics: 1)
        var content = Proposal.Content(title: "Lang")
        content.slotCount = slotCount

        if isTaken {
            #expect(try gathering.propose(content, by: .participant("anna")).count == 1)
            #expect(try gathering.edit(1, to: content, revision: 1, by: .moderator).count == 1)
        } else {
            let refused = Gathering.Refused.outOfRange(field: "slotCount", from: 1, to: 4)
            #expect(throws: refused) { try gathering.propose(content, by: .participant("anna")) }
            #expect(throws: refused) { try gathering.edit(1, to: content, revision: 1, by: .moderator) }
        }
    }

    @Test(arguments: [Caller.participant("anna"), .participant("cem"), .moderator])
    func `hosts and moderators edit a topic`(_ caller: Caller) throws {
        let content = Proposal.Content(title: "Radschnellweg")

        let gathering = try Gathering.sample(topics: 1)
            .doing { try $0.setHosts(["anna", "cem"], of: 1, by: .moderator) }
            .doing { try $0.edit(1, to: content, revision: 1, by: caller) }

        #expect(gathering.topics[1]?.content == content)
        #expect(gathering.topics[1]?.revision == 2)
        #expect(try gathering.edit(1, to: content, revision: 1, by: caller) == [])
    }

    @Test func `of two who edit the second is told`() throws {
        let gathering = try Gathering.sample(topics: 1)
            .doing { try $0.edit(1, to: .init(title: "Radschnellweg"), revision: 1, by: .moderator) }

        #expect(throws: Gathering.Refused.editedMeanwhile) {
            try gathering.edit(1, to: .init(title: "Fahrradstraße"), revision: 1, by: .participant("anna"))
        }
    }

    @Test func `a topic that is no more is not edited, one that never was is not found`() throws {
        let gathering = try Gathering.sample(topics: 1).doing { try $0.withdraw(1, by: .moderator) }

        #expect(throws: Gathering.Refused.notOpenAnyMore) {
            try gathering.edit(1, to: .init(title: "Neu"), revision: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.noSuchProposal) {
            try gathering.edit(9, to: .init(title: "Neu"), revision: 1, by: .moderator)
        }
    }

    @Test func `a withdrawn topic leaves queue and board and comes back at the end of the queue`() throws {
        let placed = try Gathering.sample(topics: 3).placing(1, 1, "saal")
        let withdrawn = try placed.doing(at: 80) { try $0.withdraw(1, by: .participant("anna")) }
        let reopened = try withdrawn.doing { try $0.reopen(1, by: .participant("anna")) }

        #expect(withdrawn.topics[1]?.state == .withdrawn(at: 80))
        #expect(withdrawn.topics.queue == [2, 3])
        #expect(withdrawn.board.draft == Board.Layout())
        #expect(try withdrawn.withdraw(1, by: .participant("anna")) == [])
        #expect(reopened.topics[1]?.state == .open)
        #expect(reopened.topics.queue == [2, 3, 1])
        #expect(reopened.board.draft == Board.Layout())
        #expect(try reopened.reopen(1, by: .participant("anna")) == [])
    }

    @Test func `reopening is nothing that a moderator takes back as a move in the queue`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .doing { try $0.withdraw(1, by: .participant("anna")) }
            .doing { try $0.reopen(1, by: .participant("anna")) }

        #expect(gathering.undo.steps == [])
    }

    @Test func `a topic does not come back without anybody to host it`() throws {
        let gathering = try Gathering.sample(topics: 1).doing { try $0.leave("anna", by: .moderator) }

        #expect(throws: Gathering.Refused.noSuchHost) { try gathering.reopen(1, by: .moderator) }
    }

    @Test func `a merged topic is neither withdrawn nor reopened`() throws {
        let gathering = try Gathering.sample(topics: 2).doing { try $0.merge(1, into: 2, by: .moderator) }

        #expect(throws: Gathering.Refused.notOpenAnyMore) { try gathering.withdraw(1, by: .moderator) }
        #expect(throws: Gathering.Refused.notOpenAnyMore) { try gathering.reopen(1, by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchProposal) { try gathering.withdraw(9, by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchProposal) { try gathering.reopen(9, by: .moderator) }
    }

    @Test func `hosts are set, each once, and there is always one`() throws {
        let gathering = try Gathering.sample(topics: 1)
            .doing { try $0.setHosts(["ben", "anna", "ben"], of: 1, by: .participant("anna")) }

        #expect(gathering.topics[1]?.hosts == ["ben", "anna"])
        #expect(try gathering.setHosts(["ben", "anna"], of: 1, by: .participant("ben")) == [])
        #expect(throws: Gathering.Refused.noSuchHost) { try gathering.setHosts([], of: 1, by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchHost) {
            try gathering.setHosts(["eva"], of: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.notYourProposal) {
            try gathering.setHosts(["cem"], of: 1, by: .participant("cem"))
        }
    }

    @Test func `a hidden topic stays where it is and is shown again`() throws {
        let hidden = try Gathering.sample(topics: 1).doing { try $0.hide(1, by: .moderator) }
        let shown = try hidden.doing { try $0.show(1, by: .moderator) }

        #expect(hidden.topics[1]?.isHidden == true)
        #expect(hidden.topics.queue == [1])
        #expect(try hidden.hide(1, by: .moderator) == [])
        #expect(shown.topics == (try Gathering.sample(topics: 1).topics))
        #expect(try shown.show(1, by: .moderator) == [])
        #expect(throws: Gathering.Refused.noSuchProposal) { try hidden.hide(9, by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchProposal) { try hidden.show(9, by: .moderator) }
    }

    @Test func `the plenum takes a topic in, or not, or has not decided`() throws {
        var gathering = try Gathering.sample(topics: 1)

        for said in [true, false, nil] {
            gathering = try gathering.doing { try $0.admit(1, said, by: .moderator) }
            #expect(gathering.topics[1]?.isAdmitted == said)
            #expect(try gathering.admit(1, said, by: .moderator) == [])
        }
    }
}
