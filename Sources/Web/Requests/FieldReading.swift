internal import Domain

/// Reads the fields of a form, each for itself, so that all that is wrong with them is said at once.
struct FieldReading {
    private var refusals: [any Refusal] = []

    /// What was refused; only asked for where something was.
    var refusal: any Refusal { refusals.count == 1 ? refusals[0] : SeveralRefused(refusals: refusals) }

    /// Nil when it was refused.
    mutating func value<Value>(_ read: () throws -> Value) rethrows -> Value? {
        do { return try read() } catch let refused as any Refusal {
            refusals += refused.each
            return nil
        }
    }

    /// Nothing typed leaves the value as it is.
    mutating func read<Value>(
        _ typed: String?, into value: inout Value, _ parse: (String) throws -> Value
    ) rethrows {
        if let typed, let read = try self.value({ try parse(typed) }) { value = read }
    }

    func end() throws {
        if !refusals.isEmpty { throw refusal }
    }
}

/// Several fields of one form: what is wrong with each is said beside it.
struct SeveralRefused: Refusal {
    let refusals: [any Refusal]

    var kind: RefusalKind { .invalid }

    static func == (one: Self, other: Self) -> Bool {
        one.refusals.map { AnyHashable($0) } == other.refusals.map { AnyHashable($0) }
    }

    func hash(into hasher: inout Hasher) {
        for refusal in refusals { hasher.combine(AnyHashable(refusal)) }
    }
}

extension Error {
    /// One by one.
    var each: [any Refusal] {
        (self as? SeveralRefused)?.refusals ?? (self as? any Refusal).map { [$0] } ?? []
    }
}
