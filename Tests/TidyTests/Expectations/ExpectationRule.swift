/// A test that expects nothing cannot fail.
enum ExpectationRule {
    private static let swiftSigns = ["#expect", "#require", "Issue.record", "confirmation("]
    private static let pythonSigns = [
        "assert ", "assert(", "expect(", "pytest.raises", "raise AssertionError",
    ]

    static func findings(in tree: Tree) -> [Finding] {
        tree.files(under: "Tests/").flatMap { file -> [Finding] in
            if let code = file.swift?.code {
                guard code.contains("@Test"), !swiftSigns.contains(where: { code.contains($0) }) else {
                    return []
                }
                return [Finding(file.path, 1, "has tests and expects nothing")]
            }
            guard file.path.hasSuffix(".py"), file.text.contains("\ndef test_") else { return [] }
            guard !pythonSigns.contains(where: { file.text.contains($0) }) else { return [] }
            return [Finding(file.path, 1, "has tests and expects nothing")]
        }
    }
}
