internal import Domain
internal import Hummingbird
internal import Logging
internal import NIOCore

/// What is known of one request.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the connection comes from.
    let remoteAddress: SocketAddress?
    /// What was asked for, without the query.
    var path = ""
    /// The device whose cookie came along.
    var device: Device.ID?
    /// This act is one too many: whoever reads its form refuses it, and keeps what was typed.
    var tooMany: TooMany?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
