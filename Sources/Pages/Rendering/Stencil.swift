/// A fragment or a page rendered once for many readers, with gaps where each one's own things go.
public struct Stencil: Sendable {
    /// What differs from reader to reader. Each is rendered as a character that nobody types and nothing escapes.
    public enum Gap: UInt8, Sendable {
        /// The act of a form.
        case act
        /// The newest position the page knows.
        case position
        /// Rows in the reader's own order.
        case rows

        /// To be given in place of what goes into the gap.
        public var text: String { String(UnicodeScalar(0xE000 + UInt32(rawValue)) ?? " ") }
        public var markup: Markup { Markup(trusted: text) }

        /// As UTF-8: the same two bytes, and a third that tells which.
        fileprivate init?(utf8 bytes: ArraySlice<UInt8>) {
            guard bytes.count == 3, bytes.starts(with: [0xEE, 0x80]), let third = bytes.last, third >= 0x80
            else { return nil }
            self.init(rawValue: third - 0x80)
        }
    }

    private let pieces: [Piece]

    private struct Piece {
        let bytes: ArraySlice<UInt8>
        /// What follows the bytes; nil at the end.
        let gap: Gap?
    }

    public init(_ markup: Markup) {
        self.init(Array(markup.html.utf8))
    }

    /// A whole page with gaps, as UTF-8.
    public init(_ bytes: [UInt8]) {
        var pieces: [Piece] = []
        var begin = 0
        for index in bytes.indices where bytes[index] == 0xEE && index >= begin {
            guard let gap = Gap(utf8: bytes[index...].prefix(3)) else { continue }
            pieces.append(Piece(bytes: bytes[begin..<index], gap: gap))
            begin = index + 3
        }
        self.pieces = pieces + [Piece(bytes: bytes[begin...], gap: nil)]
    }

    /// Appends the fragment to a page; `fill` appends what goes into each gap, which nothing escapes any more.
    public func append(to page: inout [UInt8], _ fill: (Gap, inout [UInt8]) -> Void) {
        for piece in pieces {
            page += piece.bytes
            if let gap = piece.gap { fill(gap, &page) }
        }
    }
}
