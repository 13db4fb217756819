internal import Dispatch
internal import Synchronization

/// Does numbered pieces of work on all cores there are, and waits for them: never on a thread that serves requests.
///
/// - Parameters:
///   - count: How many there are; their numbers begin with 0.
///   - work: Done once for each number, in any order.
/// - Returns: What came of each, by number, however many cores shared the work.
public func onAllCores<T: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> T) -> [T] {
    let found = Mutex<[Int: T]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { number in
        let outcome = work(number)
        found.withLock { $0[number] = outcome }
    }
    return found.withLock { found in (0..<count).compactMap { found[$0] } }
}
