import Actions
import Domain
import Pages
import Web

/// Does what a command asks for, in the running server or without one.
struct ControlDesk: Sendable {
    let links: SecretLinks
    let documentations: Documentations

    func answer(_ request: ControlRequest) async -> ControlAnswer {
        do {
            switch request {
            case .ping, .backupMade: return .pong(base: links.base)
            case .makeLink(let wanted): return .made(link: try await links.make(wanted))
            case .listLinks: return .links(all: try await links.all())
            case .revokeLink(let id): return .revoked(link: try await links.revoke(id))
            case .export(let wanted): return .exported(text: try await export(wanted))
            }
        } catch {
            let stop = Stop(acting: error)
            return .refused(sentence: stop.sentence, exitCode: stop.reason.rawValue)
        }
    }

    private func export(_ wanted: ControlRequest.Export) async throws -> String {
        let gathering = try await links.instance.gathering(named: wanted.gathering)
        return try await documentations.text(
            of: gathering, as: DocumentationForm(rawValue: wanted.form) ?? .html, inEnglish: wanted.inEnglish)
    }
}
