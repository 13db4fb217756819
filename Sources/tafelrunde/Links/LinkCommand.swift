import ArgumentParser
import Domain
import Foundation

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Make, list and revoke secret links.",
        discussion: """
            A link makes whoever opens it an organiser, a moderator or a projector. Works beside a running server \
            and without one. The address is shown once: only a digest of it is kept.

            Examples:
              tafelrunde link organiser
              tafelrunde link moderator --gathering k3v9m2xw7qfd --expires 12h
              tafelrunde link list
              tafelrunde link revoke 7hq2mv9xk3dc
            """,
        subcommands: [
            LinkOrganiserCommand.self, LinkModeratorCommand.self, LinkProjectorCommand.self,
            LinkListCommand.self,
            LinkRevokeCommand.self,
        ])
}

/// Flags of every command that makes a link.
struct NewLinkFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The gathering's id; without it the only one there is.", valueName: "id"))
    var gathering: String?

    @Option(help: ArgumentHelp("How long it works: like 90m, 24h, 7d, or never.", valueName: "time"))
    var expires: LifeTime?

    @Flag(inversion: .prefixedNo, help: "Whether it works for the first who opens it only.")
    var once: Bool?

    @OptionGroup(title: "Data and log") var data: DataFlags
    @OptionGroup(title: "Address") var address: AddressFlags

    func make(_ role: Role, expires: LifeTime? = nil, once: Bool = false) async throws {
        let wanted = ControlRequest.Wanted(
            role: role, gathering: gathering, lifeSeconds: (self.expires ?? expires)?.seconds,
            worksOnce: self.once ?? once)
        let settings = try data.settings(and: address.values)
        guard case .made(let link) = try await Errand(settings).run(.makeLink(wanted: wanted)) else {
            return
        }
        Output.say("\(link.role.rawValue.capitalized): \(link.url ?? "")")
        Output.say("\(link.note) Revoke it with: tafelrunde link revoke \(link.id)")
    }
}

struct LinkOrganiserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organiser",
        abstract: "A link that makes its opener organiser of the house, or of one gathering.",
        discussion: "It works once, within 24 hours, unless --no-once or --expires say otherwise.")

    @OptionGroup var flags: NewLinkFlags

    func run() async throws {
        try await flags.make(.organiser, expires: LifeTime(argument: "24h"), once: true)
    }
}

struct LinkModeratorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moderator", abstract: "A link that makes its opener moderator of a gathering.",
        discussion:
            "It works as often and as long as the gathering lasts, unless --once or --expires say otherwise.")

    @OptionGroup var flags: NewLinkFlags

    func run() async throws { try await flags.make(.moderator) }
}

struct LinkProjectorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "projector", abstract: "A link that makes a browser the projector of a gathering.",
        discussion:
            "It works as often and as long as the gathering lasts, unless --once or --expires say otherwise.")

    @OptionGroup var flags: NewLinkFlags

    func run() async throws { try await flags.make(.projector) }
}

struct LinkListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All links, with their state; never their addresses.")

    @OptionGroup(title: "Data and log") var data: DataFlags

    func run() async throws {
        guard case .links(let all) = try await Errand(try data.settings()).run(.listLinks) else { return }
        if all.isEmpty { Output.say("There are no links.") }
        for link in all {
            Output.say(
                "\(link.id)  \(link.state.rawValue)  \(link.role.rawValue)  \(link.place)  \(link.note)")
        }
    }
}

struct LinkRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke a link, and what its openers became by it.")

    @Argument(help: "The link's id, as “tafelrunde link list” shows it.")
    var id: String

    @OptionGroup(title: "Data and log") var data: DataFlags

    func run() async throws {
        let answer = try await Errand(try data.settings()).run(.revokeLink(id: id))
        guard case .revoked(let link) = answer else { return }
        Output.say("The \(link.role.rawValue) link \(link.id) is revoked.")
    }
}

extension LinkLine {
    /// How long it works and how often it was opened.
    var note: String {
        let usual = place == Access.houseName ? "without an end" : "until a day after the gathering"
        let end = expiresAt.map { "until \(WallClock.timestamp(Date($0)))" } ?? usual
        let times = openedCount == 1 ? "once" : "\(openedCount) times"
        return "It works \(worksOnce ? "once, " : "")\(end); it was opened \(times)."
    }
}

extension Date {
    init(_ instant: Instant) {
        self.init(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    }
}
