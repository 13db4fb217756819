/// A file as a browser gets it.
public struct ServedAsset: Sendable {
    public let kind: Kind
    public let bytes: [UInt8]

    /// The kinds of files that browsers may have; templates and phrases stay inside.
    public enum Kind: String, Sendable, CaseIterable {
        case style = "css"
        case script = "js"
        case picture = "svg"
        case font = "woff2"

        public var mediaType: String {
            switch self {
            case .style: "text/css; charset=utf-8"
            case .script: "text/javascript; charset=utf-8"
            case .picture: "image/svg+xml"
            case .font: "font/woff2"
            }
        }

        init?(path: String) {
            let folders: Set<Substring> = ["styles", "scripts", "pictures", "fonts"]
            guard let folder = path.split(separator: "/").first, folders.contains(folder) else { return nil }
            guard let end = path.split(separator: ".").last else { return nil }
            self.init(rawValue: String(end))
        }
    }
}
