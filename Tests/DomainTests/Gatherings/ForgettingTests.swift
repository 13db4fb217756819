import Domain
import Testing

struct ForgettingTests {
    private let code: JoinCode

    init() throws {
        code = try #require(JoinCode("k7m 2xq"))
    }

    @Test(arguments: ["Runder Tisch", "  runder   TISCH ", "k7m2xq", "K7M-2XQ"])
    func `is said by title or code, however it is written`(_ typed: String) throws {
        try gathering().mustBeForgettable(named: typed, code: code, by: .organiser)
    }

    @Test(arguments: ["", "Runder", "Runder Tisch 2", "k7m2xr", "-"])
    func `anything else is refused`(_ typed: String) throws {
        let gathering = try gathering()

        #expect(throws: Gathering.Refused.namedOtherwise) {
            try gathering.mustBeForgettable(named: typed, code: code, by: .organiser)
        }
    }

    @Test(arguments: Role.allCases.filter { $0 != .organiser })
    func `nobody but an organiser may`(_ role: Role) throws {
        let gathering = try gathering()

        #expect(throws: Gathering.Refused.notAllowed(.forget)) {
            try gathering.mustBeForgettable(named: "Runder Tisch", code: code, by: .only(role))
        }
        #expect(throws: Gathering.Refused.noSuchGathering) {
            try Gathering(id: "g1").mustBeForgettable(named: "", code: code, by: .organiser)
        }
    }

    private func gathering() throws -> Gathering {
        try Gathering.sample().doing {
            try $0.changeFacts(.sample.with { $0.title = "Runder Tisch" }, by: .organiser)
        }
    }
}
