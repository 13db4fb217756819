import Actions
import Domain
import HTTPTypes
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct DocumentationDoorTests {
    private func texts(_ hall: Hall) async throws -> [String] {
        var texts: [String] = []
        for form in DocumentationForm.allCases {
            let route = Route.documentation(hall.id.text, form)
            let answer = try await hall.get(route.path, as: .anyone)
            #expect(answer.status == 200)
            texts.append(answer.body)
        }
        return texts
    }

    @Test func `released words are in every form, whatever is not released is in none`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad und Bus")
        for text in try await texts(hall) { #expect(!text.contains("Rad und Bus")) }

        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        try await scenery.write("Bahn dazu", in: .questions, seen: 1)

        for text in try await texts(hall) {
            #expect(text.contains("Rad und Bus"))
            #expect(!text.contains("Bahn dazu"))
        }
        try await hall.post(hall.path("records/1/release/withdrawal"), as: .anna)
        for text in try await texts(hall) { #expect(!text.contains("Rad und Bus")) }
    }

    @Test func `under the Chatham House rule no form names anybody`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.showNames(true)
        try await hall.moderate("only-one-of-hers") { try $0.withdraw("2", by: $1) }
        try await hall.post(
            hall.path("records/1/writing"), as: .anna,
            [
                "solutions": "Karren", "goingOn": "Quarkdorf", "step-s1-what": "Antrag",
                "step-s1-who": "Xylophonheim", "chatham": "1", "wasChatham": "0", "paperAuthor": "Paulander",
                "seen": "0",
            ])
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2"])

        for text in try await texts(hall) {
            #expect(text.contains("Karren") && text.contains("Antrag"))
            for name in ["Anna", "Quarkdorf", "Xylophonheim", "Paulander"] {
                #expect(!text.contains(name), "\(name)")
            }
        }
    }

    @Test func `first names are in none, unless the gathering shows them to everybody`() async throws {
        let hall = try await Scenery.open(.published).hall
        for text in try await texts(hall) { #expect(!text.contains("Anna") && !text.contains("Bernd")) }

        try await hall.showNames(true)

        for text in try await texts(hall) { #expect(text.contains("Anna")) }
    }

    @Test func `while everybody types it tells of one state, and of whole records only`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let id = hall.id
        let documentations = hall.site.documentations
        try await withThrowingTaskGroup { group in
            for session in 1...3 {
                group.addTask {
                    for turn in 1...20 {
                        let name = "\(session)-\(turn)"
                        let typed = try ["solutions", "questions"].map { field in
                            try Record.Typed(try #require(.init(field)), "\(field) von \(name).", base: nil)
                        }
                        let record: Proposal.ID = .init(number: session)
                        let seen = try await hall.record("\(session)").revision
                        try await WriteRecord(hall.instance)(
                            .init(typed, seen: seen), to: record, in: id,
                            hall.acting(.moderator, .certain("type-\(name)")))
                        let now = try await hall.record("\(session)").revision
                        try await ReleaseRecord(hall.instance)(
                            record, seen: now, in: id, hall.acting(.moderator, .certain("free-\(name)")))
                    }
                }
            }
            group.addTask {
                for _ in 1...40 {
                    let text = try await documentations.text(of: id, as: .json)
                    for session in 1...3 {
                        let turns = (1...20).filter {
                            text.contains("\"solutions von \(session)-\($0).\"")
                        }
                        let asked = (1...20).filter {
                            text.contains("\"questions von \(session)-\($0).\"")
                        }
                        #expect(turns == asked && turns.count <= 1, "\(session): \(turns) and \(asked)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `typing does not make it anew, a release does`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let path = Route.documentation(hall.id.text, .markdown).path
        try await scenery.write("Rad")
        let before = try await hall.get(path, as: .anyone)
        try await scenery.write("Bus", in: .questions, seen: 1)
        let typed = try await hall.get(path, as: .anyone)
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "2"])
        let released = try await hall.get(path, as: .anyone)

        #expect(before.headers[.eTag] == typed.headers[.eTag])
        #expect(before.headers[.eTag] != released.headers[.eTag])
        #expect(released.headers[.contentDisposition]?.hasSuffix(".md\"") == true)
    }

    @Test func `a session that was left out, cancelled or withdrawn keeps its record and says so`()
        async throws
    {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad")
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        try await hall.moderate("cancel-it") { try $0.cancel("1", by: $1) }

        for text in try await texts(hall) {
            #expect(text.contains("Rad"))
            #expect(text.contains("fällt aus") || text.contains("Fällt aus"))
        }
    }

    @Test func `after half a year from where people came is still told, and no name`() async throws {
        let hall = try await Scenery.open(.published).hall
        _ = try await JoinGathering(hall.instance)(
            Profile(firstName: try FirstName("Carla"), organisation: .town(key: "05962024")), in: hall.id,
            hall.acting(.cem, "join-from-iserlohn"))
        let before = try await texts(hall)
        try await hall.enter(.ended)
        hall.clock.advance(seconds: ForgetNames.daysAfterEnd * 24 * 3600)
        _ = try await ForgetNames(hall.instance)(in: hall.id)

        let origins = try await hall.gathering().attendees.origins
        #expect(origins?.towns.map(\.count) == [1])
        for (early, late) in zip(before, try await texts(hall)) {
            #expect(early.contains("Iserlohn") && late.contains("Iserlohn"))
        }
    }

    @Test func `whatever leaves the house names its funders`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let lines = ["Gefördert vom Land Nordrhein-Westfalen", "Mit Dank an Küberit"]
        try await hall.moderate("fund-it") { gathering, caller in
            guard var facts = gathering.programme.facts else { throw Gathering.Refused.noSuchGathering }
            facts.funders = try FundingText(lines[0])
            facts.sponsors = try FundingText(lines[1])
            return try gathering.changeFacts(facts, by: caller)
        }
        let code = try await hall.site.parts.joinCode(of: hall.id).text

        for path in [
            "", "topics", "plan", "proposals/1", "board", "records/1", "documentation", "documentation.md",
            "documentation.json", "print?what=board", "print?what=join", "print?what=cards",
            "print?what=records", "imprint", "privacy", "accessibility", "feedback",
        ] {
            let answer = try await hall.get(hall.path(path), as: .anna)
            for line in lines { #expect(answer.contains(line), "\(path)") }
        }
        let join = try await hall.get(Route.join(code: code).path, as: .anyone)
        try await hall.enter(.closing)
        let hallScreen = try await hall.get(hall.path("projector"), as: .projector)
        for line in lines { #expect(join.contains(line) && hallScreen.contains(line)) }
    }

    @Test func `who goes on is told by town, by name who agreed to it, and no contact is`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.seatFromTown(.cem, "Cem", "05962024")
        try await hall.seatFromTown(.dora, "Dora", "05962024")
        try await hall.goOn(.cem, "cem@iserlohn.example", with: "organisers")
        try await hall.post(
            hall.group + "/membership", as: .dora,
            ["kind": "none", "contact": "", "audience": "convener", "until": "2027-01-01", "named": "1"])

        for text in try await texts(hall) {
            #expect(text.contains("Iserlohn") && text.contains("Dora"))
            #expect(!text.contains("Cem") && !text.contains("cem@"))
        }
        try await hall.post(hall.group + "/membership/withdrawal", as: .dora)
        for text in try await texts(hall) { #expect(!text.contains("Dora")) }
    }

    @Test func `words of the end are told once they are released, and hidden ones are not`() async throws {
        let scenery = try await Scenery.open(.said)
        let hall = scenery.hall
        let said = try #require(
            try await hall.instance.feedbacks.read(hall.id) { $0.closed?.words.first?.text })
        for text in try await texts(hall) { #expect(!text.contains(said)) }

        try await hall.post(hall.path(ModeratorAct.feedbackRelease.path), as: .moderator)
        for text in try await texts(hall) { #expect(text.contains(said)) }

        try await hall.post(
            hall.path(ModeratorAct.feedbackWord("1").path), as: .moderator, ["hidden": "1"])
        for text in try await texts(hall) { #expect(!text.contains(said)) }
    }

    @Test func `what is not there is not documented`() async throws {
        let hall = try await Hall.open()

        for form in DocumentationForm.allCases {
            #expect(try await hall.get("/g/nowhere/documentation\(form.ending)", as: .anyone).status == 404)
        }
        await #expect(throws: Gathering.Refused.noSuchGathering) {
            try await hall.site.documentations.text(of: "nowhere", as: .html)
        }
    }
}
