import Foundation

/// What the program says to whoever started it. Logs go elsewhere.
enum Output {
    static func say(_ line: String) {
        // Whoever listened may have gone, as `head` does; that ends nothing.
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }

    static func complain(_ sentence: String) {
        try? FileHandle.standardError.write(contentsOf: Data("tafelrunde: \(sentence)\n".utf8))
    }
}
