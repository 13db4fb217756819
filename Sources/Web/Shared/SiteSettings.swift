/// Where the site listens, what it calls itself, and whom it believes.
public struct SiteSettings: Sendable {
    public var listenHost: String
    public var port: Int
    /// What links and QR codes carry, like `https://tafelrunde.example`.
    public var publicAddress: String
    /// Addresses whose `X-Forwarded-For` is believed.
    public var trustedProxies: [String]
    /// Who runs this server, as `--imprint` names the file: name, address and e-mail, then whatever else.
    public var imprint: String?
    /// Templates and styles are read from here instead of from the program, anew for each page.
    public var assetsFolder: String?
    /// How many live streams there may be at once.
    public var readersMax: Int
    /// With one, the server itself speaks TLS.
    public var certificate: ShownCertificate?
    /// How long a page waits at most until what lists and search read has come to the journal's end.
    public var lookupWaitMax = Duration.milliseconds(300)

    public init(
        listenHost: String, port: Int, publicAddress: String, trustedProxies: [String] = [],
        imprint: String? = nil, assetsFolder: String? = nil, readersMax: Int = .max,
        certificate: ShownCertificate? = nil
    ) {
        self.listenHost = listenHost
        self.port = port
        self.publicAddress = publicAddress
        self.trustedProxies = trustedProxies
        self.imprint = imprint
        self.assetsFolder = assetsFolder
        self.readersMax = readersMax
        self.certificate = certificate
    }

    /// Phones speak TLS, with the server or with what stands in front of it: cookies and headers are then stricter.
    public var isSecure: Bool { publicAddress.hasPrefix("https://") }
}
