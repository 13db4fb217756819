import Domain
import Foundation

extension TownDirectory {
    /// The 59 towns, from the file that becomes part of the program.
    static func sample() throws -> TownDirectory {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Sources/CAssets/files/towns/suedwestfalen.csv")
        return try TownDirectory(csv: String(decoding: Data(contentsOf: file), as: UTF8.self))
    }
}
