/// Colours the edges between two sides so that no two edges with an end in common have the same colour.
///
/// As many colours as the largest number of edges at one end are enough (König 1916). Method: each edge in turn
/// gets a colour that is free at both ends; if there is none, the path of two colours that begins at its right
/// end changes them, which frees one. Time: edges times the length of such paths, at most all ends.
struct EdgeColouring {
    struct Edge: Sendable, Equatable {
        let left: Int
        let right: Int
    }

    /// For each edge its colour, counted from 0.
    private(set) var colours: [Int]
    private let colourCount: Int
    private let edges: [Edge]
    /// For each end and colour the edge, or -1; ends of the right side come after those of the left one.
    private var edgeAt: [Int]
    private let leftCount: Int

    /// - Parameters:
    ///   - edges: Ends count from 0; the same edge may come more than once.
    ///   - leftCount: How many ends the left side has.
    ///   - rightCount: The same for the right side.
    ///   - colourCount: At least the number of edges at any end.
    init(_ edges: [Edge], leftCount: Int, rightCount: Int, colourCount: Int) {
        self.edges = edges
        self.leftCount = leftCount
        self.colourCount = colourCount
        colours = Array(repeating: -1, count: edges.count)
        edgeAt = Array(repeating: -1, count: (leftCount + rightCount) * colourCount)
        for edge in edges.indices { colour(edge) }
    }

    private mutating func colour(_ edge: Int) {
        let (left, right) = (edges[edge].left, leftCount + edges[edge].right)
        guard let free = freeColour(at: left), let other = freeColour(at: right) else { return }
        if edgeAt[right * colourCount + free] >= 0 { swap(free, other, from: right) }
        paint(edge, free)
    }

    private func freeColour(at end: Int) -> Int? {
        (0..<colourCount).first { edgeAt[end * colourCount + $0] < 0 }
    }

    /// Changes two colours along the path that begins at an end with the first one. It cannot come to the left
    /// end of the new edge: it would reach it by an edge of the first colour, which is free there.
    private mutating func swap(_ first: Int, _ second: Int, from end: Int) {
        var path: [Int] = []
        var (end, colour) = (end, first)
        while edgeAt[end * colourCount + colour] >= 0 {
            let edge = edgeAt[end * colourCount + colour]
            path.append(edge)
            let (left, right) = (edges[edge].left, leftCount + edges[edge].right)
            end = end == left ? right : left
            colour = colour == first ? second : first
        }
        for edge in path {
            for end in [edges[edge].left, leftCount + edges[edge].right] {
                edgeAt[end * colourCount + colours[edge]] = -1
            }
        }
        for edge in path { paint(edge, colours[edge] == first ? second : first) }
    }

    private mutating func paint(_ edge: Int, _ colour: Int) {
        colours[edge] = colour
        for end in [edges[edge].left, leftCount + edges[edge].right] {
            edgeAt[end * colourCount + colour] = edge
        }
    }
}
