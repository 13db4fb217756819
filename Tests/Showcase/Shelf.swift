import Assets
import Pages
import PagesSamples

/// What was drawn, until a file changes: templates and phrases are read again at the next request after that.
actor Shelf {
    private let program: Assets
    private let own: Assets
    private var read: [String: [UInt8]] = [:]
    private var showcase: Showcase?
    private var pages: [Language: [UInt8]] = [:]
    private var samples: [Language: [Sample]] = [:]

    init(program: Assets, own: Assets) {
        self.program = program
        self.own = own
    }

    /// So that a broken template stops the start.
    func warm() throws { _ = try current() }

    func page(_ language: Language) throws -> [UInt8] {
        let showcase = try current()
        if let page = pages[language] { return page }
        let page = showcase.page(language)
        pages[language] = page
        return page
    }

    func sample(_ name: String, _ language: Language) throws -> [UInt8]? {
        let showcase = try current()
        let samples = samples[language] ?? showcase.samples(language)
        self.samples[language] = samples
        return samples.first { $0.name == name }
            .map { Array($0.html(showcase.renderer, in: language).utf8) }
    }

    func asset(_ path: String) throws -> ServedAsset? {
        if path == "styles/showcase-tokens.css" { return try current().served(path) }
        return program.served(path) ?? own.served(path)
    }

    /// The last good one stays while a file is broken.
    private func current() throws -> Showcase {
        let now = files(of: program).merging(files(of: own)) { $1 }
        if let showcase, now == read { return showcase }
        do {
            let made = try Showcase(program, own: own)
            showcase = made
            pages = [:]
            samples = [:]
            read = now
            return made
        } catch {
            guard let showcase else { throw error }
            return showcase
        }
    }

    private func files(of assets: Assets) -> [String: [UInt8]] {
        let paths = ["templates", "phrases", "icons", "styles"].flatMap { assets.paths(under: $0) }
        let looked = paths.filter { !$0.hasPrefix("styles/") || $0.hasSuffix("tokens.css") }
        return Dictionary(uniqueKeysWithValues: looked.map { ($0, assets.file($0) ?? []) })
    }
}
