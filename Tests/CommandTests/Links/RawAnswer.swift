import NIOCore
import NIOPosix

@testable import tafelrunde

/// Says anything to a server's socket and reads what comes back.
func rawAnswer(_ folder: DataFolder, _ text: String) async throws -> String {
    let path = try ControlSocket.path(in: folder)
    let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(unixDomainSocketPath: path) { channel in
            channel.eventLoop.makeCompletedFuture { try ControlSocket.wrapped(channel) }
        }
    return try await connection.executeThenClose { inbound, outbound in
        try await outbound.write(ByteBuffer(string: text))
        let line = try await ControlSocket.line(inbound, bytesMax: 1 << 20)
        return String(decoding: line ?? [], as: UTF8.self)
    }
}
