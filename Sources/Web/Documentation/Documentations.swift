public import Actions
internal import Assets
public import Domain
internal import FoundationEssentials
public import Lookup
public import Pages

/// Documentations for the command line: the same that the site shows.
public struct Documentations: Sendable {
    private let parts: Parts
    private let assets: Assets

    init(_ parts: Parts, _ assets: Assets) {
        self.parts = parts
        self.assets = assets
    }

    /// Reads templates and phrases.
    public init(instance: Instance, lookup: Lookup, settings: SiteSettings) throws {
        assets = Assets(serving: settings)
        parts = try Parts(instance: instance, lookup: lookup, settings: settings, assets: assets)
    }

    /// A whole documentation. As a page it carries its styles with it, and its links lead to the site.
    ///
    /// - Throws: `Gathering.Refused.noSuchGathering`.
    public func text(
        of gathering: Gathering.ID, as form: DocumentationForm, inEnglish: Bool = false
    ) async throws -> String {
        let wish = LanguageWish(chosen: inEnglish ? "en" : "de", accepted: nil)
        let (documentation, scene) = try await parts.documentation(gathering, speaking: wish)
        let bytes = try parts.bytes(of: documentation, as: form, in: scene.language)
        let text = String(decoding: bytes, as: UTF8.self)
        return form == .html ? alone(text) : text
    }

    /// Nobody's words are among what is replaced: quotes in text are written otherwise.
    private func alone(_ page: String) -> String {
        let sheet = StyleBundle.documentation
        let link = "<link rel=\"stylesheet\" href=\"\(assets.address)/\(sheet.path)\">"
        return page.replacing(link, with: "<style>\n\(styles(sheet))\n</style>")
            .replacing("href=\"/", with: "href=\"\(parts.settings.publicAddress)/")
            .replacing("href=\"?", with: "href=\"\(parts.settings.publicAddress)/?")
    }

    private func styles(_ sheet: StyleBundle) -> String {
        let styles = String(decoding: assets.served(sheet.path)?.bytes ?? [], as: UTF8.self)
        guard let font = assets.file("fonts/inter.woff2") else { return styles }
        return styles.replacing(
            "../../fonts/inter.woff2", with: "data:font/woff2;base64,\(Data(font).base64EncodedString())")
    }
}

extension Parts {
    init(
        instance: Instance, lookup: Lookup, settings: SiteSettings, assets: Assets
    ) throws {
        let renderer = try Renderer(assets)
        let region = assets.areOfProgram ? .ofProgram : Region(assets)
        let scenes = Scenes(
            instance: instance, renderer: renderer, towns: region.towns, arrivalMap: region.arrivalMap)
        self.init(
            instance: instance, renderer: renderer, scenes: scenes, kept: KeptPages(), attempts: Attempts(),
            settings: settings, lookup: lookup)
    }
}

/// The towns, and where each of them sits when they arrive.
private struct Region: Sendable {
    let towns: TownDirectory
    let arrivalMap: ArrivalMap?

    static let ofProgram = Region(Assets())

    init(_ assets: Assets) {
        towns = (try? TownDirectory(csv: assets.text("towns/suedwestfalen.csv") ?? "")) ?? .empty
        let areas = (try? TownAreas(text: assets.text("towns/suedwestfalen-areas.txt") ?? "")) ?? .none
        arrivalMap = towns.towns.isEmpty ? nil : ArrivalMap(towns, areas: areas)
    }
}

extension Assets {
    init(serving settings: SiteSettings) {
        self.init(from: settings.assetsFolder.map { .folder(AssetFolder($0)) } ?? .embedded)
    }
}

extension Parts {
    /// What remains of a gathering, in a language; the same for everybody.
    ///
    /// While many write, looks at two moments could tell of two states that never were together: it is looked until two
    /// in a row see the same.
    func documentation(
        _ id: Gathering.ID, speaking wish: LanguageWish
    ) async throws -> (Documentation, Scene) {
        var (seen, scene) = try await documentationNow(id, speaking: wish)
        for _ in 0..<Self.looksMax {
            let (again, later) = try await documentationNow(id, speaking: wish)
            let isSame = again == seen
            (seen, scene) = (again, later)
            if isSame { break }
        }
        return (seen, scene)
    }

    private static let looksMax = 8

    private func documentationNow(
        _ id: Gathering.ID, speaking wish: LanguageWish
    ) async throws -> (Documentation, Scene) {
        let scene = try await scenes.scene(id, seesNames: false, speaking: wish)
        let sessions = scene.gathering.topics.all.keys.filter(scene.gathering.hasRecord)
        var records: [Proposal.ID: RecordScene] = [:]
        for session in sessions { records[session] = try await scenes.record(of: session, in: scene) }
        let quality = try await quality(of: .published, scene)
        var told = scene.documentation(records, quality: quality)
        for index in told.sessions.indices {
            let proposal = Proposal.ID(told.sessions[index].id).flatMap { scene.gathering.topics[$0] }
            if let proposal { told.sessions[index].source = try await source(of: proposal, scene.words) }
        }
        let chatham = Set(records.values.filter(\.hidesPeople).map(\.session))
        let groups = try await instance.groups.read(id) {
            $0.summaries(in: scene.gathering, chatham: chatham, profile: scene.labels.profile)
        }
        told.groups = groups.map(scene.documented)
        told.feedback = try await instance.feedbacks.read(id) { $0.summary }
        told.previous = try await edition(scene.gathering.programme.previous)
        told.next = try await edition(scene.gathering.programme.next)
        return (told, scene)
    }

    /// Another edition, with a way there once people may come; nil when it was deleted.
    func edition(_ id: Gathering.ID?) async throws -> Documentation.Edition? {
        guard let id else { return nil }
        return try await instance.gatherings.read(id) { gathering in
            guard let facts = gathering.programme.facts else { return nil }
            let path =
                switch gathering.day.phase {
                case .preparing: String?.none
                case .ended: Route.documentation(id.text, .html).path
                default: Route.board(id.text).path
                }
            return .init(title: facts.title.text, date: facts.date, path: path)
        }
    }
}
