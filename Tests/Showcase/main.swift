// Renders every page from samples into a folder, for screenshots and for those who look: showcase FOLDER [ASSETS]
import Assets
import Foundation
import Pages
import PagesSamples

let arguments = CommandLine.arguments
let target = URL(filePath: arguments.count > 1 ? arguments[1] : "screenshots/pages")
let source = arguments.count > 2 ? AssetSource.folder(AssetFolder(arguments[2])) : .embedded
let assets = Assets(from: source)
let renderer = try Renderer(assets)

func write(_ bytes: [UInt8], to path: String) throws {
    let url = target.appending(path: path)
    try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
}

for language in Language.allCases {
    for sample in allSamples(renderer, in: language) where sample.isWhole {
        try write(
            Array(sample.html(renderer, in: language).utf8),
            to: "\(sample.name).\(language.rawValue).html"
        )
    }
}
let files = ["styles", "scripts", "pictures", "fonts"].flatMap { assets.paths(under: $0) }
for path in files + StyleBundle.allCases.map(\.path) {
    if let served = assets.served(path) {
        try write(served.bytes, to: String(assets.address.dropFirst()) + "/" + path)
    }
}
