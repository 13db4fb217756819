/// A field whose content a type refuses while it is being decoded.
struct FieldFault: Error {
    let codingPath: [any CodingKey]
    /// What is wrong, without a full stop.
    let fault: String
}

extension Decoder {
    /// The object's fields, if it has no other ones: a misspelt field must not be passed over in silence.
    ///
    /// - Parameter keys: All fields the object may have.
    /// - Returns: A container like that of `container(keyedBy:)`.
    /// - Throws: `FieldFault`, naming the first unknown field; `DecodingError` where there is no object.
    func strictContainer<Keys: CodingKey & CaseIterable>(
        keyedBy keys: Keys.Type
    ) throws -> KeyedDecodingContainer<Keys> {
        let known = Set(keys.allCases.map(\.stringValue))
        let found = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        if let unknown = found.filter({ !known.contains($0) }).min() {
            throw FieldFault(
                codingPath: codingPath + [AnyKey(stringValue: unknown)],
                fault: "there is no such field; there are \(keys.allCases.map(\.stringValue).listing)")
        }
        return try container(keyedBy: keys)
    }
}

/// A field of whatever name.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

extension [String] {
    /// Like “a, b and c”.
    var listing: String {
        guard let last, count > 1 else { return first ?? "none" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
