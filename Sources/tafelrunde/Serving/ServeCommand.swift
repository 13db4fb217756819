import Actions
import ArgumentParser
import Domain

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the gatherings of a data folder.",
        discussion: """
            Prints where phones in the same network find the server. As long as nobody is organiser yet it also \
            prints a claim: a link that makes whoever opens it first the organiser. It works once, within 24 hours, \
            and each start makes a new one.

            The server ends cleanly on SIGTERM and on Ctrl-C; everything that was acknowledged is kept, however it \
            ends.

            Examples:
              tafelrunde serve
              tafelrunde serve --data /var/lib/tafelrunde/data --port 80
              tafelrunde serve --public-address https://tafelrunde.example \\
                --listen 127.0.0.1 --trusted-proxies 127.0.0.1
            """)

    @OptionGroup(title: "Data and log") var data: DataFlags
    @OptionGroup(title: "Address") var address: AddressFlags
    @OptionGroup(title: "Server") var server: ServerFlags

    func run() async throws {
        let settings = try data.settings(and: address.values.merging(server.values) { first, _ in first })
        let serving = Serving(settings: settings) { opened, links, _ in
            let claim = try await Claim(links).renewed()
            return ["Address: \(links.base)"] + (claim.map { ["Claim: \($0)"] } ?? [])
        }
        try await serving.run()
    }
}

/// The first organiser's way in.
struct Claim: Sendable {
    static let lifeSeconds = 24 * 60 * 60

    let links: SecretLinks

    init(_ links: SecretLinks) {
        self.links = links
    }

    /// A new claim; those of earlier starts work no more. Nil when there is an organiser.
    func renewed() async throws -> String? {
        let old = try await links.instance.access.read(Access.house) { access in
            let hasOrganiser = access.grants.values.joined().contains { $0.role == .organiser }
            return hasOrganiser ? nil : access.links.values.filter(Self.isUnclaimed).map(\.id)
        }
        guard let old else { return nil }
        for id in old { try await links.revoke(id, in: Access.house) }
        return try await links.make(
            .organiser, in: Access.house, lifeSeconds: Self.lifeSeconds, worksOnce: true
        ).url
    }

    private static func isUnclaimed(_ link: Link) -> Bool {
        link.role == .organiser && link.worksOnce && link.openedCount == 0 && link.revokedAt == nil
    }
}
