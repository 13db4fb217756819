internal import Domain

/// The fields of a form, as a browser sends them.
struct FormFields: Sendable, Hashable {
    static let bytesMax = 64 * 1024
    static let fieldCountMax = 2_000

    private let fields: [String: [String]]

    init(_ fields: [String: [String]]) {
        self.fields = fields
    }

    /// Reads `application/x-www-form-urlencoded`; invalid UTF-8 is refused, not mended.
    init(
        urlEncoded bytes: some Collection<UInt8>, bytesMax: Int = Self.bytesMax
    ) throws(Misread) {
        guard bytes.count <= bytesMax else { throw .tooLarge }
        var fields: [String: [String]] = [:]
        var count = 0
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= Self.fieldCountMax else { throw .tooLarge }
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(parts[0])
            let value = try parts.count > 1 ? Self.decoded(parts[1]) : ""
            fields[name, default: []].append(value)
        }
        self.fields = fields
    }

    /// Why a body is no form.
    enum Misread: Refusal {
        case tooLarge
        case notUTF8
        case missing(String)

        var kind: RefusalKind { .invalid }
    }

    subscript(name: String) -> String? { fields[name]?.last }

    /// As it was typed, to be shown again; act ids are fresh each time.
    var typed: [String: [String]] { fields.filter { $0.key != "act" && $0.key != "back" } }

    /// All names and values but the act's id and the way back, in one order.
    var said: [String] { typed.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value } }

    func all(_ name: String) -> [String] { fields[name] ?? [] }

    /// Empty when the field is missing: a text field that was not shown was not filled in.
    func text(_ name: String) -> String { self[name] ?? "" }

    func isOn(_ name: String) -> Bool { !["", "0", "off", "false", "no"].contains(text(name)) }

    func number(_ name: String) -> Int? { Int(text(name).filter { !$0.isWhitespace }) }

    func id<Of>(_ name: String) throws(Misread) -> Identifier<Of> {
        guard let id = Identifier<Of>(text(name)) else { throw .missing(name) }
        return id
    }

    /// The revision, or whatever else tells the state its page showed from any later one.
    var seen: Int {
        get throws(Misread) {
            guard let seen = number("seen") else { throw .missing("seen") }
            return seen
        }
    }

    private static func decoded(_ bytes: some Collection<UInt8>) throws(Misread) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hex), let low = iterator.next().flatMap(hex) else {
                    throw .notUTF8
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension StringProtocol {
    /// Whether nothing was typed that anybody sees.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
