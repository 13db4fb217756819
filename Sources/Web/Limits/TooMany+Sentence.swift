internal import Pages

extension Phrases {
    func sentence(for refused: TooMany) -> String {
        switch refused.what {
        case .codes: self("refusal.tooManyCodes", count: refused.secondsLeft)
        case .acts: self("refused.tooManyActs", count: refused.secondsLeft)
        case .streams, .searches: self("refusal.tooManyNext", count: refused.secondsLeft)
        }
    }
}
