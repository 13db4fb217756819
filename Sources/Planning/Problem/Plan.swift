/// Where each session stands: the cell it starts in, or nil while it is parked.
public struct Plan: Hashable, Sendable {
    /// One session that stands elsewhere in the later of two plans.
    public struct Move: Hashable, Sendable {
        public let session: Int
        public let from: Cell?
        public let to: Cell?

        public init(session: Int, from: Cell?, to: Cell?) {
            self.session = session
            self.from = from
            self.to = to
        }
    }

    public private(set) var cells: [Cell?]

    public init(_ cells: [Cell?]) {
        self.cells = cells
    }

    /// A plan with every session parked.
    public init(parking sessionCount: Int) {
        cells = Array(repeating: nil, count: sessionCount)
    }

    public subscript(session: Int) -> Cell? {
        get { cells[session] }
        set { cells[session] = newValue }
    }

    public var parked: [Int] {
        cells.indices.filter { cells[$0] == nil }
    }

    /// What changed on the way to a later plan, by session. Sessions that only one of both plans knows are
    /// parked in the other, since sessions are only ever added at the end.
    public func moves(to later: Plan) -> [Move] {
        (0..<max(cells.count, later.cells.count)).compactMap { session in
            let from = session < cells.count ? cells[session] : nil
            let to = session < later.cells.count ? later.cells[session] : nil
            return from == to ? nil : Move(session: session, from: from, to: to)
        }
    }
}
