import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the program says to whoever started it. Logs go elsewhere.
enum Output {
    static func say(_ line: String) {
        // Whoever listened may have gone, as `head` does; that ends nothing.
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Says what somebody asked for. It does not get lost in silence, as on a full disk.
    static func answer(_ text: String) throws(Stop) {
        let bytes = Array((text + "\n").utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            // Whoever listened may have gone, as `head` does.
            if count < 0 && errno == EPIPE { return }
            guard count > 0 else {
                throw Stop(.inputOutput, "The answer cannot be written: \(PrivateFile.reason()).")
            }
            done += count
        }
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
