import Foundation

/// How files and answers are written for programs: fields by name, so that the same answer is the same text.
enum PlanningJSON {
    /// - Parameters:
    ///   - answer: What is written.
    ///   - isIndented: For people who read it or change it; otherwise it is one line.
    /// - Returns: The same text for the same answer.
    /// - Throws: What the answer throws when it is encoded.
    static func text(of answer: some Encodable, isIndented: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isIndented { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }

    /// The fields of several values in one object.
    struct Fields: Encodable {
        let parts: [any Encodable]

        func encode(to encoder: any Encoder) throws {
            for part in parts { try part.encode(to: encoder) }
        }
    }
}
