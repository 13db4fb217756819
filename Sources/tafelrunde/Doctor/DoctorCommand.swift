import ArgumentParser
import Foundation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is wrong with this machine, in plain words.",
        discussion: """
            One line for each thing that was looked at: OK, WARN or FAIL, and what to do. Changes nothing, and works \
            beside a running server.

            The exit code is 0 when all is well, 1 after a WARN and 2 after a FAIL.

            Examples:
              tafelrunde doctor
              tafelrunde doctor --data /var/lib/tafelrunde/data --thorough
            """)

    @Flag(help: "Read the whole journal, not only its newest entries.")
    var thorough = false

    @OptionGroup(title: "Data and log") var data: DataFlags
    @OptionGroup(title: "Address") var address: AddressFlags

    func run() async throws {
        let settings = try data.settings(and: address.values)
        let findings = await Doctor(settings, now: Date(), isThorough: thorough).examine()
        for finding in findings { Output.say("\(finding)") }
        let worst = findings.map(\.level).max() ?? .ok
        if worst != .ok { throw ExitCode(worst.exitCode) }
    }
}

/// What one look showed.
struct Finding: Sendable, Equatable, CustomStringConvertible {
    enum Level: Int, Sendable, Comparable {
        case ok, warn, fail

        var exitCode: Int32 { Int32(rawValue) }

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    let level: Level
    let subject: String
    let sentence: String

    var description: String {
        let word = ["OK  ", "WARN", "FAIL"][level.rawValue]
        return "\(word)  \(subject): \(sentence)"
    }

    static func ok(_ subject: String, _ sentence: String) -> Self {
        .init(level: .ok, subject: subject, sentence: sentence)
    }

    static func warn(_ subject: String, _ sentence: String) -> Self {
        .init(level: .warn, subject: subject, sentence: sentence)
    }

    static func fail(_ subject: String, _ sentence: String) -> Self {
        .init(level: .fail, subject: subject, sentence: sentence)
    }
}
