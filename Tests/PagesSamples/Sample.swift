public import Pages

/// A page as it may look, for the showcase, the screenshots and the tests that walk every template.
public struct Sample: Sendable {
    public let name: String
    public let page: any Page
    /// Fragments are only walked, never shown alone.
    public let isWhole: Bool

    public init(_ name: String, _ page: any Page, isWhole: Bool = true) {
        self.name = name
        self.page = page
        self.isWhole = isWhole
    }

    public func html(_ renderer: Renderer, in language: Language) -> String {
        renderer.html(page, in: language)
    }
}

/// All samples in one language; some put fragments together, so they need the renderer.
public func allSamples(_ renderer: Renderer, in language: Language) -> [Sample] {
    let words = renderer.phrases(language)
    return archiveSamples(words) + documentationSamples(words) + recordSamples(words)
        + consoleRecordSamples() + groupSamples(words) + consoleGroupSamples(words)
        + feedbackSamples(words) + consoleFeedbackSamples() + siteSamples(words) + joinSamples(words)
        + topicSamples(renderer, in: language)
        + proposalSamples(words) + seriesSamples(words)
        + nowSamples(words) + planSamples(words) + boardSamples() + peopleSamples() + legalSamples()
        + wideBoardSamples(renderer, in: language) + consoleSamples(renderer, in: language)
        + stageSamples(renderer, in: language) + sheetSamples()
}
