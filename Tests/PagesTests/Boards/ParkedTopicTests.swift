import Assets
import Domain
import Testing

@testable import Pages

@Suite struct ParkedTopicTests {
    let words: Phrases

    init() throws {
        words = try Renderer(Assets()).phrases(.du)
    }

    @Test func `says why what many want has no place while others have one`() {
        #expect(ParkReason.noRoomLeft.text(words, isWantedMore: false) == "Kein Platz mehr frei.")
        #expect(
            ParkReason.noRoomLeft.text(words, isWantedMore: true)
                == "Kein Platz mehr frei. Wer hier hinwill, will zu jeder Zeit auch etwas anderes. "
                + "So werden mehr Wünsche wahr.")
    }

    @Test func `names each demand that nothing meets`() {
        let reason = ParkReason.noFittingPlace(demands: [.hostAway, .equipment])

        #expect(
            reason.text(words, isWantedMore: true)
                == "Nirgends passt es: niemand ist da, der es anbietet, kein Raum hat, was es braucht.")
    }

    @Test func `tells what the plenum left out from what it has not decided`() {
        let reason = ParkReason.notTakenInByPlenum

        #expect(reason.text(words, isWantedMore: false) == "Das Plenum hat es nicht aufgenommen.")
        #expect(
            reason.text(words, isWantedMore: false, isUndecided: true)
                == "Das Plenum hat noch nicht entschieden.")
    }
}
