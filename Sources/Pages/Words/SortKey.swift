/// Orders names as a German dictionary does: Ärger, Arm, Atlas, Ätna. Made once per name, for comparing is slow.
public struct SortKey: Sendable, Hashable, Comparable {
    private let folded: String
    private let original: String

    public init(_ name: String) {
        var folded = ""
        for character in name.lowercased().unicodeScalars {
            switch character {
            case "ä", "à", "á", "â", "å", "ã": folded += "a"
            case "ö", "ò", "ó", "ô", "ø": folded += "o"
            case "ü", "ù", "ú", "û": folded += "u"
            case "é", "è", "ê", "ë": folded += "e"
            case "í", "ì", "î", "ï", "ı": folded += "i"
            case "ß": folded += "ss"
            case "ç", "č", "ć": folded += "c"
            case "ñ": folded += "n"
            case "š", "ş", "ś": folded += "s"
            case "ž", "ź", "ż": folded += "z"
            case "ł": folded += "l"
            case "-", "\u{A0}", "/": folded += " "
            default: folded.unicodeScalars.append(character)
            }
        }
        self.folded = folded
        original = name
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.folded == right.folded ? left.original < right.original : left.folded < right.folded
    }
}
