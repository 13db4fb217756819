public import ArgumentParser
import Foundation
public import Pages

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a gathering's documentation into a file.",
        discussion: """
            What everybody may read of a gathering: facts, board, released records, open questions, next steps, parked \
            topics. Nothing that is not released is in it, and nobody's name that has to stay in the room. Works \
            beside a running server and without one.

            html is one file that needs nothing else; print it from a browser for a report. markdown is CommonMark \
            with tables. json is for other programs; its “format” names the version.

            Examples:
              tafelrunde export --as html -o runder-tisch.html
              tafelrunde export k3v9m2xw7qfd --as markdown -o runder-tisch.md
              tafelrunde export k3v9m2xw7qfd --as json | jq .sessions
            """)

    @Argument(
        help: ArgumentHelp("The gathering's id; without it the only one there is.", valueName: "gathering"))
    var gathering: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("html, markdown or json.", valueName: "form"))
    var form: DocumentationForm = .html

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where to write it; without it the text is printed.", valueName: "file"))
    var output: String?

    @Flag(help: "In English; German otherwise.")
    var english = false

    @OptionGroup(title: "Data and log") var data: DataFlags
    @OptionGroup(title: "Address") var address: AddressFlags

    func run() async throws {
        if let output { try PrivateFile.mustBeFree(output) }
        let settings = try data.settings(and: address.values)
        let wanted = ControlRequest.Export(
            gathering: gathering, form: form.rawValue, inEnglish: english)
        guard case .exported(let text) = try await Errand(settings).run(.export(wanted: wanted)) else {
            return
        }
        guard let output else { return Output.say(String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))) }
        try PrivateFile.create(output, Data(text.utf8))
        Output.say("The documentation is in \(output).")
    }
}

extension DocumentationForm: ExpressibleByArgument {}
