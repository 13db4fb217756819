internal import Actions
internal import Domain
internal import Journal
internal import Pages

/// Who opened a stream, on which page: what it may carry is asked again and again as long as it is open.
struct Viewer: Sendable, Hashable {
    /// Nil without a cookie.
    let device: Device.ID?
    let asked: Set<Audience.Screen>
    let language: Language

    /// Whoever has pages of more kinds open than so many is told all: each mixture is composed for itself, and there must
    /// not be many.
    static let screensMax = 2

    func audience(_ caller: Caller) -> Audience {
        let asked = asked.count > Self.screensMax ? Set(Audience.Screen.allCases) : asked
        let shown = caller.may(.moderate) ? asked : Set(asked.map { $0 == .console ? .phone : $0 })
        return Audience(screens: shown, language: language, isInside: caller.may(.seeNames))
    }
}

extension Instance {
    /// To which audience each belongs just now.
    func audiences(of viewers: [Viewer], in id: Gathering.ID) async throws -> [Audience] {
        try await access.read(id) { access in
            viewers.map { $0.audience($0.device.map(access.caller) ?? .nobody) }
        }
    }

    /// The position of the newest entry that a screen may show, but for records and groups.
    func newest(in id: Gathering.ID) async throws -> Position {
        let gathering = try await gatherings.desk(id).position
        let interest = try await interests.desk(id).position
        let attendance = try await attendances.desk(id).position
        return max(gathering, interest, attendance, try await feedbacks.desk(id).position)
    }
}
