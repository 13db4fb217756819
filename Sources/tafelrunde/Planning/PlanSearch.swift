import Actions
import Foundation
import Planning
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs the planner on the cores there are, shows a terminal how far it has come, and ends early on Control-C.
struct PlanSearch {
    enum Amount: Sendable {
        case moves(Int)
        /// CPU seconds of each start.
        case seconds(Double)
    }

    /// What is proven about the plan that is found.
    enum Proof {
        case nothing
        /// Below which cost no plan can be.
        case bound
        /// That, and whether a small plan is the best: a better one takes its place.
        case best
    }

    struct Result {
        let outcome: Planner.Outcome
        let startCount: Int
        /// Of all starts together.
        let cpuSeconds: Double
        /// Nil where it was not asked for.
        let bound: LowerBound?
        let boundSeconds: Double
    }

    /// About a fifth of a second.
    private static let proofSteps = 100_000_000

    private let problem: Problem
    private let starts: Starts
    private let proof: Proof

    init(_ problem: Problem, seed: UInt64, starts: Int, budget: Amount, proof: Proof) {
        self.problem = problem
        self.proof = proof
        self.starts = Starts(starts, seed: seed) { _ in
            switch budget {
            case .moves(let moves): return .moves(moves)
            case .seconds(let seconds):
                let clock = StartClock(seconds)
                return .clock { clock.part() }
            }
        }
    }

    func run() -> Result {
        Interruption.listen()
        let meter = Meter()
        let watch = Watch(isCancelled: { Interruption.wasHeard }, report: { meter.show($0) })
        let proofSteps = proof == .best ? Self.proofSteps : 0
        let outcome = Planner.plan(problem, starts, watch: watch, proofSteps: proofSteps) { count, start in
            onAllCores(count) { number in
                let began = CPUTime.ofThread()
                let outcome = start(number)
                meter.add(CPUTime.ofThread() - began)
                return outcome
            }
        }
        let began = CPUTime.ofThread()
        let bound = proof == .nothing ? nil : Self.bound(problem, beside: outcome.plan)
        meter.clear()
        return Result(
            outcome: outcome, startCount: starts.count, cpuSeconds: meter.cpuSeconds, bound: bound,
            boundSeconds: CPUTime.ofThread() - began)
    }
}

extension PlanSearch {
    /// - Parameters:
    ///   - problem: What was planned.
    ///   - plan: A plan that keeps the hard rules.
    /// - Returns: What no plan goes below; Control-C ends the proof with what was proven so far.
    static func bound(_ problem: Problem, beside plan: Plan) -> LowerBound {
        Planner.lowerBound(problem, beside: plan, isCancelled: { Interruption.wasHeard })
    }
}

/// How much of a start's CPU time is spent. What the time before the first question took is kept for the end,
/// which looks at as many places again.
private final class StartClock: Sendable {
    private let seconds: Double
    private let began = CPUTime.ofThread()
    private let reserve = Mutex<Double?>(nil)

    init(_ seconds: Double) { self.seconds = seconds }

    func part() -> Double {
        let spent = CPUTime.ofThread() - began
        let reserve = reserve.withLock { reserve in
            if reserve == nil { reserve = min(spent, seconds / 4) }
            return reserve ?? 0
        }
        return seconds > reserve ? spent / (seconds - reserve) : 1
    }
}

enum CPUTime {
    /// Seconds that the calling thread has spent computing.
    static func ofThread() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// One line on the terminal, and the CPU time of all starts.
private final class Meter: Sendable {
    private struct State {
        var cpuSeconds = 0.0
        var percent = -1
    }

    private let state = Mutex(State())
    private let isShown = isatty(STDERR_FILENO) == 1

    var cpuSeconds: Double { state.withLock { $0.cpuSeconds } }

    func add(_ seconds: Double) { state.withLock { $0.cpuSeconds += seconds } }

    func show(_ progress: SearchProgress) {
        guard isShown else { return }
        let percent = Int(progress.part * 100)
        let isNews = state.withLock { state in
            defer { state.percent = max(state.percent, percent) }
            return percent > state.percent
        }
        if isNews { write("\r\(percent) %, cost \(progress.cost) ") }
    }

    func clear() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
