import Pages

@testable import Web

extension Audience {
    init(screen: Screen, language: Language, isInside: Bool) {
        self.init(screens: [screen], language: language, isInside: isInside)
    }
}
