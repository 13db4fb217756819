import Foundation
import Testing

@testable import tafelrunde

/// Whatever a stranger gives to a command that plans ends with one sentence and the right number.
@Suite struct `A command that plans` {
    private let workplace: Workplace
    private let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
        try workplace.write("barcamp.json", try Golden.text("barcamp.json"))
        try workplace.write("plan.json", try Golden.text("plan.json"))
        try workplace.write("empty.json", "")
        try FileManager.default.createDirectory(
            atPath: workplace.path("folder"), withIntermediateDirectories: true)
    }

    private func run(_ words: [String], input: String? = nil) async throws -> Command.Outcome {
        var command = command
        command.input = input
        let running = try RunningCommand(command, words)
        let exitCode = await running.ended()
        return .init(exitCode: exitCode, output: running.output(), complaints: running.complaints())
    }

    @Test(
        arguments: [
            ["plan"], ["mix"], ["match", "pairs"], ["match", "groups"], ["match", "chains"],
            ["match", "seats", "plan.json"],
        ],
        [
            ("empty.json", 65, "empty.json, line 1: not JSON: it ends where a value should come."),
            ("folder", 66, "folder: it cannot be read: Is a directory."),
            ("none.json", 66, "none.json: it cannot be read: No such file or directory."),
            ("-", 65, "standard input, line 1: not JSON: it ends where a value should come."),
        ] as [(String, Int32, String)])
    func `refuses a file that is none`(_ words: [String], _ file: (String, Int32, String)) async throws {
        let told = try await run(words + [file.0])

        #expect(told.exitCode == file.1)
        #expect(told.complaints == "tafelrunde: \(file.2)\n")
        #expect(told.output == "")
    }

    @Test func `says that it may not read a file`() async throws {
        try workplace.write("secret.json", "{}")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0], ofItemAtPath: workplace.path("secret.json"))
        let mayReadAll = FileManager.default.isReadableFile(atPath: workplace.path("secret.json"))

        let told = try await run(["plan", "secret.json"])

        #expect(told.exitCode == (mayReadAll ? 65 : 66))
        #expect(mayReadAll || told.complaints.contains("secret.json: it cannot be read: Permission denied."))
    }

    @Test(
        arguments: [
            ["plan", "barcamp.json"], ["mix", "--people", "4", "--tables", "2", "--rounds", "2"],
            ["match", "seats", "plan.json", "barcamp.json"],
        ],
        [
            ("none/a.txt", "none/a.txt cannot be written: there is no folder "),
            ("folder", "folder is there already, and it is not a file."),
            ("empty.json/a.txt", "empty.json/a.txt cannot be written: there is no folder "),
        ])
    func `refuses a place for its answer before it searches for long`(
        _ words: [String], _ place: (String, String)
    ) async throws {
        let names = workplace.names()

        let told = try await run(words + ["-o", place.0])

        #expect(told.exitCode == 73)
        #expect(told.complaints.hasPrefix("tafelrunde: \(place.1)"), "\(told.complaints)")
        #expect(told.output == "")
        #expect(workplace.names() == names)
        #expect(workplace.names(in: "folder") == [])
    }

    @Test func `puts its answer in the place of the one before, for its owner only`() async throws {
        try workplace.write("out.json", "old")

        let told = try await run(["plan", "barcamp.json", "--moves", "0", "-o", "out.json"])

        #expect(told.exitCode == 0)
        #expect(try workplace.read("out.json").hasPrefix(#"{"room":["#))
        #expect(try workplace.mode("out.json") == 0o600)
        #expect(workplace.names().filter { $0.contains("new") } == [])
    }

    @Test func `leaves what it read as it is`() async throws {
        for source in ["barcamp.json", "plan.json"] {
            let told = try await run(
                ["plan", "barcamp.json", "--from", "plan.json", "--moves", "0", "-o", source])

            #expect(told.exitCode == 73)
            #expect(told.complaints == "tafelrunde: \(source) is a file that is read: give another name.\n")
            #expect(try workplace.read(source) == Golden.text(source))
        }
    }

    @Test func `reads the standard input`() async throws {
        let told = try await run(["plan", "-", "--moves", "0", "--json"], input: "barcamp.json")
        let seats = try await run(["match", "seats", "-", "barcamp.json"], input: "plan.json")

        #expect(told.exitCode == 0)
        #expect(told.output.contains(#""moves":0"#))
        #expect(seats.exitCode == 0)
    }

    @Test(arguments: [
        (
            #""slots":4"#, #""slots":999999999999999"#,
            "slots: 999999999999999 is out of range; 0 to 200 can be"
        ),
        (#""slots":4"#, #""slots":99999999999999999999"#, "slots: the number has more than 15 digits."),
        (#""participants":40"#, #""participants":-1"#, "participants: -1 is out of range; 0 to 10000 can be"),
        (#""participants":40"#, #""participants":0"#, "sessions[0].hosts[0]: there is no participant "),
        (#"{"capacity":"#, #"{"capacity":-"#, "rooms[0].capacity: -"),
        ("[0,16,3]", "[0,16,0]", "interests[0]: the weight 0 is not one of 1, 2, 3 and 4."),
        ("[0,16,3]", "[0,16,1.5]", "interests[0][2]: expected a whole number, without point and exponent."),
        ("[0,16,3]", #"[0,"x",3]"#, "interests[0][1]: expected a whole number."),
        ("[0,16,3]", "null", "interests[0]: expected a list in [ ], not null."),
    ]) func `names the field that is out of all bounds`(
        _ right: String, _ wrong: String, _ sentence: String
    ) async throws {
        let text = try Golden.text("barcamp.json")
        try #require(text.contains(right))
        try workplace.write("wrong.json", text.replacing(right, with: wrong, maxReplacements: 1))

        let told = try await run(["plan", "wrong.json"])

        #expect(told.exitCode == 65)
        #expect(told.complaints.hasPrefix("tafelrunde: wrong.json: \(sentence)"), "\(told.complaints)")
        #expect(told.complaints.count { $0 == "\n" } == 1)
    }

    @Test func `refuses ten million wishes for their size, and does not choke on them`() async throws {
        let line = String(repeating: "[0,16,3],", count: 10_000) + "\n"
        let path = workplace.path("many.json")
        try workplace.write("many.json", #"{"slots":4,"participants":40,"interests":["#)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        _ = try file.seekToEnd()
        for _ in 0..<1000 { try file.write(contentsOf: Data(line.utf8)) }
        try file.close()

        let told = try await run(["plan", "many.json"])

        #expect(told.exitCode == 65)
        #expect(
            told.complaints
                == "tafelrunde: many.json: it has more than 32 megabytes, too many to be planned.\n")
    }

    @Test(arguments: [["--seconds", "0"], ["--moves", "0"], ["--starts", "64", "--moves", "1"]])
    func `plans as well as it can without time`(_ words: [String]) async throws {
        let told = try await run(["plan", "barcamp.json", "--json", "-o", "out.json"] + words)
        let checked = try await run(["plan", "--check", "out.json", "barcamp.json"])

        #expect(told.exitCode == 0)
        #expect(checked.exitCode == 0)
    }

    @Test func `plans nothing where there is nothing`() async throws {
        try workplace.write(
            "a.json", #"{"slots":0,"participants":0,"rooms":[],"sessions":[],"interests":[]}"#)
        try workplace.write("b.json", #"{"slot":[],"room":[]}"#)

        let told = try await run(["plan", "a.json", "--bound", "--reasons"])
        let seats = try await run(["match", "seats", "b.json", "a.json"])

        #expect([told.exitCode, seats.exitCode] == [0, 0])
        #expect(told.output.contains("Nobody has a wish."))
    }

    @Test func `keeps what it has found when it is interrupted, and says so`() async throws {
        let running = try RunningCommand(
            command, ["plan", "barcamp.json", "--moves", "1000000000000", "-o", "out.json"])
        try await running.heeds(SIGINT)
        let exitCode = await running.stop(SIGINT)
        let checked = try await run(["plan", "--check", "out.json", "barcamp.json"])

        #expect(exitCode == 0)
        #expect(running.output().contains("ended early"))
        #expect(checked.exitCode == 0)
    }

    @Test func `keeps also the seating that it has found`() async throws {
        let words = ["mix", "--people", "28", "--tables", "7", "--rounds", "9", "--moves", "10000000000"]
        let running = try RunningCommand(command, words + ["-o", "out.txt"])
        try await running.heeds(SIGINT)
        let exitCode = await running.stop(SIGINT)

        #expect(exitCode == 0)
        #expect(running.output().contains("The search was ended early. The seating is in out.txt."))
        #expect(try workplace.read("out.txt").hasPrefix("28 people at 7 tables in 9 rounds\n"))
    }

    @Test func `does not say that all is well when its answer could not be written`() async throws {
        let complete = Process()
        complete.executableURL = URL(fileURLWithPath: "/bin/sh")
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = URL(fileURLWithPath: program).deletingLastPathComponent().path
        complete.arguments = [
            "-c", "'\(folder)/tafelrunde' plan barcamp.json --moves 0 > /dev/full 2> said.txt",
        ]
        complete.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        complete.terminationHandler = { exit.yield($0.terminationStatus) }
        try complete.run()
        let exitCode = await exits.first { _ in true }

        #expect(exitCode == 74)
        #expect(
            try workplace.read("said.txt")
                == "tafelrunde: The answer cannot be written: No space left on device.\n")
    }
}
