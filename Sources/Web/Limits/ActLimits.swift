internal import Actions
internal import Domain
internal import Hummingbird
internal import Synchronization

/// Bounds how many acts come from one device, and from all devices of a gathering together. What is too much is
/// refused before anything is decided, with the form as it was typed.
struct ActLimits: RouterMiddleware {
    typealias Context = SiteContext

    let instance: Instance
    let counts: ActCounts

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post, let device = context.device else {
            return try await next(request, context)
        }

        var context = context
        let gathering = try? context.gathering
        var caller = Caller.nobody
        if let gathering { caller = try await instance.caller(device, in: gathering) }
        let wait = counts.take(device, as: caller, in: gathering, at: instance.now().instant)
        if wait > 0 { context.tooMany = TooMany(.acts, waitMilliseconds: wait) }
        return try await next(request, context)
    }
}

/// Acts of the last minutes. `docs/threat-model.md` says why these numbers.
final class ActCounts: Sendable {
    private struct State {
        var devices = Buckets<Device.ID>(Rate(burst: 300, milliseconds: 1_000), countMax: 20_000)
        var inside = Buckets<Gathering.ID>(Rate(burst: 200_000, milliseconds: 10))
        /// Apart from those inside, so that a stranger with ever new cookies keeps nobody from wishing.
        var strangers = Buckets<Gathering.ID>(Rate(burst: 2_000, milliseconds: 100))
    }

    private let state = Mutex(State())

    /// How long to wait, in milliseconds; 0 has counted the act.
    func take(_ device: Device.ID, as caller: Caller, in gathering: Gathering.ID?, at now: Instant) -> Int64 {
        // Who moderates is never stopped by the crowd.
        let shared = caller.may(.moderate) ? nil : gathering
        let isInside = caller.participant != nil
        return state.withLock { state in
            var wait = state.devices.waitMilliseconds(device, at: now)
            if let shared {
                let crowd = isInside ? state.inside : state.strangers
                wait = max(wait, crowd.waitMilliseconds(shared, at: now))
            }
            guard wait == 0 else { return wait }

            state.devices.take(device, at: now)
            guard let shared else { return 0 }
            if isInside {
                state.inside.take(shared, at: now)
            } else {
                state.strangers.take(shared, at: now)
            }
            return 0
        }
    }

    func forget(_ gathering: Gathering.ID) {
        state.withLock { state in
            state.inside.forget { $0 == gathering }
            state.strangers.forget { $0 == gathering }
        }
    }
}
