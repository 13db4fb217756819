/// What can be set. The same word stands in the configuration file, as a flag and in the environment.
enum SettingName: String, CaseIterable, Sendable {
    case data
    case masterKey = "master-key"
    case listen
    case port
    case publicAddress = "public-address"
    case tlsCertificate = "tls-certificate"
    case tlsKey = "tls-key"
    case trustedProxies = "trusted-proxies"
    case imprint
    case assets
    case logLevel = "log-level"
    case logFormat = "log-format"
    case spaceWarning = "space-warning-mb"
    case timeZone = "time-zone"

    /// `TAFELRUNDE_PUBLIC_ADDRESS` for `public-address`.
    var environmentName: String {
        Self.environmentPrefix + rawValue.uppercased().map { $0 == "-" ? "_" : $0 }
    }

    static let environmentPrefix = "TAFELRUNDE_"
    static let configurationName = "TAFELRUNDE_CONFIG"
}

/// What was said about settings, and where.
struct SettingTexts: Sendable {
    struct Text: Sendable, Equatable {
        let text: String
        let source: Source
    }

    enum Source: Sendable, Equatable {
        case flag
        case environment
        case file(path: String, line: Int)
    }

    private(set) var texts: [SettingName: Text] = [:]

    subscript(name: SettingName) -> Text? { texts[name] }

    /// Flags win over the environment, and that over the file.
    init(flags: [SettingName: String], environment: [String: String], file: [SettingName: Text]) {
        texts = file
        for name in SettingName.allCases {
            guard let text = environment[name.environmentName] else { continue }
            texts[name] = Text(text: text, source: .environment)
        }
        for (name, text) in flags { texts[name] = Text(text: text, source: .flag) }
    }

    /// Names of the environment that look like settings and are none: most likely misspelt.
    static func strangers(in environment: [String: String]) -> [String] {
        let known = Set(SettingName.allCases.map(\.environmentName) + [SettingName.configurationName])
        return environment.keys.filter { $0.hasPrefix(SettingName.environmentPrefix) && !known.contains($0) }
            .sorted()
    }
}

extension SettingTexts.Text {
    /// A refusal that says where the text came from.
    func refused(_ name: SettingName, _ complaint: String) -> Stop {
        switch source {
        case .flag: Stop(.usage, "--\(name.rawValue) \(text): \(complaint).")
        case .environment: Stop(.configuration, "\(name.environmentName)=\(text): \(complaint).")
        case .file(let path, let line):
            Stop(.configuration, "\(path), line \(line): \(name.rawValue) = \(text): \(complaint).")
        }
    }
}
