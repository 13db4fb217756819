import Foundation

/// How words are made alike that people spell differently: `Bürger`, `Buerger`, `BURGER` and `bürger`.
public enum Folding {
    /// The one form under which a word is looked for: small letters, without marks; `ß` is `ss`.
    public static func asked(_ word: some StringProtocol) -> String { folded(word, .bare) }

    /// All forms under which a word is kept, so that whoever writes `ü`, `ue` or `u` finds it.
    static func kept(_ word: some StringProtocol) -> [String] {
        let bare = folded(word, .bare)
        let spelled = folded(word, .spelledOut)
        var forms = [bare]
        for form in [spelled, collapsed(spelled)] where !forms.contains(form) { forms.append(form) }
        return forms
    }

    private enum Umlauts {
        case bare, spelledOut
    }

    private static func folded(_ word: some StringProtocol, _ umlauts: Umlauts) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        let plain = String(word).precomposedStringWithCompatibilityMapping.lowercased()
        var form = ""
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "ä": form += umlauts == .bare ? "a" : "ae"
            case "ö", "ø": form += umlauts == .bare ? "o" : "oe"
            case "ü": form += umlauts == .bare ? "u" : "ue"
            case "æ": form += "ae"
            case "œ": form += "oe"
            case "ß": form += "ss"
            case "ł": form += "l"
            case "đ", "ð": form += "d"
            case "ı": form += "i"
            default: form.unicodeScalars.append(contentsOf: withoutMarks(scalar))
            }
        }
        return form
    }

    private static func withoutMarks(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII { return [scalar] }
        return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark && !$0.properties.isDefaultIgnorableCodePoint
        }
    }

    /// `ae`, `oe` and `ue` as they stand for one letter. Words that have them by chance are kept both ways.
    private static func collapsed(_ word: String) -> String {
        var form = ""
        var last: Unicode.Scalar?
        for scalar in word.unicodeScalars {
            if scalar == "e", last == "a" || last == "o" || last == "u" {
                last = nil
            } else {
                form.unicodeScalars.append(scalar)
                last = scalar
            }
        }
        return form
    }
}
