import Foundation

struct ToolFailed: Error {
    let command: [String]
    let status: Int32?
}

/// Runs a program of the system in a folder, and gives what it wrote once it has ended well.
@discardableResult
func tool(_ name: String, _ arguments: [String], in folder: String) async throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(name)")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = {
        exit.yield($0.terminationStatus)
        exit.finish()
    }
    try process.run()
    let status = await exits.first { _ in true }
    guard status == 0 else { throw ToolFailed(command: [name] + arguments, status: status) }
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
}
