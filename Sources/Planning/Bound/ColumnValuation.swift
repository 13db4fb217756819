/// How low the value of a slot's content can get at best, once some sessions are in it.
///
/// The value of a content is what is lost in it less the prices of its sessions; the lowest value over all
/// contents is what a Dantzig-Wolfe master problem asks for. Written as coverage, it is what the sessions
/// cost to open less the clients they serve. Relaxing "who is served is served once" with a multiplier from
/// 0 to 1 for each client (Cornuejols, Fisher, Nemhauser 1977, for facility location) leaves sessions that
/// can be chosen one by one. Any multipliers give a sound bound; a few subgradient steps give a good one.
///
/// All numbers are whole: multipliers and prices count in 64ths of a level.
final class ColumnValuation {
    static let scale = 64

    /// What is known about a content that is being filled.
    final class State {
        /// For each client the multiplier of the best bound, and for each participant the level reached.
        let multipliers: UnsafeMutablePointer<UInt8>
        let reached: UnsafeMutablePointer<UInt8>
        /// Sessions that may still come in, by falling gain: the gain above, the session in the lowest bits.
        var candidates: [Int] = []
        /// Value of the content as it is.
        var value = 0
        /// Value when all capped clients are served and nobody comes in.
        var floor = 0
        let clientCount: Int

        init(clients: Int, participants: Int) {
            clientCount = clients
            multipliers = .zeros(clients)
            reached = .zeros(participants)
        }

        deinit {
            multipliers.deallocate()
            reached.deallocate()
        }
    }

    let audience: Audience
    let budget: StepBudget
    /// What each session costs to open: all levels it is wanted, less its price.
    var openings: [Int]

    private let clientCount: Int
    /// For each wish the place of its level in `worths`.
    private let places: UnsafeMutablePointer<Int32>
    /// For each participant and level what a session that is wanted so much still adds.
    private let worths: UnsafeMutablePointer<Int32>
    private let trial: UnsafeMutablePointer<UInt8>
    private let moved: UnsafeMutablePointer<Int16>

    init(_ audience: Audience, _ budget: StepBudget) {
        self.audience = audience
        self.budget = budget
        openings = audience.total.map { $0 * Self.scale }
        clientCount = audience.participantCount * audience.levelCount
        places = .zeros(audience.wishCount)
        worths = .zeros(audience.participantCount * (audience.levelCount + 1))
        trial = .zeros(clientCount)
        moved = .zeros(clientCount)
        for wish in 0..<audience.wishCount {
            let row = audience.participants[wish] * (audience.levelCount + 1)
            places[wish] = Int32(row + audience.levels[wish])
        }
    }

    deinit {
        places.deallocate()
        worths.deallocate()
        trial.deallocate()
        moved.deallocate()
    }

    func emptyState() -> State {
        State(clients: clientCount, participants: audience.participantCount)
    }

    func setPrices(_ prices: [Int]) {
        openings = prices.indices.map { audience.total[$0] * Self.scale - prices[$0] }
    }

    static func session(_ candidate: Int) -> Int { candidate & 0xFFFF }
    static func gain(_ candidate: Int) -> Int { candidate >> 16 }

    /// Makes `state` that of another with one more session; its candidates are still to be told.
    func enter(_ session: Int, from other: State, into state: State) {
        state.multipliers.update(from: other.multipliers, count: clientCount)
        state.reached.update(from: other.reached, count: audience.participantCount)
        var served = 0
        for wish in audience.start[session]..<audience.start[session + 1] {
            let participant = audience.participants[wish]
            let more = audience.levels[wish] - Int(state.reached[participant])
            if more > 0 {
                served += more
                state.reached[participant] = UInt8(audience.levels[wish])
            }
        }
        budget.spend(audience.start[session + 1] - audience.start[session])
        state.value = other.value + openings[session] - served * Self.scale
    }
}

extension ColumnValuation {
    /// The schedule of a subgradient ascent: how far multipliers move at first, and what is kept of that in
    /// 16ths from step to step.
    struct Ascent {
        var steps: Int
        var first: Int
        var kept: Int
    }

