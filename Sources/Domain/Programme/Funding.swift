extension Facts {
    /// Whose money and help it is, line by line: funders first, in their own words.
    public var funding: [String] { [funders, sponsors].compactMap { $0?.text } }
}
