/// Where the files come from: out of the program itself, or from a folder while somebody works on them.
public enum AssetSource: Sendable, Equatable {
    case embedded
    case folder(AssetFolder)
}
