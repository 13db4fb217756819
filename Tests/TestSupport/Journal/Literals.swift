public import Domain
public import Journal

// In tests a literal may be an identifier; one that cannot be is a mistake in the test and ends it at once.

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        guard let identifier = Self(value) else { preconditionFailure("not an identifier: \(value)") }
        self = identifier
    }
}

extension StreamID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension Position: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(value) }
}

extension Version: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(value) }
}
