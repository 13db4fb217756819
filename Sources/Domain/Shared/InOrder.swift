/// A set that is written down in order: the same changes are then the same bytes.
@propertyWrapper
public struct InOrder<Element: Codable & Hashable & Comparable & Sendable>: Sendable, Hashable, Codable {
    public var wrappedValue: Set<Element>

    public init(wrappedValue: Set<Element>) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = Set(try decoder.singleValueContainer().decode([Element].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue.sorted())
    }
}
