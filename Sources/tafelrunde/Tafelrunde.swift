import ArgumentParser
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@main
struct Tafelrunde: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tafelrunde",
        abstract: "Barcamps between municipalities: propose, weigh, meet, and keep what came of it.",
        discussion: """
            One program serves everything: the pages on people's phones, the projector, and the moderator's desk. \
            What happens is kept in a data folder; the key that protects people's names lies beside it.

            Begin with:
              tafelrunde demo     look around in a ready gathering
              tafelrunde serve    serve your own; prints the first organiser's link
              tafelrunde doctor   what is wrong with this machine, in plain words

            Settings come from flags, from the environment (TAFELRUNDE_PORT for --port) and from a file of \
            “key = value” lines (--config or TAFELRUNDE_CONFIG), in this order. All \
            settings: \(SettingName.allCases.map(\.rawValue).joined(separator: ", ")).

            Exit codes:
            \(ExitReason.listing)
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, DemoCommand.self, LinkCommand.self, DoctorCommand.self, BackupCommand.self,
            RestoreCommand.self, ExportCommand.self, PlanCommand.self, MixCommand.self, MatchCommand.self,
        ])

    static func main() async {
        // Whatever is made is for its owner only.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let stop as Stop {
            Output.complain(stop.sentence)
            Foundation.exit(stop.reason.rawValue)
        } catch let fault as FileFault {
            Output.complain(fault.description)
            Foundation.exit(fault.reason.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}
