/// A function as it stands in the code.
struct Function: Hashable, Sendable {
    let name: String
    let line: Int
    /// From the line of its name to the closing brace; 1 without a body.
    let lineCount: Int
    let parameterCount: Int
    /// Only puts each parameter into its field: the list is the struct's own.
    var isMemberwise = false
}

extension SwiftText {
    /// Every `func` and `init` that is declared, in the order of the file.
    var functions: [Function] {
        let scanner = FunctionScanner(Array(code.utf8))
        return scanner.functions()
    }
}

struct FunctionScanner {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func functions() -> [Function] {
        var found: [Function] = []
        var line = 1
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            guard let nameEnd = declaration(at: index), let open = parenthesis(after: nameEnd),
                let close = partner(of: open)
            else { continue }
            let end = bodyEnd(after: close) ?? index
            let lineCount = 1 + bytes[index...end].count { $0 == UInt8(ascii: "\n") }
            found.append(
                Function(
                    name: name(index..<open), line: line, lineCount: lineCount,
                    parameterCount: commaCount(open, close), isMemberwise: isMemberwise(close, end)))
        }
        return found
    }

    /// Where the name begins, when a function is declared here.
    private func declaration(at index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "f") || bytes[index] == UInt8(ascii: "i") else { return nil }
        guard index == 0 || !Self.isName(bytes[index - 1]) && bytes[index - 1] != UInt8(ascii: ".") else {
            return nil
        }
        if bytes[index...].starts(with: "func ".utf8) { return index + 5 }
        guard bytes[index...].starts(with: "init".utf8), let next = bytes.dropFirst(index + 4).first else {
            return nil
        }
        return "(?!<".utf8.contains(next) ? index + 4 : nil
    }

    /// The parameters' opening parenthesis; generic parameters have none.
    private func parenthesis(after start: Int) -> Int? {
        let end = bytes[start...].firstIndex { "({}\n".utf8.contains($0) }
        guard let end, bytes[end] == UInt8(ascii: "(") else { return nil }
        return end
    }

    private func partner(of open: Int) -> Int? {
        var depth = 0
        for index in open..<bytes.count {
            if "([{".utf8.contains(bytes[index]) { depth += 1 }
            if ")]}".utf8.contains(bytes[index]) {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// The closing brace; nil for a requirement of a protocol.
    private func bodyEnd(after close: Int) -> Int? {
        var index = close + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "{") { return partner(of: index) }
            if bytes[index] == UInt8(ascii: "}") { return nil }
            if bytes[index] == UInt8(ascii: "\n") {
                let rest = bytes[index...].drop { Self.isBlank($0) }
                let goesOn = ["->", "where", "async", "throws", "rethrows", "{"].contains {
                    rest.starts(with: $0.utf8)
                }
                guard goesOn else { return nil }
                index = rest.startIndex
            } else {
                index += 1
            }
        }
        return nil
    }

    private func isMemberwise(_ close: Int, _ end: Int) -> Bool {
        guard close < end, let open = bytes[close...end].firstIndex(of: UInt8(ascii: "{")) else {
            return false
        }
        let lines = bytes[(open + 1)..<end].split(separator: UInt8(ascii: "\n"))
            .map { String(decoding: $0.drop(while: Self.isBlank), as: UTF8.self) }.filter { !$0.isEmpty }
        return !lines.isEmpty
            && lines.allSatisfy { line in
                let field = line.hasPrefix("self.") ? line.dropFirst(5) : line[...]
                let name = field.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                return !name.isEmpty && field.dropFirst(name.count).hasPrefix(" = ")
            }
    }

    private func commaCount(_ open: Int, _ close: Int) -> Int {
        let inside = bytes[(open + 1)..<close]
        guard inside.contains(where: { !Self.isBlank($0) }) else { return 0 }
        var depth = 0
        var count = 1
        var before = UInt8(ascii: " ")
        for byte in inside {
            if "([{".utf8.contains(byte) || byte == UInt8(ascii: "<") && Self.isName(before) { depth += 1 }
            if ")]}".utf8.contains(byte) { depth -= 1 }
            if byte == UInt8(ascii: ">"), before != UInt8(ascii: "-"), depth > 0 { depth -= 1 }
            if byte == UInt8(ascii: ","), depth == 0 { count += 1 }
            before = byte
        }
        return count
    }

    private func name(_ range: Range<Int>) -> String {
        let withoutGenerics = String(decoding: bytes[range], as: UTF8.self).prefix { $0 != "<" }
        return withoutGenerics.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    }

    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...:
            true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { " \n\t\r".utf8.contains(byte) }
}
