internal import Domain
internal import Journal

/// An act that waits for its answer.
struct Waiting<A: Aggregate>: Sendable {
    let key: ActKey
    let moment: Instant
    let decide: Decide<A>
    let answer: CheckedContinuation<Kept<A>, any Error>
    var roundCount = 0
}

/// The acts of one append, decided one after another.
struct Round<A: Aggregate>: Sendable {
    enum Verdict: Sendable {
        case writes([A.Change])
        case nothing
        case refused(any Error)
    }

    /// One decision, and all who wait for it: the same act may have been sent twice.
    struct Case: Sendable {
        var waiting: [Waiting<A>]
        let verdict: Verdict

        var key: ActKey? { waiting.first?.key }
    }

    private(set) var cases: [Case] = []
    /// What the cases with writes want to append, in their order.
    private(set) var acts: [Act] = []

    private let codec: ChangeCodec

    /// Decides every act on what the acts before it made of `working`.
    init(_ batch: [Waiting<A>], on working: inout Standing<A>, codec: ChangeCodec) {
        self.codec = codec
        var places: [ActKey: Int] = [:]
        for waiting in batch {
            if let place = places[waiting.key] {
                cases[place].waiting.append(waiting)
            } else {
                places[waiting.key] = cases.count
                cases.append(Case(waiting: [waiting], verdict: decide(waiting, on: &working)))
            }
        }
    }

    private mutating func decide(_ waiting: Waiting<A>, on working: inout Standing<A>) -> Verdict {
        do {
            let decision = try waiting.decide(working.state)
            guard !decision.changes.isEmpty || !decision.beside.isEmpty else { return .nothing }

            let writes = try writes(of: decision, on: working)
            acts.append(Act(key: waiting.key, moment: waiting.moment, writes: writes))
            working.apply(decision.changes, at: waiting.moment)
            working.version = working.version.next
            return .writes(decision.changes)
        } catch {
            return .refused(error)
        }
    }

    private func writes(of decision: Decision<A>, on working: Standing<A>) throws(DeskFault) -> [Write] {
        let stream = StreamID(of: A.self, working.state.id)
        guard !decision.changes.isEmpty else {
            throw .notWritable(stream, reason: "it writes beside without a change of its own")
        }
        guard Set(decision.beside.map(\.stream) + [stream]).count == decision.beside.count + 1 else {
            throw .notWritable(stream, reason: "it writes twice to one stream")
        }
        do {
            let body = try codec.encode(decision.changes)
            return [Write(stream: stream, body: body, expected: working.version)] + decision.beside
        } catch {
            throw .notWritable(stream, reason: "\(error)")
        }
    }
}
