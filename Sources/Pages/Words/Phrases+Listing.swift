extension Phrases {
    /// "Altena, Balve und Hemer".
    func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return self("list.and", ["first": names.dropLast().joined(separator: ", "), "last": last])
    }
}
