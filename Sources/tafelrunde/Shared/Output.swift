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

/// Numbers with the word that fits them.
enum Counted {
    static func text(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    static func entries(_ entryCount: Int, _ streamCount: Int) -> String {
        "\(text(entryCount, "entry", "entries")) of \(text(streamCount, "stream", "streams"))"
    }
}
