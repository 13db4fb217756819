/// Swift source taken apart, line by line as in the file: code without what strings and comments say, and comments
/// without code.
struct SwiftText: Sendable {
    let code: String
    let comments: String

    init(_ text: String) {
        var scanner = SwiftScanner(Array(text.utf8))
        scanner.scan()
        code = String(decoding: scanner.code, as: UTF8.self)
        comments = String(decoding: scanner.comments, as: UTF8.self)
    }

    /// The modules that are imported, with their lines.
    var imports: [(module: String, line: Int)] {
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
        ]
        let access: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
        return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let place = words.firstIndex(of: "import"),
                words[..<place].allSatisfy({ access.contains($0) || $0.hasPrefix("@") })
            else { return nil }
            guard let name = words[(place + 1)...].first(where: { !kinds.contains($0) }) else { return nil }
            return (name.split(separator: ".").first.map(String.init) ?? "", index + 1)
        }
    }
}

/// Walks through the bytes once. What is not wanted becomes blanks, so that lines and columns stay.
struct SwiftScanner {
    private enum Mode {
        /// `isInString`: an interpolation, which ends with its last parenthesis.
        case code(openCount: Int, isInString: Bool)
        case string(hashCount: Int, isLong: Bool)
    }

    /// The few bytes that may begin or end something; all others are passed on at once.
    private static let marksInCode = marks("/`\"#()")
    private static let marksInStrings = marks("\"\\\n")

    private static func marks(_ text: String) -> [Bool] {
        (0...UInt8.max).map { text.utf8.contains($0) }
    }

    private let bytes: [UInt8]
    private var index = 0
    private var modes = [Mode.code(openCount: 0, isInString: false)]
    private(set) var code: [UInt8] = []
    private(set) var comments: [UInt8] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func scan() {
        code.reserveCapacity(bytes.count)
        comments.reserveCapacity(bytes.count)
        while index < bytes.count {
            switch modes.last {
            case .string(let hashCount, let isLong): scanString(hashCount, isLong)
            case .code(let openCount, let isInString): scanCode(openCount, isInString)
            case nil: return
            }
        }
    }

    private mutating func scanCode(_ openCount: Int, _ isInString: Bool) {
        let byte = bytes[index]
        guard Self.marksInCode[Int(byte)] else { return keep(1) }
        if byte == UInt8(ascii: "/") {
            if starts("//") { return skipLineComment() }
            if starts("/*") { return skipComment() }
        }
        if byte == UInt8(ascii: "`") { return skipRawName() }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#"), let hashCount = hashesBeforeQuote() {
            return beginString(hashCount)
        }

        if byte == UInt8(ascii: "(") {
            modes[modes.count - 1] = .code(openCount: openCount + 1, isInString: isInString)
        }
        if byte == UInt8(ascii: ")") {
            modes[modes.count - 1] = .code(openCount: openCount - 1, isInString: isInString)
            if isInString, openCount == 1 { modes.removeLast() }
        }
        keep(1)
    }

    private mutating func scanString(_ hashCount: Int, _ isLong: Bool) {
        guard Self.marksInStrings[Int(bytes[index])] else { return blank(1) }
        let hashes = String(repeating: "#", count: hashCount)
        let end = (isLong ? "\"\"\"" : "\"") + hashes
        if starts(end) {
            modes.removeLast()
            return keep(end.utf8.count)
        }
        if starts("\\" + hashes + "(") {
            blank(1 + hashCount)
            modes.append(.code(openCount: 1, isInString: true))
            return keep(1)
        }
        if starts("\\" + hashes) { return blank(2 + hashCount) }
        // A string of one line that does not end is no string: better to go on with code.
        if bytes[index] == UInt8(ascii: "\n"), !isLong { modes.removeLast() }
        blank(1)
    }

    private mutating func beginString(_ hashCount: Int) {
        let isLong = bytes[(index + hashCount)...].starts(with: "\"\"\"".utf8)
        modes.append(.string(hashCount: hashCount, isLong: isLong))
        keep(hashCount + (isLong ? 3 : 1))
    }

    /// How many `#` stand before the quotation mark that begins a string here; nil when none begins.
    private func hashesBeforeQuote() -> Int? {
        var end = index
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - index : nil
    }

    private mutating func skipLineComment() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { comment(1) }
    }

    private mutating func skipComment() {
        var depth = 0
        while index < bytes.count {
            if starts("/*") {
                depth += 1
                comment(2)
            } else if starts("*/") {
                depth -= 1
                comment(2)
                if depth == 0 { return }
            } else {
                comment(1)
            }
        }
    }

    /// A name in back-ticks may be a whole sentence: it stays one name.
    private mutating func skipRawName() {
        keep(1)
        while index < bytes.count, bytes[index] != UInt8(ascii: "`"), bytes[index] != UInt8(ascii: "\n") {
            code.append(UInt8(ascii: "x"))
            comments.append(UInt8(ascii: " "))
            index += 1
        }
        keep(1)
    }

    private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func keep(_ count: Int) { take(count, isCode: true, isComment: false) }

    private mutating func blank(_ count: Int) { take(count, isCode: false, isComment: false) }

    private mutating func comment(_ count: Int) { take(count, isCode: false, isComment: true) }

    private mutating func take(_ count: Int, isCode: Bool, isComment: Bool) {
        for _ in 0..<count where index < bytes.count {
            let byte = bytes[index]
            let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
            code.append(isCode ? byte : blank)
            comments.append(isComment ? byte : blank)
            index += 1
        }
    }
}
