internal import Assets
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// What makes the pages an app that opens without reception: its worker, its manifest, and the page for what is not kept.
struct OfflineRoutes {
    let parts: Parts
    let assets: Assets

    private static let script = "scripts/offline.js"

    func mount(on router: some RouterMethods<SiteContext>) {
        // At the root: a worker answers for what lies below its own address.
        router.get("/offline.js") { request, _ in
            KeptBytes(worker(), mediaType: "text/javascript; charset=utf-8")
                .response(to: request, cacheControl: "no-cache")
        }
        router.get("/manifest.webmanifest") { request, _ in
            KeptBytes(Array(manifest.utf8), mediaType: "application/manifest+json")
                .response(to: request, cacheControl: "no-cache")
        }
        router.get("/offline") { request, _ in
            parts.page(OfflinePage(), in: LanguageWish(request).language(.du))
        }
    }

    /// With the edition and its files written in, so that it is another script whenever one of them changes.
    private func worker() -> [UInt8] {
        let scripts = [ScriptBundle.phone, .record, .joining, .board, .streamWorker].map(\.path)
        let styles = [StyleBundle.phone, .record, .board].map(\.path)
        let files = scripts + styles + assets.paths(under: "fonts") + assets.paths(under: "pictures")
        let addresses = ["/offline"] + files.map { "\(assets.address)/\($0)" }
        let edition = assets.address.split(separator: "/").last.map(String.init) ?? ""
        return Array(
            (assets.text(Self.script) ?? "")
                .replacing("{{edition}}", with: edition)
                .replacing("{{assets}}", with: addresses.joined(separator: " ")).utf8)
    }

    private var manifest: String {
        """
        {"name":"Tafelrunde","short_name":"Tafelrunde","start_url":"/","scope":"/","display":"standalone",\
        "icons":[{"src":"\(assets.address)/pictures/mark.svg","sizes":"any","type":"image/svg+xml","purpose":"any"}]}
        """
    }
}
