import Web

/// Carries a request to the running server, or carries it out itself when there is none.
struct Errand: Sendable {
    let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    func run(_ request: ControlRequest) async throws -> ControlAnswer {
        let folder = DataFolder(settings.dataFolder)
        try folder.mustHoldJournal()
        let answer = try await answer(request, folder)
        if case .refused(let sentence, let exitCode) = answer {
            throw Stop(ExitReason(rawValue: exitCode) ?? .software, sentence)
        }
        return answer
    }

    /// A server that is just starting or ending is waited for.
    private func answer(_ request: ControlRequest, _ folder: DataFolder) async throws -> ControlAnswer {
        for _ in 0..<20 {
            if let lock = try folder.lock() { return try await carryOut(request, lock) }
            if let answer = try await ControlClient(folder: folder).ask(request) { return answer }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw Stop(.tryAgain, "The data folder \(folder.path) is served, but nobody answers: try again soon.")
    }

    private func carryOut(_ request: ControlRequest, _ lock: DataLock) async throws -> ControlAnswer {
        let opened = try await OpenInstance.open(settings, lock)
        let site = SiteSettings(
            listenHost: settings.listenHost, port: settings.port,
            publicAddress: Reach(settings, port: settings.port).base, imprint: settings.imprint,
            assetsFolder: settings.assetsFolder)
        let desk = ControlDesk(
            links: SecretLinks(instance: opened.instance, base: site.publicAddress),
            documentations: try Documentations(
                instance: opened.instance, lookup: opened.lookup, settings: site))
        let answer = await desk.answer(request)
        await opened.close()
        return answer
    }
}
