public import Domain
public import Journal

/// Hands out one desk for each aggregate, loads it on first use and lets idle ones go.
public actor Desks<A: Aggregate> {
    private let journal: @Sendable (Identifier<A.Name>) -> any Journal
    private let switchboard: Switchboard
    private let limits: DeskLimits
    private var places: [Identifier<A.Name>: Place] = [:]
    private var useCount = 0
    private var isClosed = false

    /// One task for each desk, so that two callers never load two.
    private struct Place {
        let desk: Desk<A>
        let loading: Task<Void, any Error>
        var isLoaded = false
        var lastUse: Int
    }

    /// The journal may differ for each: a rehearsal lives in one in memory.
    public init(
        journal: @escaping @Sendable (Identifier<A.Name>) -> any Journal, switchboard: Switchboard,
        limits: DeskLimits = DeskLimits()
    ) {
        self.journal = journal
        self.switchboard = switchboard
        self.limits = limits
    }

    /// The desk of the aggregate, loaded; an empty one when nothing was kept of it yet.
    ///
    /// Use it at once and do not keep it: idle desks are let go, unless somebody follows them.
    public func desk(_ id: Identifier<A.Name>) async throws -> Desk<A> {
        guard !isClosed else { throw DeskFault.closed }
        useCount += 1
        let place = places[id] ?? begin(id)
        places[id]?.lastUse = useCount
        do {
            try await place.loading.value
        } catch {
            forget(place.desk)
            throw DeskFault(error)
        }
        if !place.isLoaded {
            if places[id]?.desk === place.desk { places[id]?.isLoaded = true }
            await letGo()
        }
        return place.desk
    }

    /// Whether anything was ever kept of the aggregate.
    public func exists(_ id: Identifier<A.Name>) async throws -> Bool {
        let desk = try await desk(id)
        if await desk.version > .start { return true }
        await letGo(desk)
        return await desk.version > .start
    }
}

extension Desks {
    /// Decides and keeps an act that may write beside. See `Desk.change`.
    @discardableResult
    public nonisolated func change(
        _ id: Identifier<A.Name>, _ key: ActKey, at moment: Instant, deciding decide: @escaping Decide<A>
    ) async throws -> Kept<A> {
        while true {
            let desk = try await desk(id)
            do {
                return try await desk.change(key, at: moment, decide: decide)
            } catch DeskFault.closed {
                // Let go between being handed out and used.
                await forget(desk)
            }
        }
    }

    /// Decides and keeps an act that writes to its own aggregate only.
    @discardableResult
    public nonisolated func change(
        _ id: Identifier<A.Name>, _ key: ActKey, at moment: Instant,
        decide: @escaping @Sendable (A) throws -> [A.Change]
    ) async throws -> Kept<A> {
        try await change(id, key, at: moment, deciding: { Decision(try decide($0)) })
    }

    /// What `body` finds in the committed state.
    public nonisolated func read<T: Sendable>(
        _ id: Identifier<A.Name>, _ body: @Sendable (A) throws -> T
    ) async throws -> T {
        try await desk(id).read(body)
    }

    /// Answers all acts that wait, keeps snapshots, and hands out no more desks.
    public func close() async {
        isClosed = true
        let last = places.values
        places = [:]
        for place in last {
            await place.desk.close()
            switchboard.disconnect(place.desk)
        }
    }

    /// Lets go of an aggregate that is kept elsewhere from now on, or nowhere: who waits is answered, who follows is
    /// told that it ended, and the next desk is another.
    func drop(_ id: Identifier<A.Name>) async {
        guard let desk = places[id]?.desk else { return }
        forget(desk)
        await desk.close(keepingSnapshot: false)
    }

    /// The same for all of which `isGone` is true.
    func drop(where isGone: (Identifier<A.Name>) -> Bool) async {
        for id in places.keys.filter(isGone) { await drop(id) }
    }

    /// How many desks are in memory.
    package var liveCount: Int { places.count }

    private func begin(_ id: Identifier<A.Name>) -> Place {
        let desk = Desk<A>(id, journal: journal(id), switchboard: switchboard, limits: limits)
        // Before it reads, so that nothing appended meanwhile is missed.
        switchboard.connect(desk)
        let place = Place(desk: desk, loading: Task { try await desk.load() }, lastUse: useCount)
        places[id] = place
        return place
    }

    private func forget(_ desk: Desk<A>) {
        switchboard.disconnect(desk)
        if places[desk.id]?.desk === desk { places[desk.id] = nil }
    }

    /// Lets the longest unused desks go until there are few enough, or all others are busy.
    private func letGo() async {
        guard places.count > limits.liveMax else { return }
        let idle = places.values.filter(\.isLoaded).sorted { $0.lastUse < $1.lastUse }
        for place in idle.dropLast() where places.count > limits.liveMax {
            guard places[place.desk.id]?.lastUse == place.lastUse else { continue }
            await letGo(place.desk)
        }
    }

    private func letGo(_ desk: Desk<A>) async {
        guard await desk.closeIfIdle() else { return }
        forget(desk)
        await desk.close()
    }
}
