extension Gathering {
    /// Whether it may be deleted as a whole. Nobody can take that back, so who does it says which one: by its title or
    /// by the code on the wall, however they are written.
    public func mustBeForgettable(
        named typed: String, code: JoinCode, by caller: Caller
    ) throws(Refused) {
        try mustExist()
        try caller.must(.forget)
        let title = programme.facts.map { Self.words(of: $0.title.text) }
        guard JoinCode(typed) == code || Self.words(of: typed) == title else { throw .namedOtherwise }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
