public import Domain
internal import Journal

/// Makes a gathering, lists it under a join code, and makes the device its organiser.
public struct CreateGathering: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Only organisers of the house may.
    public func callAsFunction(_ draft: Gathering.Draft, _ acting: Acting) async throws -> Gathering.ID {
        let caller = try await instance.caller(acting.device, in: Access.house)
        guard caller.may(.prepare) else { throw Gathering.Refused.notAllowed(.prepare) }
        let id = try Self.name(for: acting, instance.secret)
        try await make(draft, as: id, acting)
        return id
    }

    func make(_ draft: Gathering.Draft, as id: Gathering.ID, _ acting: Acting) async throws {
        guard !instance.hasForgotten(id) else { throw ForgettingRefused.forgotten }
        try await instance.keys(of: id).makeKey(KeyName(gathering: id, purpose: .wishes))
        let listing = try await listing(of: id)
        let grant = Access.Change.granted(device: acting.device, role: .organiser, participant: nil)
        let beside = [
            try Write(of: House.self, House.of(id), changes: listing),
            try Write(of: Access.self, id, changes: [grant]),
        ]
        _ = try await instance.gatherings.change(
            id, acting.key, at: instance.now().instant,
            deciding: { gathering in
                Decision(try gathering.prepare(draft, by: Caller(roles: [.organiser])), beside: beside)
            })
    }

    /// Puts a gathering on the house's list, under a code of its own.
    func listing(of id: Gathering.ID) async throws -> [House.Change] {
        let serial = try await freeSerial(for: id)
        let codeDigest = instance.secret.digest(instance.secret.joinCode(of: id, serial: serial))
        return try await instance.house.read(House.of(id)) {
            try $0.list(id, codeSerial: serial, codeDigest: codeDigest)
        }
    }

    /// The first code that leads nowhere yet, rehearsals included: people type a code, and not what it is for.
    private func freeSerial(for id: Gathering.ID) async throws -> Int {
        let listed = try await instance.house.read(House.of(id)) { $0.gatherings[id]?.codeSerial }
        if let listed { return listed }
        var serial = 1
        while true {
            let digest = instance.secret.digest(instance.secret.joinCode(of: id, serial: serial))
            if try await instance.gathering(withCode: digest) == nil { return serial }
            serial += 1
        }
    }

    /// The same act makes the same gathering, however often the form is sent; nobody guesses the name.
    static func name(for acting: Acting, _ secret: ServerSecret) throws -> Gathering.ID {
        let digest = secret.digest("\(acting.device)/\(acting.act)", purpose: "gathering")
        guard let id = Gathering.ID(String(digest.prefix(12))) else {
            throw Gathering.Refused.noSuchGathering
        }
        return id
    }
}

extension Access {
    /// Where the house's own links and grants stand.
    public static let house = ID(houseName) ?? ID(number: 0)
}
