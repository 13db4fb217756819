import Domain
import Foundation

/// A point of the arrival map's square: both from 0 to 1, the ring's centre in the middle, down is more.
public struct Spot: Sendable, Hashable {
    public let x: Double
    public let y: Double

    static let centre = Spot(x: 0.5, y: 0.5)

    func distance(to other: Spot) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}

/// Degrees to the map's square: equirectangular at the region's own latitude, so that a kilometre is as long each way.
///
/// Everything lies in a circle around the middle.
struct LocalProjection {
    private let stretch: Double
    private let middle: (x: Double, y: Double)
    private let scale: Double

    /// `radius`: of the circle that everything fits into; the square's side is 1.
    init(around degrees: [(longitude: Double, latitude: Double)], radius: Double) {
        let latitudes = degrees.map(\.latitude)
        let reference = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
        let stretch = cos(reference * .pi / 180)
        let flat = degrees.map { (x: $0.longitude * stretch, y: -$0.latitude) }
        let circle = Self.circle(around: flat)
        self.stretch = stretch
        middle = circle.middle
        scale = circle.radius > 0 ? radius / circle.radius : 1
    }

    func spot(longitude: Double, latitude: Double) -> Spot {
        Spot(
            x: Spot.centre.x + (longitude * stretch - middle.x) * scale,
            y: Spot.centre.y + (-latitude - middle.y) * scale)
    }

    func spot(_ corner: TownAreas.Corner) -> Spot {
        spot(longitude: Double(corner.longitude) / 10_000, latitude: Double(corner.latitude) / 10_000)
    }

    /// A small circle around all points: the middle goes towards the farthest one, a little less each time
    /// (Bădoiu and Clarkson 2003).
    private static func circle(around points: [(x: Double, y: Double)]) -> (
        middle: (x: Double, y: Double), radius: Double
    ) {
        guard var middle = points.first else { return ((0, 0), 0) }
        func distance(_ point: (x: Double, y: Double)) -> Double {
            let (x, y) = (point.x - middle.x, point.y - middle.y)
            return (x * x + y * y).squareRoot()
        }
        for step in 1...400 {
            guard let farthest = points.max(by: { distance($0) < distance($1) }) else { break }
            middle.x += (farthest.x - middle.x) / Double(step + 1)
            middle.y += (farthest.y - middle.y) / Double(step + 1)
        }
        return (middle, points.map(distance).max() ?? 0)
    }
}
