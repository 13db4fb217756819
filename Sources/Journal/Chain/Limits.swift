import Domain

extension Write {
    /// No act needs more; a larger one is a mistake that would hold up everybody else.
    public static let bodyBytesMax = 4 << 20
}

extension StreamID {
    public static let lengthMax = 100

    /// Visible ASCII only: what Swift takes for equal must be equal to every engine, byte for byte.
    public var isFitting: Bool {
        let bytes = description.utf8
        return !bytes.isEmpty && bytes.count <= Self.lengthMax && bytes.allSatisfy { 0x21...0x7E ~= $0 }
    }
}

extension Act {
    /// Asked by every engine before anything is written: callers share a transaction, and one mistake must not cost
    /// the others their acts.
    public func refuseUnlessFitting() throws(JournalFault) {
        for write in writes {
            guard write.stream.isFitting else { throw .unfit(self, "names a stream that cannot be") }
            guard write.body.count <= Write.bodyBytesMax else {
                throw .unfit(self, "writes too much at once")
            }
        }
        // An entry is the whole of what an act did to a stream.
        guard writes.count < 2 || Set(writes.map(\.stream)).count == writes.count else {
            throw .unfit(self, "writes twice to one stream")
        }
    }
}

extension JournalFault {
    fileprivate static func unfit(_ act: Act, _ finding: String) -> Self {
        .init(kind: .notWritable, description: "act \(act.key.act) \(finding)")
    }
}
