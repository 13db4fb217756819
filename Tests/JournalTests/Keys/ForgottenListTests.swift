import Domain
import Foundation
import Journal
import TestSupport
import Testing

@Suite struct ForgottenListTests {
    private let place: KeyPlace
    private let path: String

    init() throws {
        place = try KeyPlace()
        path = place.place.forgottenPath
    }

    @Test func `it holds one name a line`() async throws {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .ben, .wishes])
        try await ring.destroy([.ben, .anna])
        try await ring.destroy([.wishes, .anna])
        try await ring.destroy(gathering: "g10")

        #expect(try text() == "g1/person/anna\ng1/person/ben\ng1/wishes\ng10/*\n")
    }

    @Test func `a torn last line is nobody's name, and the next one does not join it`() async throws {
        try place.write("g1/person/anna\ng1/person/be", to: path)
        let ring = try await place.ring()
        let be = KeyName(gathering: "g1", purpose: .person("be"))
        try await ring.makeKey(be)

        try await ring.destroy([.ben])

        #expect(try text() == "g1/person/anna\ng1/person/ben\n")
        #expect(try await place.ring().holds(be))
    }

    @Test func `lines that are no names are kept and do no harm`() async throws {
        try place.write("# forgotten\r\n\ng1/person/anna\r\nnonsense/*/x\n", to: path)
        let list = try ForgottenList(path: path)

        #expect(list.holds(.anna))
        #expect(list.holds(.ben) == false)
    }

    @Test func `what an operator adds while the server runs is not overwritten`() async throws {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .ben])
        try await ring.destroy([.anna])
        try place.write(try text() + "g7/*\n", to: path)

        try await ring.destroy([.ben])

        #expect(try text() == "g1/person/anna\ng7/*\ng1/person/ben\n")
    }

    @Test func `an old list put in its place is completed`() async throws {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .ben])
        try await ring.destroy([.anna])
        try FileManager.default.removeItem(atPath: path)

        try await ring.destroy([.ben])

        #expect(try text() == "g1/person/anna\ng1/person/ben\n")
    }

    private func text() throws -> String {
        String(decoding: try place.bytes(of: path), as: UTF8.self)
    }
}
