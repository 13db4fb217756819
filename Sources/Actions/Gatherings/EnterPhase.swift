public import Domain
internal import Journal

/// Goes to a station of the day. Weighing opens the window for wishes, what comes after closes it; the end closes the
/// feedback.
public struct EnterPhase: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    @discardableResult
    public func callAsFunction(
        _ phase: Phase, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Kept<Gathering> {
        let kept = try await WindowAct(instance)(id, acting) { try $0.enter(phase, by: $1) }
        // The gathering has ended whether or not this works; housekeeping does it then.
        if phase == .ended { _ = try? await CloseFeedback(instance).whenOver(in: id) }
        return kept
    }
}

/// Opens or closes the window for wishes.
public struct SetWindow: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    @discardableResult
    public func callAsFunction(
        open isOpen: Bool, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Kept<Gathering> {
        try await WindowAct(instance)(id, acting) { try $0.setWindow(open: isOpen, by: $1) }
    }
}

/// An act that may turn the window: the gathering's entry and the one of its wishes are kept together, the second
/// wherever its stream stands, for it holds whatever was wished before.
struct WindowAct: Sendable {
    let instance: Instance

    init(_ instance: Instance) {
        self.instance = instance
    }

    func callAsFunction(
        _ id: Gathering.ID, _ acting: Acting,
        verb: @escaping @Sendable (Gathering, Caller) throws -> [Gathering.Change]
    ) async throws -> Kept<Gathering> {
        let caller = try await instance.caller(acting.device, in: id)
        let now = instance.now().instant
        return try await instance.gatherings.change(
            id, acting.key, at: now,
            deciding: { gathering in
                let changes = try verb(gathering, caller)
                let turned = changes.flatMap(Self.turned(by:))
                let beside = turned.isEmpty ? [] : [try Write(of: Interest.self, id, changes: turned)]
                return Decision(changes, beside: beside)
            })
    }

    private static func turned(by change: Gathering.Change) -> [Interest.Change] {
        switch change {
        case .day(.windowOpened): [.windowOpened]
        case .day(.windowClosed): [.windowClosed]
        case .day(.windowPutOff): [.windowPutOff]
        case .undone(_, let changes): changes.flatMap(turned(by:))
        default: []
        }
    }
}

/// Takes a moderator's step back; a station of the day may turn the window with it.
public struct TakeBackStep: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    @discardableResult
    public func callAsFunction(
        _ step: Int, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Kept<Gathering> {
        try await WindowAct(instance)(id, acting) { [instance] in
            try $0.takeBack(step: step, at: instance.now(), by: $1)
        }
    }
}
