/// Looks whether bytes are JSON in which all numbers are whole, before anything is made of them.
///
/// The decoder of Foundation says only that a text is no JSON, not where, and the same of a number that is
/// not whole. This reading of RFC 8259 keeps the line and the way to the field; it needs no recursion, so
/// a text that only opens brackets does no harm.
struct JSONForm {
    /// What is wrong, and where.
    struct Fault: Error, Equatable {
        let place: FileFault.Place
        let fault: String
    }

    static let depthMax = 32
    /// Digits of a number, so that sums of numbers stay in range.
    static let digitsMax = 15

    private enum Frame {
        case list(index: Int)
        case object(key: String)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var frames: [Frame] = []
    /// The fields that each open object has so far; a list has none.
    private var fields: [Set<String>] = []

    /// - Parameter bytes: A whole file.
    /// - Throws: `Fault`, the first thing that is wrong.
    static func check(_ bytes: [UInt8]) throws(Fault) {
        var form = JSONForm(bytes: bytes)
        try form.checkEncoding()
        try form.checkValues()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONForm {
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func malformed(_ fault: String) -> Fault {
        let line = 1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") }
        return Fault(place: .line(line), fault: "not JSON: \(fault)")
    }

    /// What stands where something else should.
    private func expected(_ words: String) -> Fault {
        guard let next else { return malformed("it ends where \(words) should come") }
        let isVisible = (UInt8(ascii: "!")...UInt8(ascii: "~")).contains(next)
        let found = isVisible ? "“\(Character(Unicode.Scalar(next)))”" : "a character"
        return malformed("there is \(found) where \(words) should come")
    }

    private func misplaced(_ fault: String) -> Fault {
        var name = ""
        for frame in frames {
            switch frame {
            case .list(let index): name += "[\(index)]"
            case .object(let key): name += name.isEmpty ? key : ".\(key)"
            }
        }
        return Fault(place: name.isEmpty ? .file : .field(name), fault: fault)
    }

    private mutating func checkEncoding() throws(Fault) {
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        where String(validating: line, as: UTF8.self) == nil {
            position = line.startIndex
            break
        }
        throw malformed("it is not UTF-8")
    }

    private mutating func checkValues() throws(Fault) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var hasOpened = try beginValue()
        while let frame = frames.last {
            if !hasOpened, try !hasAnother(in: frame) {
                frames.removeLast()
                fields.removeLast()
                continue
            }
            try beginMember(of: frame)
            hasOpened = try beginValue()
        }
        skipSpace()
        guard next == nil else { throw expected("the end") }
    }

    /// Reads a whole value, or the beginning of a list or an object that is not empty: then true.
    private mutating func beginValue() throws(Fault) -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try open(.object(key: ""), until: UInt8(ascii: "}"))
        case UInt8(ascii: "["): return try open(.list(index: -1), until: UInt8(ascii: "]"))
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try number()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: throw expected("a value")
        }
        return false
    }

    private mutating func open(_ frame: Frame, until end: UInt8) throws(Fault) -> Bool {
        position += 1
        skipSpace()
        if next == end {
            position += 1
            return false
        }
        guard frames.count < Self.depthMax else {
            throw malformed("brackets are nested deeper than \(Self.depthMax)")
        }
        frames.append(frame)
        fields.append([])
        return true
    }

    private mutating func hasAnother(in frame: Frame) throws(Fault) -> Bool {
        skipSpace()
        let end = if case .list = frame { UInt8(ascii: "]") } else { UInt8(ascii: "}") }
        guard next == UInt8(ascii: ",") || next == end else {
            throw expected("“,” or “\(Character(Unicode.Scalar(end)))”")
        }
        defer { position += 1 }
        return next != end
    }

    private mutating func beginMember(of frame: Frame) throws(Fault) {
        switch frame {
        case .list(let index):
            frames[frames.count - 1] = .list(index: index + 1)
        case .object:
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw expected("the name of a field") }
            let key = try string()
            let isNew = fields[fields.count - 1].insert(key).inserted
            frames[frames.count - 1] = .object(key: key)
            guard isNew else { throw misplaced("the field is there twice") }
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw expected("“:”") }
            position += 1
        }
    }
}

extension JSONForm {
    private mutating func skipSpace() {
        while let next, [0x20, 0x0A, 0x0D, 0x09].contains(next) { position += 1 }
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            guard next == byte else { throw expected("“\(word)”") }
            position += 1
        }
    }

    private mutating func digits() -> Int {
        let start = position
        while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { position += 1 }
        return position - start
    }

    private mutating func number() throws(Fault) {
        if next == UInt8(ascii: "-") { position += 1 }
        let first = next
        let count = digits()
        guard count > 0 else { throw expected("a digit") }
        guard count == 1 || first != UInt8(ascii: "0") else { throw malformed("a number begins with 0") }
        if let next, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next) {
            throw misplaced("expected a whole number, without point and exponent")
        }
        guard count <= Self.digitsMax else {
            throw misplaced("the number has more than \(Self.digitsMax) digits")
        }
    }

    /// - Returns: What stands between the quotation marks, as it is written.
    private mutating func string() throws(Fault) -> String {
        position += 1
        let start = position
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else {
                throw malformed("a line ends, or a control character stands, in a text")
            }
            position += 1
            if byte == UInt8(ascii: "\\") { try escape() }
        }
        guard next != nil else { throw malformed("it ends within a text") }
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }

    /// What follows a backslash. Halves of a pair of surrogates come together, or they are no character.
    private mutating func escape() throws(Fault) {
        guard let byte = next, "\"\\/bfnrtu".utf8.contains(byte) else { throw expected("an escape") }
        position += 1
        guard byte == UInt8(ascii: "u") else { return }
        let unit = try hexadecimals()
        guard !(0xDC00...0xDFFF).contains(unit) else { throw malformed("half a character is escaped") }
        guard (0xD800...0xDBFF).contains(unit) else { return }
        guard bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw malformed("half a character is escaped")
        }
        position += 2
        guard (0xDC00...0xDFFF).contains(try hexadecimals()) else {
            throw malformed("half a character is escaped")
        }
    }

    private mutating func hexadecimals() throws(Fault) -> Int {
        let end = min(bytes.count, position + 4)
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit), let unit = Int(text, radix: 16) else {
            throw expected("four hexadecimal digits")
        }
        position = end
        return unit
    }
}
