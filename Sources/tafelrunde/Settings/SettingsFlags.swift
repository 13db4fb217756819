import ArgumentParser
import Foundation

/// Flags of every command that touches the data.
struct DataFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Configuration file: lines of “key = value”.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The data folder; made when it is not there. (default: ./data)", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            """
            The master key's file: 64 hexadecimal digits, as “openssl rand -hex 32” writes them. A file that is named \
            is never made. (default: made beside the data folder, data.key for data)
            """,
            valueName: "file"))
    var masterKey: String?

    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical. (default: info)"))
    var logLevel: String?

    @Option(help: ArgumentHelp("plain or json. (default: plain)"))
    var logFormat: String?

    var values: [SettingName: String] {
        [.data: data, .masterKey: masterKey, .logLevel: logLevel, .logFormat: logFormat].compactMapValues {
            $0
        }
    }
}

/// Flags of commands that know where phones find the server.
struct AddressFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one. (default: 8080)"))
    var port: String?

    @Option(
        help: ArgumentHelp(
            "The address to listen on. (default: 0.0.0.0, all of this machine)", valueName: "host"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "A text file: who runs this server, for imprint and privacy. Name first, then address and e-mail.",
            valueName: "file"))
    var imprint: String?

    @Option(
        help: ArgumentHelp(
            "What links and QR codes begin with, like https://tafelrunde.example. (default: found in the network)",
            valueName: "url"))
    var publicAddress: String?

    @Option(
        help: ArgumentHelp(
            """
            The server speaks TLS itself, with this certificate and those that lead to it (PEM). A renewed one is read \
            within a minute. (default: plain HTTP)
            """,
            valueName: "file"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("The private key to the certificate (PEM).", valueName: "file"))
    var tlsKey: String?

    var values: [SettingName: String] {
        [
            .port: port, .listen: listen, .publicAddress: publicAddress, .imprint: imprint,
            .tlsCertificate: tlsCertificate, .tlsKey: tlsKey,
        ].compactMapValues { $0 }
    }
}

/// Flags of a server alone.
struct ServerFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Addresses or blocks of proxies whose X-Forwarded-For is believed, with commas.",
            valueName: "list"))
    var trustedProxies: String?

    @Option(
        help: ArgumentHelp(
            "Take styles, scripts and phrases from this folder, while developing.", valueName: "folder"))
    var assets: String?

    @Option(
        name: .customLong("space-warning-mb"),
        help: "Complain in the log below so much free space. (default: 1024)")
    var spaceWarning: String?

    @Option(
        help: ArgumentHelp(
            "The time zone of the halls, whose clock says when a slot begins. (default: Europe/Berlin)",
            valueName: "zone"))
    var timeZone: String?

    var values: [SettingName: String] {
        [
            .trustedProxies: trustedProxies, .assets: assets, .spaceWarning: spaceWarning,
            .timeZone: timeZone,
        ].compactMapValues { $0 }
    }
}

extension DataFlags {
    /// All settings, from flags, environment and file.
    func settings(
        and more: [SettingName: String] = [:],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Stop) -> Settings {
        let path = config ?? environment[SettingName.configurationName]
        var file: [SettingName: SettingTexts.Text] = [:]
        if let path { file = try SettingsFile.read(path) }
        for stranger in SettingTexts.strangers(in: environment) {
            Output.complain("\(stranger) is not a setting and is ignored.")
        }
        let flags = values.merging(more) { first, _ in first }
        return try Settings(SettingTexts(flags: flags, environment: environment, file: file))
    }
}
