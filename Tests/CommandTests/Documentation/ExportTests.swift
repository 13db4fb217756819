import Foundation
import Testing

@testable import tafelrunde

struct ExportTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test func `a documentation is written beside a running server and without one, alike`() async throws {
        let demo = try RunningCommand(command, ["demo", "--people", "12", "--port", "0"])
        try await demo.said("The server answers.")
        let board = try demo.line("Board")
        let base = String(
            board.prefix(board.count - (board.split(separator: "/g/").last.map { $0.count + 3 } ?? 0)))
        for form in ["html", "markdown", "json"] {
            let made = try await command.run("export", "--as", form, "-o", "beside.\(form)")
            #expect(made.output == "The documentation is in beside.\(form).\n")
        }
        #expect(await demo.stop() == 0)

        for form in ["html", "markdown", "json"] {
            let made = try await command.run(
                "export", "--as", form, "-o", "alone.\(form)", "--public-address", base)
            #expect(made.exitCode == 0, "\(made.complaints)")
            let beside = try String(contentsOfFile: workplace.path("beside.\(form)"), encoding: .utf8)
            let alone = try String(contentsOfFile: workplace.path("alone.\(form)"), encoding: .utf8)
            #expect(beside == alone && beside.count > 1_000)
        }
        let page = try String(contentsOfFile: workplace.path("alone.html"), encoding: .utf8)
        #expect(page.contains("<style>") && !page.contains("<link rel=\"stylesheet\""))
        #expect(!page.contains("href=\"/"))
    }

    @Test func `without a file it is printed, in English when asked`() async throws {
        let demo = try RunningCommand(command, ["demo", "--people", "12", "--port", "0"])
        try await demo.said("The server answers.")

        let printed = try await command.run("export", "--as", "markdown", "--english")

        #expect(printed.lines.first?.hasPrefix("# What remains of the day") == true)
        #expect(printed.complaints == "")
        #expect(await demo.stop() == 0)
    }

    @Test func `what it cannot do it says`() async throws {
        let without = try await command.run("export")
        #expect(try await command.serve().stop() == 0)
        let empty = try await command.run("export")
        let unknown = try await command.run("export", "nirgendwo")
        let form = try await command.run("export", "--as", "pdf")
        try Data().write(to: URL(fileURLWithPath: workplace.path("there.md")))
        let there = try await command.run("export", "-o", "there.md")

        #expect(without.exitCode == 66)
        #expect(empty.complaints == "tafelrunde: There is no gathering yet: make one in the browser first.\n")
        #expect(unknown.exitCode == 64 && unknown.complaints.contains("There is no gathering “nirgendwo”"))
        #expect(form.exitCode == 64)
        #expect(there.exitCode == 73 && there.complaints.contains("nothing is overwritten"))
    }
}
