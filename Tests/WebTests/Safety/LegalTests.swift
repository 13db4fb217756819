import Domain
import Logging
import TestSupport
import Testing

@testable import Web

struct LegalTests {
    @Test(arguments: ["/imprint", "/privacy"])
    func `without an operator the pages of the instance say what to do`(_ path: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.get(path, as: .anyone)

        #expect(answer.contains("gibt Name, Anschrift und E-Mail mit „--imprint“ an"))
    }

    @Test(arguments: ["/imprint", "/privacy"])
    func `an operator who is set is named`(_ path: String) async throws {
        let open = try await Hall.open()
        var settings = SiteSettings(
            listenHost: "127.0.0.1", port: 8080, publicAddress: "http://tafelrunde.example")
        settings.imprint =
            "Stadt Iserlohn\nSchillerplatz 7\n58636 Iserlohn\npost@iserlohn.example\n\nMehr <b>dazu</b>"
        let site = try await Site(
            instance: open.instance, lookup: open.site.parts.lookup, settings: settings,
            logger: Logger(label: "test"))
        let hall = Hall(instance: open.instance, site: site, clock: open.clock, id: open.id)

        let answer = try await hall.get(path, as: .anyone)

        #expect(answer.contains("<b>Stadt Iserlohn</b>"))
        #expect(answer.contains("mailto:post@iserlohn.example"))
        #expect(!answer.contains("--imprint"))
        #expect(!answer.contains("<b>dazu</b>"))
    }
}
