public import Actions
internal import Assets
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal
public import Logging
public import Lookup
internal import NIOCore
internal import Pages
internal import ServiceLifecycle

/// The website of one instance.
public struct Site: Sendable {
    let parts: Parts
    /// For the command line.
    public let documentations: Documentations
    private let assets: AssetRoutes
    let rooms: LiveRooms
    private let logger: Logger

    /// For a connection that asks for nothing, or never comes to the end of its headers. Longer than the minute after
    /// which proxies let go of theirs.
    private static let idleSecondsMax: Int64 = 75

    /// Reads templates and phrases once, so that a broken one stops the start and never a visitor.
    public init(
        instance: Instance, lookup: Lookup, settings: SiteSettings, logger: Logger
    ) async throws {
        let assets = Assets(serving: settings)
        let parts = try Parts(instance: instance, lookup: lookup, settings: settings, assets: assets)
        documentations = Documentations(parts, assets)
        self.parts = parts
        self.assets = AssetRoutes(assets: assets)
        self.logger = logger
        rooms = LiveRooms(instance: instance, readersMax: settings.readersMax) {
            try await parts.liveContent($0, $1.audience, countsAnew: $1.countsAnew)
        }
    }

    /// Serves until the process is told to end.
    public func run(onServerRunning: @escaping @Sendable (Int) async -> Void) async throws {
        var application = Application(
            responder: OwnTask(base: router().buildResponder()),
            server: try parts.settings.certificate?.server(idleSecondsMax: Self.idleSecondsMax)
                ?? .http1(configuration: .init(idleTimeout: .seconds(Self.idleSecondsMax))),
            configuration: .init(
                address: .hostname(parts.settings.listenHost, port: parts.settings.port), serverName: nil),
            onServerRunning: { channel in
                await Self.letGoOfTheUnreachable(channel)
                await onServerRunning(channel.localAddress?.port ?? 0)
            },
            logger: logger)
        application.addServices(LiveService(rooms: rooms))
        try await application.runService()
    }

    /// Whoever takes nothing of what was sent for so long is gone, however silently: connections inherit it from the
    /// socket that listens. Without it the kernel tries for a quarter of an hour.
    private static func letGoOfTheUnreachable(_ listening: any Channel) async {
        #if os(Linux)
        let timeout = ChannelOptions.socket(6, 18)  // IPPROTO_TCP, TCP_USER_TIMEOUT
        try? await listening.setOption(timeout, value: unreachableMilliseconds).get()
        #endif
    }

    private static let unreachableMilliseconds = 30_000

    /// What tests ask without a socket.
    func application() -> some ApplicationProtocol {
        Application(router: router(), logger: logger)
    }

    /// Everything that has an address; tests walk it.
    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.get("/health") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: .init(byteBuffer: ByteBuffer(string: "ok")))
        }
        // On the router itself: what no route answers, whatever its method, gets the same headers and a page.
        router.add(middleware: SecurityHeaders(isSecure: parts.settings.isSecure))
        router.add(
            middleware: Devices(
                cookie: DeviceCookie(isSecure: parts.settings.isSecure), secret: parts.instance.secret,
                chance: parts.instance.chance))
        router.add(middleware: OutboxAnswers())
        router.add(middleware: CompressedPages())
        let console = ConsolePages(parts: parts, rooms: rooms)
        router.add(middleware: ErrorPages(parts: parts, console: console))
        router.add(middleware: SameOrigin())
        router.add(middleware: ActLimits(instance: parts.instance, counts: parts.actCounts))
        router.add(middleware: FreshAfterActs(kept: parts.kept))
        router.add(middleware: LanguageChoice(isSecure: parts.settings.isSecure))
        router.add(middleware: TellsOfClosing(parts: parts))
        router.add(middleware: SaysSeat(parts: parts))
        mountPages(on: router, console)
        mountActs(on: router, console)
        assets.mount(on: router)
        OfflineRoutes(parts: parts, assets: assets.assets).mount(on: router)
        router.get("/**") { _, _ -> Response in throw HTTPError(.notFound) }
        return router
    }

    private func mountPages(on router: some RouterMethods<SiteContext>, _ console: ConsolePages) {
        JoinRoutes(parts: parts).mount(on: router)
        TopicRoutes(parts: parts, console: console).mount(on: router)
        DayRoutes(parts: parts, rooms: rooms).mount(on: router)
        GroupRoutes(parts: parts).mount(on: router)
        LinkRoutes(parts: parts).mount(on: router)
        LiveRoutes(parts: parts, rooms: rooms).mount(on: router)
        BoardRoutes(parts: parts).mount(on: router)
        DocumentationRoutes(parts: parts).mount(on: router)
        SuggestionRoutes(parts: parts).mount(on: router)
        SeriesRoutes(parts: parts).mount(on: router)
        ConsoleRoutes(parts: parts, pages: console).mount(on: router)
        ProjectorRoutes(parts: parts).mount(on: router)
        RecordRoutes(parts: parts).mount(on: router)
        FeedbackRoutes(parts: parts, rooms: rooms).mount(on: router)
        PrintRoutes(parts: parts).mount(on: router)
        OrganiserRoutes(parts: parts).mount(on: router)
        ArchiveRoutes(parts: parts).mount(on: router)
        LegalRoutes(parts: parts).mount(on: router)
    }

    private func mountActs(on router: some RouterMethods<SiteContext>, _ console: ConsolePages) {
        DayActs(pages: console).mount(on: router)
        TopicActs(pages: console).mount(on: router)
        BoardActs(pages: console).mount(on: router)
        ProgrammeActs(pages: console).mount(on: router)
        RecordActs(pages: console).mount(on: router)
        FeedbackActs(pages: console).mount(on: router)
        PeopleActs(pages: console).mount(on: router)
        LinkActs(pages: console).mount(on: router)
        RehearsalActs(pages: console).mount(on: router)
        EditionActs(pages: console).mount(on: router)
        DeletionActs(pages: console).mount(on: router)
    }
}

/// Heartbeats while the server runs; streams end with it.
private struct LiveService: Service {
    let rooms: LiveRooms

    func run() async throws {
        await cancelWhenGracefulShutdown { await rooms.run() }
    }
}
