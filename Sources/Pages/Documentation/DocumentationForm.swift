/// In which form a documentation is given away.
public enum DocumentationForm: String, Sendable, Hashable, CaseIterable {
    case html, markdown, json

    /// What its address ends in.
    public var ending: String {
        switch self {
        case .html: ""
        case .markdown: ".md"
        case .json: ".json"
        }
    }

    public var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        case .json: "application/json"
        }
    }
}
