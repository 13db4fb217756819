internal import Actions
internal import Domain
internal import Hummingbird
internal import Pages

/// Imprint, privacy and accessibility: of a gathering from its organisers' data, of the instance without.
struct LegalRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        router.get("/g/:gathering/imprint") { request, context in
            try await answer(request, context) { frame, _ in ImprintPage(frame) }
        }
        router.get("/g/:gathering/privacy") { request, context in
            try await answer(request, context) { frame, _ in
                PrivacyPage(frame, cookieDays: DeviceCookie.lifeDays)
            }
        }
        router.get("/g/:gathering/accessibility") { request, context in
            try await answer(request, context) { AccessibilityPage($0, date: $1) }
        }
        router.get("/imprint") { request, _ in own(request) { frame, _ in ImprintPage(frame) } }
        router.get("/privacy") { request, _ in
            own(request) { frame, _ in PrivacyPage(frame, cookieDays: DeviceCookie.lifeDays) }
        }
        router.get("/accessibility") { request, _ in own(request) { AccessibilityPage($0, date: $1) } }
    }

    private func answer(
        _ request: Request, _ context: SiteContext, page: (DocumentFrame, String) -> some Page
    ) async throws -> Response {
        let scene = try await parts.scene(request, context)
        return parts.page(page(scene.documentFrame, scene.dateText), in: scene.language)
    }

    private func own(_ request: Request, page: (DocumentFrame, String) -> some Page) -> Response {
        let language = LanguageWish(request).language(.du)
        let today = parts.instance.now().date
        let date = CalendarDay(year: today.year, month: today.month, day: today.day).map(
            Formats(language).longDate)
        let operators = parts.settings.imprint.map { [Controller(text: $0)] } ?? []
        return parts.page(page(DocumentFrame(controllers: operators), date ?? "\(today)"), in: language)
    }
}

extension Scene {
    fileprivate var documentFrame: DocumentFrame {
        var frame = DocumentFrame(
            gathering: id, name: gatheringName,
            controllers: gathering.programme.organisers.map(Controller.init),
            prepareAddress: caller.may(.prepare) ? Route.console(id, "prepare").path + "#organisers" : nil)
        frame.funding = facts.funding
        return frame
    }
}

extension Controller {
    /// The imprint's first paragraph is the address, what follows stands below.
    fileprivate init(_ organiser: Organiser) {
        self.init(name: organiser.name.text)
        let paragraphs = Self.paragraphs(organiser.imprint.text)
        address = (paragraphs.first ?? "").split(whereSeparator: \.isNewline).map(String.init)
        imprintText = Array(paragraphs.dropFirst())
        privacyText = Self.paragraphs(organiser.privacy.text)
        email = organiser.email.text
    }

    /// The first line is the name, the rest of the paragraph the address; what looks like one is the e-mail address.
    fileprivate init(text: String) {
        let paragraphs = Self.paragraphs(text)
        var lines = (paragraphs.first ?? "").split(whereSeparator: \.isNewline).map(String.init)
        self.init(name: lines.isEmpty ? "" : lines.removeFirst())
        if let index = lines.firstIndex(where: { $0.contains("@") && !$0.contains(" ") }) {
            email = lines.remove(at: index)
        }
        address = lines
        imprintText = Array(paragraphs.dropFirst())
    }

    private static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.isEmpty {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }
}
