internal import Domain
internal import Synchronization

/// Guesses of codes: first few for a device, then many for an address block, for a whole castle shares one, and at
/// last for the instance. `docs/threat-model.md` says why these numbers.
final class Attempts: Sendable {
    /// Who guesses.
    struct Guesser: Sendable {
        let device: Device.ID?
        let block: String
        /// Whose personal code it is; nil for join codes and links.
        var gathering: Gathering.ID?
    }

    private static let ofInstance = Rate(burst: 2_000, milliseconds: 500)
    private static let homeSeconds = 12 * 3600
    private static let homeCountMax = 10_000

    private struct Returning: Hashable, Sendable {
        let block: String
        let gathering: Gathering.ID
    }

    private struct State {
        var devices = Buckets<Device.ID>(Rate(burst: 10, milliseconds: 30_000))
        var blocks = Buckets<String>(Rate(burst: 200, milliseconds: 5_000))
        var instance = Bucket()
        var returning = Buckets<Returning>(Rate(burst: 60, milliseconds: 10_000))
        var gatherings = Buckets<Gathering.ID>(Rate(burst: 300, milliseconds: 5_000))
        /// When somebody of a gathering was last seen in a block.
        var homes: [Returning: Instant] = [:]
    }

    private let state = Mutex(State())

    /// Looks a code up. The guess is counted before, or a hundred at once would be one, and given back when it was
    /// right.
    ///
    /// `passes`: whether what was found is shown although too many guesses came from there; nil: then nothing is looked
    /// up at all.
    func guess<Found>(
        _ guesser: Guesser, at now: Instant, passes: ((Found) -> Bool)? = nil,
        lookUp: () async throws -> Found?
    ) async throws -> Found? {
        let wait = take(guesser, at: now)
        if wait > 0, passes == nil { throw TooMany(.codes, waitMilliseconds: wait) }
        let found: Found?
        do {
            found = try await lookUp()
        } catch {
            if wait == 0 { giveBack(guesser) }
            throw error
        }
        if let found, wait == 0 || passes?(found) == true {
            if wait == 0 { giveBack(guesser) }
            return found
        }
        guard wait == 0 else { throw TooMany(.codes, waitMilliseconds: wait) }
        return nil
    }

    /// Somebody of the gathering is there: its join code opens to everybody there, whoever guesses beside them.
    func note(_ gathering: Gathering.ID, isAt block: String, at now: Instant) {
        let home = Returning(block: block, gathering: gathering)
        state.withLock { state in
            if state.homes[home] == nil, state.homes.count >= Self.homeCountMax {
                let newest = state.homes.sorted { $0.value > $1.value }.prefix(Self.homeCountMax / 2)
                state.homes = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
            }
            state.homes[home] = now
        }
    }

    /// The gathering is gone: who was where is nobody's business any more.
    func forget(_ gathering: Gathering.ID) {
        state.withLock { state in
            state.homes = state.homes.filter { $0.key.gathering != gathering }
            state.returning.forget { $0.gathering == gathering }
            state.gatherings.forget { $0 == gathering }
        }
    }

    func isHome(_ gathering: Gathering.ID, of block: String, at now: Instant) -> Bool {
        state.withLock { state in
            state.homes[Returning(block: block, gathering: gathering)].map {
                now.seconds(since: $0) < Self.homeSeconds
            } ?? false
        }
    }

    /// How long to wait; 0 has counted the guess.
    private func take(_ guesser: Guesser, at now: Instant) -> Int64 {
        state.withLock { state in
            var wait = guesser.device.map { state.devices.waitMilliseconds($0, at: now) } ?? 0
            if let gathering = guesser.gathering {
                let place = Returning(block: guesser.block, gathering: gathering)
                wait = max(wait, state.returning.waitMilliseconds(place, at: now))
                wait = max(wait, state.gatherings.waitMilliseconds(gathering, at: now))
            } else {
                wait = max(wait, state.blocks.waitMilliseconds(guesser.block, at: now))
                wait = max(wait, state.instance.waitMilliseconds(Self.ofInstance, at: now))
            }
            guard wait == 0 else { return wait }

            if let device = guesser.device { state.devices.take(device, at: now) }
            if let gathering = guesser.gathering {
                state.returning.take(Returning(block: guesser.block, gathering: gathering), at: now)
                state.gatherings.take(gathering, at: now)
            } else {
                state.blocks.take(guesser.block, at: now)
                state.instance.take(Self.ofInstance, at: now)
            }
            return 0
        }
    }

    private func giveBack(_ guesser: Guesser) {
        state.withLock { state in
            if let device = guesser.device { state.devices.giveBack(device) }
            if let gathering = guesser.gathering {
                state.returning.giveBack(Returning(block: guesser.block, gathering: gathering))
                state.gatherings.giveBack(gathering)
            } else {
                state.blocks.giveBack(guesser.block)
                state.instance.giveBack(Self.ofInstance)
            }
        }
    }
}
