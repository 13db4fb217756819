public import Domain

// In tests a literal may be an identifier, a text, a time: a wrong one ends the run at once.

extension Identifier: ExpressibleByUnicodeScalarLiteral {}
extension Identifier: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let id = Self(text) else { preconditionFailure("not an identifier: \(text)") }
        self = id
    }
}

extension Identifier: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int) { self.init(number: number) }
}

extension Text: ExpressibleByUnicodeScalarLiteral {}
extension Text: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Text: ExpressibleByStringLiteral {
    public init(stringLiteral raw: String) {
        do {
            try self.init(raw)
        } catch {
            preconditionFailure("not a \(Kind.field): \(raw)")
        }
    }
}

extension MinuteOfDay: ExpressibleByUnicodeScalarLiteral {}
extension MinuteOfDay: ExpressibleByExtendedGraphemeClusterLiteral {}
extension MinuteOfDay: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let time = Self(text) else { preconditionFailure("not a time: \(text)") }
        self = time
    }
}

extension LocalDate: ExpressibleByUnicodeScalarLiteral {}
extension LocalDate: ExpressibleByExtendedGraphemeClusterLiteral {}
extension LocalDate: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let date = Self(text) else { preconditionFailure("not a date: \(text)") }
        self = date
    }
}

extension Instant: ExpressibleByIntegerLiteral {
    /// In seconds: tests need nothing finer.
    public init(integerLiteral seconds: Int) { self.init(milliseconds: Int64(seconds) * 1000) }
}

extension KeyName: ExpressibleByUnicodeScalarLiteral {}
extension KeyName: ExpressibleByExtendedGraphemeClusterLiteral {}
extension KeyName: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let name = Self(text) else { preconditionFailure("not a key's name: \(text)") }
        self = name
    }
}
