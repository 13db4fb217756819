/// The first page of the instance: somebody has a code, or wants to know what this is.
public struct StartPage: Page {
    public static let template = "gatherings/start"

    public var typedCode: String
    public var refused: String?

    public init(typedCode: String = "", refused: String? = nil) {
        self.typedCode = typedCode
        self.refused = refused
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": words.title("Tafelrunde", isRefused: refused != nil)
        case "codeAddress": .text(Route.code.path)
        case "archiveAddress": .text(Route.archive.path)
        case "organiserAddress": .text(Route.organiser.path)
        case "code":
            .part(
                Field(
                    "code",
                    label: words["start.code"],
                    value: typedCode,
                    error: refused,
                    isRequired: true,
                    lengthMax: 12,
                    kind: .code
                )
            )
        default: SiteFrame().answer(name, words)
        }
    }
}
