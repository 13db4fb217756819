internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Journal
internal import Pages

/// What remains of a gathering, as a page, as Markdown and as JSON: the same bytes for everybody.
struct DocumentationRoutes {
    let parts: Parts

    func mount(on router: some RouterMethods<SiteContext>) {
        for form in DocumentationForm.allCases {
            router.get("/g/:gathering/documentation\(form.ending)") { request, context in
                let bytes = try await parts.documentation(
                    context.gathering, as: form, speaking: LanguageWish(request))
                var response = bytes.response(to: request, cacheControl: "private, no-cache")
                if form != .html {
                    let name = "\(try context.gathering)\(form.ending)"
                    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
                }
                return response
            }
        }
    }
}

extension Parts {
    /// Rendered once for each state of the gathering and of what is released; typing changes neither.
    func documentation(
        _ id: Gathering.ID, as form: DocumentationForm, speaking wish: LanguageWish
    ) async throws -> KeptBytes {
        let key = KeptPages.Key(
            gathering: id, name: "documentation\(form.ending)", language: wish.language(.du),
            isInside: false)
        if case .page(let bytes) = kept.trusted(key) { return bytes }
        let stamp = try await documentationStamp(of: id)
        let rendering = try await kept.rendering(key, at: stamp) {
            let (documentation, scene) = try await documentation(id, speaking: wish)
            let bytes = try bytes(of: documentation, as: form, in: scene.language)
            return .page(KeptBytes(bytes, mediaType: form.mediaType))
        }
        guard case .page(let bytes) = rendering else { throw HTTPError(.internalServerError) }
        return bytes
    }

    func bytes(
        of documentation: Documentation, as form: DocumentationForm, in language: Language
    ) throws -> [UInt8] {
        let address =
            settings.publicAddress + Route.documentation(documentation.gathering, .html).path
        let elsewhere = documentation.leading(to: settings.publicAddress)
        switch form {
        case .html:
            return renderer.bytes(DocumentationPage(documentation, address: address), in: language)
        case .markdown:
            let words = renderer.phrases(language)
            return Array(DocumentationMarkdown(elsewhere, address: address, words).text.utf8)
        case .json: return Array(try DocumentationJSON(elsewhere, address: address).text.utf8)
        }
    }

    func documentationStamp(of id: Gathering.ID) async throws -> Stamp {
        var stamp = try await scenes.stamp(of: id).withoutAttendance
        let (sessions, editions) = try await instance.gatherings.read(id) { gathering in
            (
                gathering.topics.all.keys.filter(gathering.hasRecord).sorted(),
                (previous: gathering.programme.previous, next: gathering.programme.next)
            )
        }
        var hasher = Hasher()
        for session in sessions {
            guard let record = Record.ID(of: session, in: id) else { continue }
            hasher.combine(try await instance.records.read(record) { RecordStamp($0) })
        }
        hasher.combine(try await instance.groups.desk(id).position)
        hasher.combine(try await instance.feedbacks.desk(id).position)
        for edition in [editions.previous, editions.next] {
            guard let edition else { continue }
            hasher.combine(try await instance.gatherings.desk(edition).position)
        }
        stamp.releases = hasher.finalize()
        return stamp
    }
}

/// What of a record changes a documentation.
private struct RecordStamp: Hashable, Sendable {
    let status: Record.Status
    let isChatham: Bool
    let releasedAt: Instant?
    let revision: Int?

    init(_ record: Record) {
        status = record.status
        isChatham = record.isChatham
        releasedAt = record.released?.at
        revision = record.released?.revision
    }
}
