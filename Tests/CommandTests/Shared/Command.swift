import Foundation
import FoundationNetworking
import Testing

/// Runs the program that was built beside the tests, as an operator does.
struct Command: Sendable {
    let workplace: Workplace
    var environment: [String: String] = [:]
    /// A file of the workplace that it reads as its standard input.
    var input: String?

    struct Outcome: Sendable {
        let exitCode: Int32
        let output: String
        let complaints: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Until it ends. Nothing blocks meanwhile: a few threads run all tests.
    func run(_ arguments: String...) async throws -> Outcome {
        let running = try RunningCommand(self, arguments)
        let exitCode = await running.ended()
        return Outcome(exitCode: exitCode, output: running.output(), complaints: running.complaints())
    }

    /// A server on a free port, once it answers.
    func serve(_ arguments: String...) async throws -> RunningCommand {
        let running = try RunningCommand(self, ["serve"] + arguments + ["--port", "0"])
        try await running.said("The server answers.")
        return running
    }
}

/// The program at work.
final class RunningCommand: Sendable {
    let process: Process
    private let exits: AsyncStream<Int32>
    private let outputPath: String
    private let complaintsPath: String

    init(_ command: Command, _ arguments: [String]) throws {
        let number = UUID().uuidString.prefix(8)
        outputPath = command.workplace.path + ".\(number).out"
        complaintsPath = command.workplace.path + ".\(number).err"
        process = Process()
        process.executableURL = try Self.program()
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: command.workplace.path)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(command.environment) { _, new in new }
        process.standardInput =
            try command.input.map {
                try FileHandle(forReadingFrom: URL(fileURLWithPath: command.workplace.path($0)))
            } ?? FileHandle.nullDevice
        process.standardOutput = try Self.file(outputPath)
        process.standardError = try Self.file(complaintsPath)
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        self.exits = exits
        process.terminationHandler = {
            exit.yield($0.terminationReason == .exit ? $0.terminationStatus : -$0.terminationStatus)
            exit.finish()
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        for path in [outputPath, complaintsPath] { try? FileManager.default.removeItem(atPath: path) }
    }

    /// The exit code; negative after a signal.
    func ended() async -> Int32 { await exits.first { _ in true } ?? -1 }

    func output() -> String { (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "" }

    func complaints() -> String { (try? String(contentsOfFile: complaintsPath, encoding: .utf8)) ?? "" }

    /// What stands after `Claim: ` and the like.
    func line(_ name: String) throws -> String {
        let lines = output().split(separator: "\n").filter { $0.hasPrefix(name + ": ") }
        try #require(lines.count == 1, "one line “\(name)” in: \(output())")
        return String(lines[0].dropFirst(name.count + 2))
    }

    /// Waits until a sentence stands in the log.
    func said(_ sentence: String) async throws {
        for _ in 0..<1200 {
            if complaints().contains(sentence) { return }
            try #require(process.isRunning, "it ended: \(complaints())")
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("“\(sentence)” was not said: \(complaints())")
    }

    /// Waits until a signal ends it no more at once, as far as the system tells.
    func heeds(_ signal: Int32) async throws {
        for _ in 0..<1200 {
            let status = try String(
                contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            let caught = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") } ?? ""
            let mask = UInt64(caught.dropFirst(7).drop(while: \.isWhitespace), radix: 16) ?? 0
            if mask & 1 << UInt64(signal - 1) != 0 { return }
            try #require(process.isRunning, "it ended: \(complaints())")
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("signal \(signal) still ends it")
    }

    /// Tells it to end, as systemd does.
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        kill(process.processIdentifier, signal)
        return await ended()
    }

    private static func program() throws -> URL {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("tafelrunde")
    }

    private static func file(_ path: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}

/// Asks a web server, and gives the body.
func body(of address: String) async throws -> String {
    let url = try #require(URL(string: address))
    let (data, _) = try await URLSession.shared.data(from: url)
    return String(decoding: data, as: UTF8.self)
}
