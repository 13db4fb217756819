internal import CZlib
internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Bytes rendered once for many: plain, compressed, and by which tag a browser knows them.
struct KeptBytes: Sendable {
    let plain: ByteBuffer
    let compressed: ByteBuffer?
    let tag: String
    let mediaType: String

    init(_ bytes: [UInt8], mediaType: String) {
        plain = ByteBuffer(bytes: bytes)
        compressed = Compression.gzip(bytes).map { ByteBuffer(bytes: $0) }
        tag = "\"" + SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 36) }.joined() + "\""
        self.mediaType = mediaType
    }

    /// 304 for who has them, compressed for who can read that.
    func response(to request: Request, cacheControl: String) -> Response {
        var headers: HTTPFields = [
            .contentType: mediaType, .eTag: tag, .cacheControl: cacheControl,
            .vary: "Accept-Encoding, Cookie",
        ]
        if request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: headers)
        }
        guard let compressed, request.headers[.acceptEncoding]?.contains("gzip") == true else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
    }
}

/// gzip by the system's zlib.
enum Compression {
    private static let gzipWindowBits: Int32 = 15 + 16
    private static let memoryLevel: Int32 = 8
    /// Below this a header weighs more than what is saved.
    private static let bytesMin = 256

    /// Nil when it would not help.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= bytesMin else { return nil }
        let packed = packed(bytes, level: Z_DEFAULT_COMPRESSION)
        return packed.count < bytes.count ? packed : nil
    }

    /// `level`: 1 is fast, 9 is small.
    static func packed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer {
            deflateEnd(stream)
            stream.deinitialize(count: 1)
            stream.deallocate()
        }
        let started = deflateInit2_(
            stream, level, Z_DEFLATED, gzipWindowBits, memoryLevel, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        // Only a wrong argument, or no memory at all.
        precondition(started == Z_OK, "zlib cannot begin")
        return deflated(bytes, by: stream)
    }

    private static func deflated(_ bytes: [UInt8], by stream: UnsafeMutablePointer<z_stream>) -> [UInt8] {
        var input = bytes
        let room = Int(deflateBound(stream, UInt(bytes.count)))
        var output = [UInt8](repeating: 0, count: room)
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = source.baseAddress
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                return deflate(stream, Z_FINISH)
            }
        }
        precondition(status == Z_STREAM_END, "zlib names a bound that is too small")
        return Array(output[..<(room - Int(stream.pointee.avail_out))])
    }
}
