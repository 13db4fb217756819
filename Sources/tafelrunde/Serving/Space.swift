import Foundation
import Logging

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much room is left on the disk that holds a folder.
enum Space {
    /// Nil when the system does not say.
    static func freeBytes(_ path: String) -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }

    /// `1.4 GB`
    static func text(_ bytes: Int64) -> String {
        let megabytes = Double(bytes) / 1_000_000
        if megabytes < 10 { return "\((megabytes * 10).rounded() / 10) MB" }
        if megabytes < 1000 { return "\(Int(megabytes)) MB" }
        return "\((megabytes / 100).rounded() / 10) GB"
    }
}

/// Says in the log when space runs low, once, again when half of it is gone, and when there is room again.
struct SpaceWatch: Sendable {
    static let intervalSeconds = 60

    let warningBytes: Int64
    let logger: Logger
    let free: @Sendable () -> Int64?
    private var toldBytes: Int64?

    init(warningBytes: Int64, logger: Logger, free: @escaping @Sendable () -> Int64?) {
        self.warningBytes = warningBytes
        self.logger = logger
        self.free = free
    }

    /// Until its task ends.
    mutating func run() async {
        while !Task.isCancelled {
            look()
            try? await Task.sleep(for: .seconds(Self.intervalSeconds))
        }
    }

    mutating func look() {
        guard let free = free() else { return }
        let metadata: Logger.Metadata = ["free": "\(Space.text(free))"]
        if free >= warningBytes {
            if toldBytes != nil {
                logger.notice("There is enough space on the disk again.", metadata: metadata)
            }
            toldBytes = nil
        } else if toldBytes.map({ free < $0 / 2 }) ?? true {
            logger.warning(
                "Space on the disk runs low: make room, or acts can be kept no more.", metadata: metadata)
            toldBytes = free
        }
    }
}
