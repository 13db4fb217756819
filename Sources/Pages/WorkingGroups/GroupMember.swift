/// Somebody in a group, as one reader sees them.
public struct GroupMember: Part, Hashable {
    public let id: String
    /// "Anna"; nil for somebody who told no name.
    public var name: String?
    public var town: String?
    public var contact: GroupContact?
    public var isMe: Bool

    public init(
        id: String, name: String?, town: String?, contact: GroupContact? = nil, isMe: Bool = false
    ) {
        self.id = id
        self.name = name
        self.town = town
        self.contact = contact
        self.isMe = isMe
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "memberName": .text(self.name ?? words["record.somebody"])
        case "memberTown": .maybe(town)
        case "memberContact": .maybe(contact?.text)
        case "memberHref": .maybe(contact?.href)
        case "isMe": .flag(isMe)
        default: nil
        }
    }

    func label(_ words: Phrases) -> String {
        [name ?? words["record.somebody"], town].compactMap(\.self).joined(separator: ", ")
    }
}

/// A contact that was shared with the reader.
public struct GroupContact: Sendable, Hashable {
    public let kind: Kind
    public let text: String

    public enum Kind: String, Sendable, CaseIterable {
        case email, phone, other
    }

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// What opens mail or telephone.
    var href: String? {
        switch kind {
        case .email: Self.mail(to: [text])
        case .phone: "tel:" + text.filter { $0 == "+" || ("0"..."9").contains($0) }
        case .other: nil
        }
    }

    /// One mail to several: to nobody in particular, so that none reads another's address.
    static func mail(to addresses: [String]) -> String {
        let encoded = addresses.map(Self.encoded)
        guard encoded.count > 1 else { return "mailto:" + (encoded.first ?? "") }
        return "mailto:?bcc=" + encoded.joined(separator: ",")
    }

    private static func encoded(_ address: String) -> String {
        address.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "@"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
