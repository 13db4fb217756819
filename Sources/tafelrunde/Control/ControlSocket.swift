import Foundation
import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Answers commands beside the server, over a socket in the data folder that only its owner may use.
struct ControlServer: Sendable {
    let folder: DataFolder
    let answer: @Sendable (ControlRequest) async -> ControlAnswer

    /// Until its task ends.
    func run() async throws {
        let path = try ControlSocket.path(in: folder)
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { channel in
                channel.eventLoop.makeCompletedFuture { try ControlSocket.wrapped(channel) }
            }
        chmod(path, 0o600)
        defer { unlink(path) }
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    // A client that goes away or says nonsense is its own fault only.
                    group.addTask { try? await serve(connection) }
                }
            }
        }
    }

    private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
        try await connection.executeThenClose { inbound, outbound in
            let line = try await ControlSocket.line(inbound, bytesMax: ControlWire.requestBytesMax)
            let reply = try await reply(line)
            try await outbound.write(ByteBuffer(bytes: reply))
        }
    }

    private func reply(_ line: [UInt8]?) async throws -> [UInt8] {
        guard let line, let request = try? ControlWire.message(ControlRequest.self, line) else {
            let sentence = "The running server does not understand this command: its version is another one."
            let refused = ControlAnswer.refused(sentence: sentence, exitCode: ExitReason.unavailable.rawValue)
            return try ControlWire.line(refused)
        }
        return try ControlWire.line(await answer(request))
    }
}

/// Asks a running server.
struct ControlClient: Sendable {
    let folder: DataFolder

    /// - Returns: nil when nobody listens.
    func ask(_ request: ControlRequest) async throws -> ControlAnswer? {
        let path = try ControlSocket.path(in: folder)
        let connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connectTimeout(.seconds(5))
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture { try ControlSocket.wrapped(channel) }
                }
        } catch {
            return nil
        }
        return try await exchange(request, connection)
    }

    /// What was asked for may have been done when the answer does not come.
    private func exchange(
        _ request: ControlRequest, _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    ) async throws(Stop) -> ControlAnswer {
        do {
            return try await connection.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(bytes: try ControlWire.line(request)))
                let line = try await ControlSocket.line(inbound, bytesMax: ControlWire.answerBytesMax)
                return try ControlWire.message(ControlAnswer.self, line ?? [])
            }
        } catch {
            throw Stop(
                .tryAgain, "The server did not answer: look with “tafelrunde link list” whether it was done.")
        }
    }
}

enum ControlSocket {
    /// What fits into a socket's address, less the end.
    private static let pathBytesMax = 100

    /// The socket's path; a long one by way of the folder's open file, as an address has room for little.
    static func path(in folder: DataFolder) throws(Stop) -> String {
        let path = folder.path + "/control.sock"
        guard path.utf8.count > pathBytesMax else { return path }

        let file = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else {
            throw Stop(.noInput, "\(folder.path) cannot be opened: \(PrivateFile.reason()).")
        }
        return "/proc/self/fd/\(file)/control.sock"
    }

    /// Closes after a while, whatever the other side does.
    static func wrapped(_ channel: any Channel) throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let end = channel.eventLoop.scheduleTask(in: .seconds(ControlWire.secondsMax)) {
            channel.close(promise: nil)
        }
        channel.closeFuture.whenComplete { _ in end.cancel() }
        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
    }

    /// The first line, without its end; nil when there is none within the bounds.
    static func line(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, bytesMax: Int
    ) async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        for try await piece in inbound {
            bytes += piece.readableBytesView
            if let end = bytes.firstIndex(of: ControlWire.lineEnd) { return Array(bytes[..<end]) }
            if bytes.count > bytesMax { return nil }
        }
        return nil
    }
}
