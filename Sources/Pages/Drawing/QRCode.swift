import CQREncode

/// A QR code as one path: dark modules on a light ground in every colour scheme, for cameras want it so.
public struct QRCode: Sendable {
    /// Light modules around the code, without which cameras do not find it.
    static let quietZone = 4

    private let dark: [[Bool]]

    /// Nil when the text is empty, too long (libqrencode's limit is 2,953 bytes) or not ASCII.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0 && $0 < 128 }) else { return nil }
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }

        let width = Int(code.pointee.width)
        dark = (0..<width).map { row in
            (0..<width).map { column in code.pointee.data[row * width + column] & 1 == 1 }
        }
    }

    public var markup: Markup {
        let size = dark.count + 2 * Self.quietZone
        return Markup(
            trusted:
                #"<svg class="qr" viewBox="0 0 \#(size) \#(size)" shape-rendering="crispEdges" aria-hidden="true"><path class="qr-ground" fill="white" d="M0 0h\#(size)v\#(size)H0z"/><path class="qr-dark" fill="black" d="\#(path)"/></svg>"#
        )
    }

    /// A bar for each run of dark modules.
    private var path: String {
        var bars = ""
        for (y, row) in dark.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                let start = x
                while x < row.count, row[x] { x += 1 }
                bars += "M\(start + Self.quietZone) \(y + Self.quietZone)h\(x - start)v1h-\(x - start)z"
            }
        }
        return bars
    }
}
