import Foundation

/// How answers are written for programs: fields by name, so that the same answer is the same text.
enum PlanningJSON {
    static func text(of answer: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }
}
