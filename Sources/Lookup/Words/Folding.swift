import Foundation

/// How words are made alike that people spell differently: `Bürger`, `Buerger`, `BURGER` and `bürger`.
public enum Folding {
    /// The one form under which a word is looked for: small letters, without marks; `ß` is `ss`.
    public static func asked(_ word: some StringProtocol) -> String { folded(word, .bare) }

    /// All forms under which a word is kept, so that whoever writes `ü`, `ue` or `u` finds it.
    static func kept(_ word: some StringProtocol) -> [String] {
        let bare = folded(word, .bare)
        let spelled = word.utf8.allSatisfy { $0 < 0x80 } ? bare : folded(word, .spelledOut)
        // Most words of a text are of this kind, and have one form.
        guard spelled.mayCollapse else { return spelled == bare ? [bare] : [bare, spelled] }
        var forms = [bare]
        for form in [spelled, collapsed(spelled)] where !forms.contains(form) { forms.append(form) }
        return forms
    }

    private enum Umlauts {
        case bare, spelledOut
    }

    private static func folded(_ word: some StringProtocol, _ umlauts: Umlauts) -> String {
        let lowered = word.lowercased()
        if let form = german(lowered, umlauts) { return form }
        let plain = String(word).precomposedStringWithCompatibilityMapping.lowercased()
        var form = ""
        for scalar in plain.unicodeScalars {
            if let letters = letters(scalar, umlauts) {
                form += letters
            } else {
                form.unicodeScalars.append(contentsOf: withoutMarks(scalar))
            }
        }
        return form
    }

    /// The same for what nearly all words are written in, where nothing stands for something else and no mark stands by
    /// itself; nil for other words.
    private static func german(_ lowered: String, _ umlauts: Umlauts) -> String? {
        if lowered.utf8.allSatisfy({ $0 < 0x80 }) { return lowered }
        var form: [UInt8] = []
        form.reserveCapacity(lowered.utf8.count)
        for scalar in lowered.unicodeScalars {
            switch scalar {
            case "ä", "ö", "ü", "ß":
                form.append(contentsOf: (letters(scalar, umlauts) ?? "").utf8)
            default:
                guard scalar.isASCII else { return nil }
                form.append(UInt8(truncatingIfNeeded: scalar.value))
            }
        }
        return String(decoding: form, as: UTF8.self)
    }

    private static func letters(_ scalar: Unicode.Scalar, _ umlauts: Umlauts) -> String? {
        switch scalar {
        case "ä": umlauts == .bare ? "a" : "ae"
        case "ö", "ø": umlauts == .bare ? "o" : "oe"
        case "ü": umlauts == .bare ? "u" : "ue"
        case "æ": "ae"
        case "œ": "oe"
        case "ß": "ss"
        case "ł": "l"
        case "đ", "ð": "d"
        case "ı": "i"
        default: nil
        }
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

extension String {
    /// Whether `ae`, `oe` or `ue` may stand in it.
    fileprivate var mayCollapse: Bool {
        var last: UInt8 = 0
        for byte in utf8 {
            if byte == UInt8(ascii: "e"),
                last == UInt8(ascii: "a") || last == UInt8(ascii: "o") || last == UInt8(ascii: "u")
            {
                return true
            }
            last = byte
        }
        return false
    }
}
