import Actions
import Domain
import Foundation
import Journal

/// Makes, lists and revokes secret links for the command line: whoever may run it on the server's machine is an
/// organiser.
struct SecretLinks: Sendable {
    let instance: Instance
    /// What the links begin with.
    let base: String

    struct Made: Sendable, Hashable {
        let id: Link.ID
        let url: String
    }

    func make(
        _ role: Role, in access: Access.ID, lifeSeconds: Int? = nil, worksOnce: Bool = false
    ) async throws -> Made {
        let made = try await MakeLink(instance)(
            role, in: access, Self.acting(), caller: Self.caller, lifeSeconds: lifeSeconds,
            worksOnce: worksOnce)
        return Made(id: made.id, url: "\(base)/l/\(made.token)")
    }

    func revoke(_ id: Link.ID, in access: Access.ID) async throws {
        try await RevokeLink(instance)(id, in: access, Self.acting(), caller: Self.caller)
    }

    private static let caller = Caller(roles: [.organiser])

    /// Each run of a command is an act of its own.
    private static func acting() -> Acting {
        var chance = Chance.system
        return Acting(
            device: Device.ID("command-line") ?? Device.ID.random(using: &chance),
            act: ActID.random(using: &chance))
    }
}

extension SecretLinks {
    func make(_ wanted: ControlRequest.Wanted) async throws -> LinkLine {
        let access = try await access(for: wanted.role, gathering: wanted.gathering)
        let made = try await make(
            wanted.role, in: access, lifeSeconds: wanted.lifeSeconds, worksOnce: wanted.worksOnce)
        let link = try await instance.access.read(access) { $0.links[made.id] }
        guard let link else { throw Access.Refused.noSuchLink }
        var line = LinkLine(link, in: access, at: instance.now().instant)
        line.url = made.url
        return line
    }

    func all() async throws -> [LinkLine] {
        var lines: [LinkLine] = []
        for id in try await accesses() {
            let now = instance.now().instant
            lines += try await instance.access.read(id) { access in
                access.links.values.sorted { ($0.madeAt, $0.id) < ($1.madeAt, $1.id) }.map {
                    LinkLine($0, in: id, at: now)
                }
            }
        }
        return lines
    }

    func revoke(_ text: String) async throws -> LinkLine {
        guard let id = Link.ID(text) else { throw Access.Refused.noSuchLink }
        for access in try await accesses()
        where try await instance.access.read(access, { $0.links[id] != nil }) {
            try await revoke(id, in: access)
            let link = try await instance.access.read(access) { $0.links[id] }
            if let link { return LinkLine(link, in: access, at: instance.now().instant) }
        }
        throw Access.Refused.noSuchLink
    }

    func accesses() async throws -> [Access.ID] {
        [Access.house] + (try await instance.listed())
    }

    /// The house for an organiser; for others the named gathering, or the only one.
    private func access(for role: Role, gathering: String?) async throws -> Access.ID {
        if role == .organiser, gathering == nil { return Access.house }
        return try await instance.gathering(named: gathering)
    }
}

extension Instance {
    /// The gathering that a command names; without a name the only one there is.
    ///
    /// - Throws: `Stop`, with a list of those there are.
    func gathering(named name: String?) async throws -> Gathering.ID {
        let all = try await listed()
        if let name {
            guard let id = all.first(where: { $0.text == name }) else {
                throw Stop(.usage, "There is no gathering “\(name)”. \(try await listing(all))")
            }
            return id
        }
        guard let only = all.first, all.count == 1 else {
            throw Stop(
                .usage,
                all.isEmpty
                    ? "There is no gathering yet: make one in the browser first."
                    : "There are several gatherings: name one by --gathering. \(try await listing(all))")
        }
        return only
    }

    private func listing(_ all: [Gathering.ID]) async throws -> String {
        var lines: [String] = []
        for id in all {
            let title = try await gatherings.read(id) { $0.programme.facts?.title.text }
            lines.append("\(id) (\(title ?? "?"))")
        }
        return lines.isEmpty ? "There is none." : "There are: " + lines.joined(separator: ", ") + "."
    }
}
