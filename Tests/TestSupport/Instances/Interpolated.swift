public import Domain

// `"phone-\(number)"` may be an identifier too, see Journal/Literals.swift.
extension Identifier: ExpressibleByStringInterpolation {}