    /// Bounds from below the value of every content that holds the state's sessions and at most `places` more
    /// of its candidates; leaves the multipliers and candidates of the best bound in the state.
    ///
    /// - Parameters:
    ///   - state: What is in the slot, and who may come in.
    ///   - places: How many may come in.
    ///   - target: A bound that is good enough to stop at.
    ///   - ascent: How hard to try.
    /// - Returns: The best bound found.
    func bound(_ state: State, places: Int, target: Int, ascent: Ascent) -> Int {
        trial.update(from: state.multipliers, count: clientCount)
        if places <= 1 { trial.update(repeating: 0, count: clientCount) }
        var sessions = state.candidates.map(Self.session)
        var top: [Int] = []
        var best = Int.min
        var length = ascent.first

        for step in 0...max(0, ascent.steps) {
            let capped = fillWorths(state.reached)
            let candidates = gains(of: sessions)
            top = Self.top(candidates, places)
            let floor = state.value - capped
            let bound = top.reduce(floor) { $0 - Self.gain($1) }
            if bound > best {
                best = bound
                state.floor = floor
                state.candidates = candidates
                state.multipliers.update(from: trial, count: clientCount)
            }
            guard best < target, places > 1, step < ascent.steps, !budget.isSpent else { break }
            move(top, by: length)
            length = max(1, length * ascent.kept / 16)
        }
        state.candidates.sort(by: >)
        sessions = []
        return best
    }

    /// Fills `worths` by the trial's multipliers and returns what all clients not yet served are capped at.
    private func fillWorths(_ reached: UnsafeMutablePointer<UInt8>) -> Int {
        let levelCount = audience.levelCount
        var capped: Int32 = 0
        var participant = 0
        var client = 0
        var place = 0
        while participant < audience.participantCount {
            let level = Int(reached[participant])
            var worth: Int32 = 0
            var next = 0
            worths[place] = 0
            while next < levelCount {
                if next >= level {
                    let multiplier = Int32(trial[client])
                    capped &+= multiplier
                    worth &+= Int32(Self.scale) &- multiplier
                }
                client &+= 1
                next &+= 1
                place &+= 1
                worths[place] = worth
            }
            place &+= 1
            participant &+= 1
        }
        budget.spend(clientCount)
        return Int(capped)
    }

    private func gains(of sessions: [Int]) -> [Int] {
        sessions.map { session in
            var gain = -openings[session]
            var wish = audience.start[session]
            let end = audience.start[session + 1]
            budget.spend(end - wish)
            while wish < end {
                gain &+= Int(worths[Int(places[wish])])
                wish &+= 1
            }
            return gain << 16 | session
        }
    }

    /// Those that gain most and gain at all.
    private static func top(_ candidates: [Int], _ count: Int) -> [Int] {
        var top: [Int] = []
        top.reserveCapacity(count + 1)
        for candidate in candidates where gain(candidate) > 0 {
            if top.count == count {
                guard let last = top.last, candidate > last else { continue }
                top.removeLast()
            }
            var index = top.count
            while index > 0 && top[index - 1] < candidate { index -= 1 }
            top.insert(candidate, at: index)
        }
        return top
    }

    /// A subgradient step: who is served more than once gets dearer to cap, who is not served cheaper.
    private func move(_ top: [Int], by length: Int) {
        let length = Int16(length)
        for client in 0..<clientCount { moved[client] = Int16(trial[client]) &- length }
        for candidate in top {
            let session = Self.session(candidate)
            for wish in audience.start[session]..<audience.start[session + 1] {
                let first = audience.participants[wish] * audience.levelCount
                for client in first..<(first + audience.levels[wish]) { moved[client] &+= length }
            }
        }
        for client in 0..<clientCount {
            trial[client] = UInt8(truncatingIfNeeded: max(0, min(Int16(Self.scale), moved[client])))
        }
    }
}
