public import Domain
public import Journal

/// Codes that people read out. They are derived from a serial under the server's key, so none is kept anywhere.
extension ServerSecret {
    public func joinCode(of gathering: Gathering.ID, serial: Int) -> JoinCode {
        code("join/\(gathering)/\(serial)")
    }

    public func personalCode(of participant: Participant.ID, in gathering: Gathering.ID, serial: Int)
        -> JoinCode
    {
        code("return/\(gathering)/\(participant)/\(serial)")
    }

    public func digest(_ code: JoinCode) -> CodeDigest {
        identifier(digest(code.text, purpose: "code"))
    }

    /// A personal code counts in its gathering only.
    public func digest(_ code: JoinCode, in gathering: Gathering.ID) -> CodeDigest {
        identifier(digest("\(gathering)/\(code.text)", purpose: "personal code"))
    }

    /// What is kept of a secret link.
    public func digest(token: String) -> CodeDigest {
        identifier(digest(token, purpose: "link"))
    }

    /// A device is named by the digest of what its cookie holds.
    public func device(cookie: String) -> Device.ID {
        identifier(digest(cookie, purpose: "device"))
    }

    func identifier<Of>(_ text: String) -> Identifier<Of> {
        Identifier(String(text.prefix(Identifier<Of>.lengthMax))) ?? Identifier(number: 0)
    }

    private func code(_ subject: String) -> JoinCode {
        var dice = DigestDice(bytes: Array(digest(subject, purpose: "code of").utf8))
        return JoinCode.random(using: &dice)
    }
}

/// Draws from the characters of a digest, again and again.
private struct DigestDice: RandomNumberGenerator {
    let bytes: [UInt8]
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 0

    /// FNV-1a over the digest: the digest is the secret, this only spreads it.
    mutating func next() -> UInt64 {
        for _ in 0..<max(bytes.count, 1) {
            let byte = bytes.isEmpty ? 0 : bytes[index % bytes.count]
            state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            index += 1
        }
        return state
    }
}
