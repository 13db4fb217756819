/// What is wrong with a file that somebody wants planned: one sentence that names the line or the field.
struct FileFault: Error, Equatable, CustomStringConvertible {
    /// Where to look.
    enum Place: Equatable {
        case file
        case line(Int)
        /// Like `sessions[3].hosts[0]`, counted from 0 as the file's own numbers are.
        case field(String)
    }

    let path: String
    let place: Place
    /// What is wrong, without a full stop.
    let fault: String
    let reason: ExitReason

    init(_ path: String, _ place: Place, _ fault: String, reason: ExitReason = .damaged) {
        self.path = path
        self.place = place
        self.fault = fault
        self.reason = reason
    }

    var description: String {
        switch place {
        case .file: "\(path): \(fault)."
        case .line(let line): "\(path), line \(line): \(fault)."
        case .field(let field): "\(path): \(field): \(fault)."
        }
    }
}

extension FileFault {
    /// What the decoder did not find as it wanted it.
    init(_ path: String, decoding error: any Error) {
        switch error {
        case let fault as FieldFault:
            self.init(path, Self.place(fault.codingPath), fault.fault)
        case DecodingError.typeMismatch(let type, let context):
            self.init(path, Self.place(context.codingPath), "expected \(Self.words(for: type))")
        case DecodingError.valueNotFound(let type, let context):
            self.init(path, Self.place(context.codingPath), "expected \(Self.words(for: type)), not null")
        case DecodingError.keyNotFound(let key, let context):
            self.init(path, Self.place(context.codingPath), "the field “\(key.stringValue)” is missing")
        case DecodingError.dataCorrupted(let context):
            self.init(path, Self.place(context.codingPath), "it is not understood")
        default:
            self.init(path, .file, "it cannot be read: \(error)", reason: .software)
        }
    }

    private static func place(_ codingPath: [any CodingKey]) -> Place {
        codingPath.isEmpty ? .file : .field(codingPath.fieldName)
    }

    private static func words(for type: Any.Type) -> String {
        switch type {
        case is Int.Type: "a whole number"
        case is String.Type: "a text in quotation marks"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list in [ ]"
        case is [String: Any].Type: "an object in { }"
        default: "something else"
        }
    }
}

extension [any CodingKey] {
    /// Like `sessions[3].hosts[0]`.
    var fieldName: String {
        reduce(into: "") { name, key in
            if let index = key.intValue {
                name += "[\(index)]"
            } else {
                name += name.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
