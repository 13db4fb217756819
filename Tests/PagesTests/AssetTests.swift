@testable import Assets
import Foundation
import Testing

struct AssetTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/CAssets/files")

    @Test func `the program carries every file of the folder, byte by byte`() throws {
        let assets = Assets()
        let embedded = ["styles", "scripts", "icons", "phrases", "pictures", "templates"].flatMap {
            assets.paths(under: $0)
        }
        let folder = Assets(from: .folder(AssetFolder(root.path)))
        let there = ["styles", "scripts", "icons", "phrases", "pictures", "templates"].flatMap {
            folder.paths(under: $0)
        }

        #expect(embedded == there, "run bin/embed-assets")
        for path in embedded {
            let isSame = assets.file(path) == folder.file(path)
            #expect(isSame, "\(path): run bin/embed-assets")
        }
    }

    @Test(arguments: [
        "../Package.swift", "styles/../../assets.c", "/etc/passwd", "styles//base.css", "", ".",
        "styles/.hidden",
        "styles\\base.css", "styles/base.css\0",
    ])
    func `no path leads out of the folder`(_ path: String) {
        #expect(Assets(from: .folder(AssetFolder(root.path))).file(path) == nil)
        #expect(Assets().file(path) == nil)
        #expect(Assets().served(path) == nil)
    }

    @Test(arguments: [
        "templates/people/join.mustache", "phrases/de.yaml", "icons/plus.svg", "styles/none.css",
    ])
    func `browsers get no templates and no phrases`(_ path: String) {
        #expect(Assets().served(path) == nil)
    }

    @Test(arguments: ScriptBundle.allCases)
    func `a bundle of scripts has every module once, after those it imports, and leaves no import over`(
        _ bundle: ScriptBundle
    ) throws {
        let assets = Assets()
        let text = String(decoding: try #require(assets.served(bundle.path)).bytes, as: UTF8.self)

        #expect(text.firstMatch(of: /(?m)^(import|export)\b/) == nil)
        for module in assets.paths(under: "scripts") {
            let own = try #require(assets.text(module)).split(separator: "\n").filter {
                !$0.hasPrefix("import ") && !$0.hasPrefix("export ") && $0.count > 40
            }
            guard let line = own.first, text.contains(line) else { continue }
            #expect(text.ranges(of: line).count == 1, "\(module)")
        }
    }

    @Test func `modules hand over what they export, whatever they are imported as`() {
        let module = ScriptModule(
            "a",
            """
            import './b.js';
            import { c, d } from './e-f.js';
            export const x = 1;
            export async function y() {}
            const z = 'export const no';
            """)

        #expect(module.imports.map(\.module) == ["b", "e-f"])
        #expect(module.imports.map(\.names) == [nil, "c, d"])
        #expect(module.exports == ["x", "y"])
        #expect(module.text == "const x = 1;\nasync function y() {}\nconst z = 'export const no';\n")
    }

    @Test(arguments: StyleBundle.allCases)
    func `a bundle has all its components, the layers first`(_ bundle: StyleBundle) throws {
        let assets = Assets()
        let served = try #require(assets.served(bundle.path))

        #expect(served.kind == .style)
        for component in bundle.components {
            #expect(assets.file("styles/\(component).css") != nil, "\(component)")
        }
        #expect(
            String(decoding: served.bytes, as: UTF8.self).contains(
                "@layer tokens, base, elements, components, print;"
            )
        )
    }

    @Test func `the address changes with the content and with nothing else`() {
        #expect(Assets().address == Assets().address)
        #expect(Assets().address.hasPrefix("/assets/"))
        #expect(Assets(from: .folder(AssetFolder(root.path))).address == "/assets/folder")
    }
}
