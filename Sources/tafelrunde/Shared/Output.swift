import Foundation

/// What the program says to whoever started it. Logs go elsewhere.
enum Output {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    static func complain(_ sentence: String) {
        FileHandle.standardError.write(Data("tafelrunde: \(sentence)\n".utf8))
    }
}
