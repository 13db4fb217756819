internal import Assets
internal import HTTPTypes
internal import Hummingbird

/// Styles, scripts, pictures and fonts under the name of their edition: kept for ever, for the name changes with them.
struct AssetRoutes {
    let assets: Assets
    private let kept: KeptAssets

    init(assets: Assets) {
        self.assets = assets
        kept = KeptAssets.of(assets)
    }

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/assets/:edition/**") { request, context in
            let path = context.parameters.getCatchAll().joined(separator: "/")
            guard !path.contains(".."), let bytes = kept.bytes(path) else { throw HTTPError(.notFound) }
            let isLasting = !assets.changesWhileRunning
            return bytes.response(
                to: request, cacheControl: isLasting ? "public, max-age=31536000, immutable" : "no-cache")
        }
    }
}

/// Each file compressed once.
private struct KeptAssets: Sendable {
    let assets: Assets
    private let kept: [String: KeptBytes]

    static func of(_ assets: Assets) -> KeptAssets { assets.areOfProgram ? ofProgram : KeptAssets(assets) }

    private static let ofProgram = KeptAssets(Assets())

    private init(_ assets: Assets) {
        self.assets = assets
        let folders = ["styles", "scripts", "pictures", "fonts"]
        let paths =
            folders.flatMap(assets.paths(under:)) + StyleBundle.allCases.map(\.path)
            + ScriptBundle.allCases.map(\.path)
        kept =
            assets.changesWhileRunning
            ? [:]
            : Dictionary(
                uniqueKeysWithValues: Set(paths).compactMap { path in
                    Self.read(path, assets).map { (path, $0) }
                })
    }

    func bytes(_ path: String) -> KeptBytes? {
        assets.changesWhileRunning ? Self.read(path, assets) : kept[path]
    }

    private static func read(_ path: String, _ assets: Assets) -> KeptBytes? {
        assets.served(path).map { KeptBytes($0.bytes, mediaType: $0.kind.mediaType) }
    }
}
