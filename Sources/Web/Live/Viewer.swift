internal import Actions
internal import Domain
internal import Pages

/// Who opened a stream, on which page: what it may carry is asked again and again as long as it is open.
struct Viewer: Sendable, Hashable {
    /// Nil without a cookie.
    let device: Device.ID?
    let asked: Audience.Screen
    let language: Language

    func audience(_ caller: Caller, showsNamesToEveryone: Bool) -> Audience {
        Audience(
            screen: asked == .console && !caller.may(.moderate) ? .phone : asked, language: language,
            isInside: caller.may(.seeNames) || showsNamesToEveryone)
    }
}

extension Instance {
    /// To which audience each belongs just now.
    func audiences(of viewers: [Viewer], in id: Gathering.ID) async throws -> [Audience] {
        let shows = try await showsNamesToEveryone(id)
        return try await access.read(id) { access in
            viewers.map {
                $0.audience($0.device.map(access.caller) ?? .nobody, showsNamesToEveryone: shows)
            }
        }
    }

    func showsNamesToEveryone(_ id: Gathering.ID) async throws -> Bool {
        try await gatherings.read(id) { $0.programme.facts?.rules.showsNamesToEveryone ?? false }
    }
}
