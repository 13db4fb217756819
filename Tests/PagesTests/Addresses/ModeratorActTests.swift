import Testing

@testable import Pages

@Suite struct ModeratorActTests {
    @Test func `no two acts share an address`() {
        let paths = ModeratorAct.all(with: "7").map(\.path)

        #expect(Set(paths).count == paths.count)
        #expect(!paths.contains(""))
    }

    @Test(arguments: [
        (ModeratorAct.place("7"), "/g/g/sessions/7/place"), (.admission("7"), "/g/g/proposals/7/admission"),
        (.slotRow, "/g/g/slots/row"), (.personCode("7"), "/g/g/people/7/code"), (.undo, "/g/g/undo"),
        (.publication, "/g/g/board/publication"), (.rearrangement, "/g/g/board/rearrangement"),
        (.pitchExtension, "/g/g/pitch/extension"),
        (.rehearsalEnd, "/g/g/rehearsal/end"), (.rehearsalReset, "/g/g/rehearsal/reset"),
        (.linkRevocation("7"), "/g/g/links/7/revocation"),
    ])
    func `is sent to its address`(_ act: ModeratorAct, _ path: String) {
        #expect(Route.act("g", act).path == path)
    }
}
