internal import Domain
internal import Synchronization

/// Searches of the last minutes. A search costs more than a page that is kept, and a castle shares one address.
/// `docs/threat-model.md` says why these numbers.
final class SearchCounts: Sendable {
    private struct State {
        var devices = Buckets<Device.ID>(Rate(burst: 60, milliseconds: 500))
        var blocks = Buckets<String>(Rate(burst: 300, milliseconds: 100))
    }

    private let state = Mutex(State())

    /// Counts a search, or refuses it.
    func take(_ device: Device.ID?, from block: String, at now: Instant) throws(TooMany) {
        let wait = state.withLock { state in
            let wait = max(
                state.blocks.waitMilliseconds(block, at: now),
                device.map { state.devices.waitMilliseconds($0, at: now) } ?? 0)
            guard wait == 0 else { return wait }
            state.blocks.take(block, at: now)
            if let device { state.devices.take(device, at: now) }
            return 0
        }
        if wait > 0 { throw TooMany(.searches, waitMilliseconds: wait) }
    }
}
