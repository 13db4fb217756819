import Actions
import CHeap
import Domain
import Foundation
import Logging
import NIOCore
import Web

/// Serves a data folder until it is told to end: what `serve` and `demo` share.
struct Serving: Sendable {
    let settings: Settings
    /// Readies the instance, and says what is printed once the server answers.
    let prepare: @Sendable (OpenInstance, SecretLinks, Logger) async throws -> [String]

    func run() async throws {
        let logger = Logger.start(settings)
        _ = heap_gives_back()
        let folder = DataFolder(settings.dataFolder)
        try settings.mustBeServable()
        try folder.make()
        let lock = try await folder.lockToServe()
        let port = try Port(settings.listenHost, settings.port)
        let opened = try await OpenInstance.open(settings, lock)
        do {
            try await serve(opened, Reach(settings, port: port.number), port, logger)
        } catch {
            await opened.close()
            throw Self.stop(error, settings.listenHost, port.number)
        }
        withExtendedLifetime(port) {}
        await opened.close()
        logger.info("The server has ended, everything is kept.")
    }

    private func serve(_ opened: OpenInstance, _ reach: Reach, _ port: Port, _ logger: Logger) async throws {
        for warning in opened.warnings { logger.warning("\(warning)") }
        let openFilesMax = OpenFiles.raise()
        if let openFilesMax, openFilesMax < OpenFiles.countMin {
            logger.warning(
                "Only few connections can be open at once: raise the limit of open files.",
                metadata: ["limit": "\(openFilesMax)"])
        }
        if reach.how == .onlyHere {
            logger.warning("No network was found: only this machine reaches the server.")
        }
        let links = SecretLinks(instance: opened.instance, base: reach.base)
        let lines = try await prepare(opened, links, logger)
        var siteSettings = siteSettings(reach, port.number, openFilesMax)
        siteSettings.certificate = try settings.certificate.map { ShownCertificate(try $0.read()) }
        let certificate = siteSettings.certificate
        let site = try await Site(
            instance: opened.instance, lookup: opened.lookup, settings: siteSettings, logger: logger)

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await opened.follow(logger) }
            group.addTask { await LookupKeeping(lookup: opened.lookup, logger: logger).run() }
            group.addTask { await Housekeeping(instance: opened.instance, logger: logger).run() }
            group.addTask { await spaceWatch(logger) }
            if let files = settings.certificate, let certificate {
                group.addTask { await CertificateWatch(files, certificate, logger).run() }
            }
            let desk = ControlDesk(links: links, documentations: site.documentations)
            group.addTask { await control(desk, opened.folder, logger) }
            try await site.run { boundPort in
                for line in lines { Output.say(line) }
                logger.info(
                    "The server answers.", metadata: ["address": "\(reach.base)", "port": "\(boundPort)"])
            }
            group.cancelAll()
        }
    }

    private func siteSettings(_ reach: Reach, _ port: Int, _ openFilesMax: Int?) -> SiteSettings {
        SiteSettings(
            listenHost: settings.listenHost, port: port, publicAddress: reach.base,
            trustedProxies: settings.trustedProxies, imprint: settings.imprint,
            assetsFolder: settings.assetsFolder, readersMax: OpenFiles.readersMax(of: openFilesMax))
    }

    private func spaceWatch(_ logger: Logger) async {
        let folder = settings.dataFolder
        var watch = SpaceWatch(
            warningBytes: Int64(settings.spaceWarningMegabytes) * 1_000_000, logger: logger
        ) {
            Space.freeBytes(folder)
        }
        await watch.run()
    }

    /// Without the socket visitors are served all the same; only `link` and `export` have to wait.
    private func control(_ desk: ControlDesk, _ folder: DataFolder, _ logger: Logger) async {
        let server = ControlServer(folder: folder) { request in
            if case .backupMade(let entryCount, let withKeys) = request {
                logger.notice(
                    "A backup was made.",
                    metadata: ["event": "backupMade", "entries": "\(entryCount)", "keys": "\(withKeys)"])
            }
            return await desk.answer(request)
        }
        do {
            try await server.run()
        } catch is CancellationError {
        } catch {
            logger.error("Commands cannot reach this server.", metadata: ["fault": "\(error)"])
        }
    }

    private static func stop(_ error: any Error, _ host: String, _ port: Int) -> Stop {
        if let error = error as? IOError { return Port.refusal(host, port, error.errnoCode) }
        return Stop(acting: error)
    }
}
