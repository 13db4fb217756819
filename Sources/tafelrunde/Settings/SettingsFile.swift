import Foundation

/// The configuration file: lines of `key = value`, empty ones, and remarks that begin with `#`.
enum SettingsFile {
    static func read(_ path: String) throws(Stop) -> [SettingName: SettingTexts.Text] {
        guard let text = String(data: try PrivateFile.read(path), encoding: .utf8) else {
            throw Stop(.configuration, "\(path) is not a text file.")
        }
        return try parse(text, path: path)
    }

    static func parse(_ text: String, path: String) throws(Stop) -> [SettingName: SettingTexts.Text] {
        var texts: [SettingName: SettingTexts.Text] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }

            guard let equals = line.firstIndex(of: "=") else {
                throw Stop(.configuration, "\(path), line \(index + 1): “\(line)” is not “key = value”.")
            }
            let key = trimmed(line[..<equals])
            guard let name = SettingName(rawValue: key) else {
                let known = SettingName.allCases.map(\.rawValue).joined(separator: ", ")
                throw Stop(
                    .configuration,
                    "\(path), line \(index + 1): there is no setting “\(key)”; there are \(known).")
            }
            guard texts[name] == nil else {
                throw Stop(.configuration, "\(path), line \(index + 1): “\(key)” is set twice.")
            }
            let value = trimmed(line[line.index(after: equals)...])
            texts[name] = .init(text: value, source: .file(path: path, line: index + 1))
        }
        return texts
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }
}
