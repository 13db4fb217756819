import Domain
import Testing

@testable import Pages

@Suite struct ActSeedTests {
    let seed = ActSeed("k7m4qx2wk7m4qx2w")

    @Test func `each form has an id of its own, and keeps it`() {
        let pin = seed.id("/g/g/sessions/1/pin")
        let other = seed.id("/g/g/sessions/2/pin")

        #expect(pin == seed.id("/g/g/sessions/1/pin"))
        #expect(pin != other)
        #expect(seed.id("/g/g/phase", ["phase": "running"]) != seed.id("/g/g/phase", ["phase": "closing"]))
        #expect(pin != ActSeed("another").id("/g/g/sessions/1/pin"))
    }

    @Test func `an id is an identifier`() {
        for act in ModeratorAct.all(with: "12") {
            let id = seed.id(Route.act("7f3k", act).path)

            #expect(Identifier<Gathering>(id) != nil, "\(id)")
        }
    }
}
