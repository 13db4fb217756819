import Testing

@testable import Pages

@Suite struct TypedTests {
    @Test func `what was typed comes before what is known`() {
        let kit = FormKit("room-1", Typed(["name": ["Saal"]], errors: ["name": "Zu lang."]))

        #expect(kit.input("name", "Name", "Erker").value == "Saal")
        #expect(kit.input("name", "Name", "Erker").error == "Zu lang.")
    }

    @Test func `an emptied field stays empty, a fresh form shows what is known`() {
        #expect(FormKit("room-1", Typed(["name": [""]])).input("name", "Name", "Erker").value == "")
        #expect(FormKit("room-1", nil).input("name", "Name", "Erker").value == "Erker")
    }

    @Test func `a box that was unticked stays unticked`() {
        let options = [SelectOption("projector", "Beamer"), SelectOption("whiteboard", "Tafel")]
        let kit = FormKit("room-1", Typed(["name": ["Saal"], "equipment": ["whiteboard"]]))

        let group = kit.checks("equipment", "Was da ist", options, chosen: ["projector"])

        #expect(group.choices.map(\.isChosen) == [false, true])
    }

    @Test func `inputs of two forms have different ids`() {
        #expect(FormKit("room-1", nil).input("name", "").id != FormKit("room-2", nil).input("name", "").id)
    }
}
