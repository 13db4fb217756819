import Actions
import ArgumentParser
import Assets
import Domain
import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve a ready gathering to look around in.",
        discussion: """
            Fills the data folder with a gathering of plausible people, proposals and wishes, unless it is there \
            already, and prints four lines: Board, Join, Projector and Moderator, each with its address. The \
            projector's and the moderator's links are new at each start, those of the last start work no more.

            The board is laid out and published, and wishes can still be made: a visitor changes them, a moderator \
            lays it out anew. The gathering is of today, and its first session begins at 10:30, or at the next full \
            hour; started again on another day, or when all sessions are over, it moves along.

            Examples:
              tafelrunde demo
              tafelrunde demo --people 600 --port 8081 --data /tmp/large
            """)

    static let peopleRange = 1...4000

    @Option(help: "How many people the gathering has, when it is made.")
    var people = 30

    @OptionGroup(title: "Data and log") var data: DataFlags
    @OptionGroup(title: "Address") var address: AddressFlags
    @OptionGroup(title: "Server") var server: ServerFlags

    func validate() throws {
        guard Self.peopleRange.contains(people) else {
            throw ValidationError("--people is a number from 1 to \(Self.peopleRange.upperBound).")
        }
    }

    func run() async throws {
        let settings = try data.settings(and: address.values.merging(server.values) { first, _ in first })
        let people = people
        let serving = Serving(settings: settings) { opened, links, _ in
            let towns = try TownDirectory(csv: Assets().text("towns/suedwestfalen.csv") ?? "")
            let gathering = try await DemoGathering(opened.instance)(
                people: people, now: opened.instance.now(), towns: towns, showsBoard: true)
            return try await DemoAddresses(opened: opened, links: links).renewed(gathering)
        }
        try await serving.run()
    }
}

/// The four lines that a demo begins with.
struct DemoAddresses: Sendable {
    let opened: OpenInstance
    let links: SecretLinks

    func renewed(_ gathering: Gathering.ID) async throws -> [String] {
        for id in madeBefore() {
            try? await links.revoke(id, in: gathering)
        }
        let projector = try await links.make(.projector, in: gathering)
        let moderator = try await links.make(.moderator, in: gathering)
        try remember([projector.id, moderator.id])
        return [
            "Board: \(links.base)/g/\(gathering)/board",
            "Join: \(links.base)/j/\(try await joinCode(of: gathering))",
            "Projector: \(projector.url)",
            "Moderator: \(moderator.url)",
        ]
    }

    private func joinCode(of gathering: Gathering.ID) async throws -> String {
        let instance = opened.instance
        let serial = try await instance.house.read(House.of(gathering)) {
            $0.gatherings[gathering]?.codeSerial
        }
        return instance.secret.joinCode(of: gathering, serial: serial ?? 1).text.uppercased()
    }

    /// Only the demo's own links are revoked, not those that somebody made by hand.
    private func madeBefore() -> [Link.ID] {
        let text = (try? PrivateFile.read(opened.folder.demoLinksFile)).map {
            String(decoding: $0, as: UTF8.self)
        }
        return (text ?? "").split(whereSeparator: \.isNewline).compactMap { Link.ID(String($0)) }
    }

    private func remember(_ ids: [Link.ID]) throws(Stop) {
        let text = ids.map { "\($0)\n" }.joined()
        try PrivateFile.replace(opened.folder.demoLinksFile, Data(text.utf8))
    }
}
