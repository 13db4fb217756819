#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How many files and connections this process may have open: shells and service managers give a thousand, a hall of six
/// hundred phones needs more.
enum OpenFiles {
    static let countMin = 4_096
    /// Nobody needs more, and some systems name no end.
    private static let countMax = 1 << 20
    /// Left for pages, the journal and the log, however many streams are open.
    private static let reserveCount = 512

    /// As many as the system lets this account have; nil when it does not say.
    static func hardMax() -> Int? { limit().map { bounded($0.rlim_max) } }

    /// Takes as many as the system allows.
    ///
    /// - Returns: how many that are; nil when the system does not say.
    @discardableResult
    static func raise() -> Int? {
        guard var limit = limit() else { return nil }
        let wanted = rlim_t(bounded(limit.rlim_max))
        if limit.rlim_cur < wanted {
            limit.rlim_cur = wanted
            _ = setrlimit(resource, &limit)
        }
        return Self.limit().map { bounded($0.rlim_cur) }
    }

    /// How many live streams that leaves room for.
    static func readersMax(of count: Int?) -> Int {
        count.map { max($0 - reserveCount, $0 / 2) } ?? .max
    }

    #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    private static let resource = RLIMIT_NOFILE
    #endif

    private static func limit() -> rlimit? {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? limit : nil
    }

    private static func bounded(_ count: rlim_t) -> Int { Int(min(count, rlim_t(countMax))) }
}
