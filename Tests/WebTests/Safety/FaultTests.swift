import Actions
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Logging
import TestSupport
import Testing

@testable import Web

/// What the visitor cannot help: a page with a number, and one line of the log that it finds.
struct FaultTests {
    @Test func `a journal that cannot write is told with the number of its log line`() async throws {
        let log = KeptLog(.error)
        let store = try await Stores.Store.sample()
        let journal = FullJournal(store.journal)
        let hall = try await Hall.open(
            logger: log.logger, lasting: .init(journal: journal, keys: store.keys, ballots: store.ballots))
        journal.fill()

        let page = try await hall.post(hall.path("heads"), as: .moderator, ["count": "3"])
        let again = try await hall.post(hall.path("heads"), as: .moderator, ["count": "3"])

        #expect([page.status, again.status] == [503, 503])
        #expect(page.contains("Gleich wieder da."))
        #expect(log.lines.count == 2)
        let numbers = try [page, again].map { try #require(number(on: $0)) }
        #expect(numbers[0] != numbers[1])
        for (number, line) in zip(numbers, log.lines) {
            #expect(line.contains(number) && line.contains("no room on the disk"))
        }
        #expect(!page.contains("disk"))
    }

    @Test func `a journal that cannot read is told with the number of its log line`() async throws {
        let log = KeptLog(.error)
        let store = try await Stores.Store.sample()
        let journal = StumblingJournal(store.journal, at: "attendance/")
        let hall = try await Hall.open(
            logger: log.logger, lasting: .init(journal: journal, keys: store.keys, ballots: store.ballots))

        let page = try await hall.get(hall.path("board"), as: .moderator)

        #expect(page.status == 503)
        let found = try #require(number(on: page))
        #expect(log.lines.count == 1)
        #expect(log.lines[0].contains(found))
    }

    @Test func `what nobody expected is told with the number of its log line, and nothing else`() async throws
    {
        struct Surprise: Error {}
        let log = KeptLog(.error)
        let hall = try await Hall.open()
        let console = ConsolePages(parts: hall.site.parts, rooms: hall.site.rooms)
        let pages = ErrorPages(parts: hall.site.parts, console: console)
        let router = Router(context: SiteContext.self)
        router.add(middleware: pages)
        router.get("/secret/:token") { _, _ -> Response in throw Surprise() }
        let application = Application(router: router, logger: log.logger)

        let page = try await application.answer("/secret/hidden-token")

        #expect(page.status == 500)
        #expect(page.contains("Da ging etwas schief.") && !page.contains("Surprise"))
        let found = try #require(number(on: page))
        #expect(log.lines.count == 1)
        #expect(log.lines[0].contains(found) && log.lines[0].contains("Surprise"))
        #expect(!log.lines[0].contains("hidden-token"))
    }

    /// What stands behind “Nummer:”.
    private func number(on page: Answer) -> String? {
        page.body.firstMatch(of: /Nummer: <b[^>]*>([a-z0-9]{8})<\/b>/).map { String($0.output.1) }
    }
}

extension Application where Responder.Context == SiteContext {
    fileprivate func answer(_ path: String) async throws -> Answer {
        try await test(.router) { client in
            try await client.execute(uri: path, method: .get) { response in
                Answer(
                    status: response.status.code, headers: response.headers,
                    body: String(buffer: response.body))
            }
        }
    }
}
