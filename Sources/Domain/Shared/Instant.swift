/// A moment in whole milliseconds since 1970, so that nothing is rounded between journal and page.
public struct Instant: Hashable, Sendable, Comparable, Codable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// Whole minutes since 1970.
    var minuteNumber: Int { Int((milliseconds - (milliseconds < 0 ? 59_999 : 0)) / 60_000) }

    public func adding(seconds: Int) -> Self { .init(milliseconds: milliseconds + Int64(seconds) * 1000) }

    /// Whole seconds from `other` until this moment, negative when it lies before.
    public func seconds(since other: Self) -> Int { Int((milliseconds - other.milliseconds) / 1000) }
}
