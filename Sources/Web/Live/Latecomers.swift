internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// Which devices know that a window is closed: what they send from then on was not on its way.
///
/// A device knows a moment after it asked for a page or a stream after the closing: the page comes first and then sends what
/// was kept, and on a bad line that takes longer than its stream waits. A frame that goes out to a stream that was open
/// already proves nothing: where the network was lost, frames wait in a connection that nobody reads. A phone that heard
/// it fetches its page anew, and that it knows is seen by this. In memory only, for as long as a gathering may wait for
/// latecomers; then it is forgotten.
final class Latecomers: Sendable {
    /// Of one gathering. Beyond that nobody is waited for any more.
    private let devicesMax: Int
    private static let waitSecondsMax = Rules.graceMinutesRange.upperBound * 60
    /// How long a page may take until it has sent what waited on its device, on a bad line.
    static let sendingSeconds = 20

    private struct Closing {
        let at: Instant
        /// From when on each counts as told.
        var told: [Device.ID: Instant] = [:]
    }

    private let closings = Mutex<[Gathering.ID: Closing]>([:])

    init(devicesMax: Int = 20_000) {
        self.devicesMax = devicesMax
    }

    /// A window is closed, as far as somebody saw.
    func note(_ closing: Instant, in gathering: Gathering.ID, at now: Instant) {
        closings.withLock { closings in
            closings = closings.filter { now <= $0.value.at.adding(seconds: Self.waitSecondsMax) }
            guard now <= closing.adding(seconds: Self.waitSecondsMax),
                closings[gathering].map({ $0.at < closing }) ?? true
            else { return }
            closings[gathering] = Closing(at: closing)
        }
    }

    /// Whether anybody may be waited for just now.
    func isNoted(in gathering: Gathering.ID) -> Bool {
        closings.withLock { $0[gathering] != nil }
    }

    /// A device is told all up to here, the noted closing as well, and has sent by `moment` what it had.
    func tell(_ device: Device.ID, in gathering: Gathering.ID, at moment: Instant) {
        closings.withLock { closings in
            guard let noted = closings[gathering], noted.told.count < devicesMax else { return }
            closings[gathering]?.told[device] = min(moment, noted.told[device] ?? moment)
        }
    }

    /// Whether a device knows of a closing. One that nobody noted was not told to anybody.
    func wasTold(
        _ device: Device.ID, of closing: Instant, in gathering: Gathering.ID, at now: Instant
    ) -> Bool {
        closings.withLock { closings in
            guard let noted = closings[gathering], noted.at >= closing else { return false }
            return noted.told.count >= devicesMax || noted.told[device].map { $0 <= now } ?? false
        }
    }

    /// How many gatherings have somebody to wait for.
    var count: Int { closings.withLock { $0.count } }
}

extension Parts {
    /// What is shown from here on includes that the window is closed.
    func noteClosing(in scene: Scene) {
        guard let closing = scene.gathering.day.window.closedAt else { return }
        latecomers.note(closing, in: scene.gathering.id, at: scene.now.instant)
    }

    /// A device with a seat is shown how its gathering stands, and has a moment to send what it had.
    func tellOfClosing(_ device: Device.ID?, in id: Gathering.ID) async throws {
        guard let device, latecomers.isNoted(in: id),
            try await instance.caller(device, in: id).participant != nil
        else { return }
        latecomers.tell(device, in: id, at: instance.now().instant.adding(seconds: Latecomers.sendingSeconds))
    }
}

/// Whoever has a page of a gathering sees that its window is closed.
///
/// The answer that a script gets to an act is no page that somebody sees: the one to the first of several wishes that
/// waited for the network would else refuse the others.
struct TellsOfClosing: RouterMiddleware {
    typealias Context = SiteContext

    let parts: Parts

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        if request.wantsPage, response.status == .ok, let id = try? context.gathering {
            try? await parts.tellOfClosing(context.device, in: id)
        }
        return response
    }
}

extension Request {
    /// Browsers ask for HTML when somebody goes to a page, and our script when it shows one anew.
    fileprivate var wantsPage: Bool {
        method == .get && headers[.accept]?.contains("text/html") == true
    }
}
