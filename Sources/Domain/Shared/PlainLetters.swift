extension String {
    /// Small letters without umlauts and accents, for comparing what people type on what they have: `Ä`, `AE` and `ae`
    /// become `a`, `ß` becomes `ss`. What is neither letter nor digit becomes a space.
    public var plainLetters: String {
        var plain = ""
        for scalar in lowercased().unicodeScalars {
            if let letters = Self.plain[scalar] {
                plain += letters
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                plain.unicodeScalars.append(scalar)
            } else if !("\u{300}"..."\u{36F}").contains(scalar) {
                // The dots of an umlaut that was typed as two characters belong to the letter before.
                plain += " "
            }
        }
        for (spelt, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
            plain = plain.split(separator: spelt, omittingEmptySubsequences: false).joined(separator: letter)
        }
        return plain
    }

    private static let plain: [Unicode.Scalar: String] = {
        let rows = [
            "a": "äàáâãåāăąæ", "c": "çćč", "d": "ďđ", "e": "éèêëēęě", "g": "ğģ", "i": "íìîïīı", "l": "łľ",
            "n": "ñńňņ", "o": "öòóôõøōőœ", "r": "ř", "s": "śšşș", "t": "ťțţ", "u": "üùúûūůű", "y": "ýÿ",
            "z": "źżž",
            "ss": "ß",
        ]
        var plain: [Unicode.Scalar: String] = [:]
        for (letters, spelt) in rows {
            for scalar in spelt.unicodeScalars { plain[scalar] = letters }
        }
        return plain
    }()
}
