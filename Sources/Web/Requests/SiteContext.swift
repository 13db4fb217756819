internal import Domain
internal import Hummingbird
internal import Logging
internal import NIOCore

/// What is known of one request.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the connection comes from.
    let remoteAddress: SocketAddress?
    /// The connection, when it is this request's alone.
    private let connection: (any Channel)?
    /// What was asked for, without the query.
    var path = ""
    /// The device whose cookie came along.
    var device: Device.ID?
    /// This act is one too many: whoever reads its form refuses it, and keeps what was typed.
    var tooMany: TooMany?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        // A request of HTTP/2 has a channel of its own within its connection.
        connection = source.channel.parent?.parent == nil ? source.channel : nil
    }

    /// From here on a reader who closes the connection is gone with the next write, not with the one after it: a closed
    /// half is the end of all of it.
    func noticeGoneReader() async {
        try? await connection?.setOption(.allowRemoteHalfClosure, value: false).get()
    }
}
