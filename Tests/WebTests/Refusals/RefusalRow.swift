import Actions
import Domain
import HTTPTypes
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

/// One refusal by its phrase: what comes before, what is sent, and how it is answered.
struct RefusalRow: Sendable, CustomTestStringConvertible {
    typealias Arrange = @Sendable (Scenery) async throws -> String
    typealias Send = @Sendable (Scenery, String) async throws -> Answer

    /// The phrase below `refused`.
    let key: String
    let status: Int
    /// What fills the sentence's gaps; from "…" on, anything may follow.
    let gaps: [String: String]
    let stage: Scenery.Stage
    /// What was typed, and has to stand in the form still.
    let typed: String?
    /// Gives what the form needs to know, like a link's secret.
    let arrange: Arrange
    let send: Send

    var testDescription: String { key }

    init(
        _ key: String, _ status: Int, gaps: [String: String] = [:], at stage: Scenery.Stage = .plain,
        arrange: @escaping Arrange = { _ in "" }, send: @escaping Send
    ) {
        self.init(key, status, gaps, stage, nil, arrange, send)
    }

    private init(
        _ key: String, _ status: Int, _ gaps: [String: String], _ stage: Scenery.Stage, _ typed: String?,
        _ arrange: @escaping Arrange, _ send: @escaping Send
    ) {
        self.key = key
        self.status = status
        self.gaps = gaps
        self.stage = stage
        self.typed = typed
        self.arrange = arrange
        self.send = send
    }

    func keeping(_ typed: String) -> Self { Self(key, status, gaps, stage, typed, arrange, send) }

    func with(_ gaps: [String: String]) -> Self { Self(key, status, gaps, stage, typed, arrange, send) }

    func at(_ stage: Scenery.Stage) -> Self { Self(key, status, gaps, stage, typed, arrange, send) }

    func after(_ arrange: @escaping @Sendable (Scenery) async throws -> Void) -> Self {
        let arranged: Arrange = {
            try await arrange($0)
            return ""
        }
        return Self(key, status, gaps, stage, typed, arranged, send)
    }

    /// Sent from a page of the console.
    static func console(
        _ key: String, _ status: Int, _ path: String, _ fields: [String: String] = [:],
        on page: String = "console", as guest: Guest = .organiser
    ) -> Self {
        Self(key, status) { scenery, _ in
            let hall = scenery.hall
            return try await hall.post(hall.path(path), as: guest, fields, from: hall.path(page))
        }
    }

    /// Sent from a page of the phone.
    static func phone(
        _ key: String, _ status: Int, _ path: String, _ fields: [String: String] = [:],
        as guest: Guest = .anna
    ) -> Self {
        Self(key, status) { scenery, _ in
            try await scenery.hall.post(scenery.hall.path(path), as: guest, fields)
        }
    }
}

extension Answer {
    /// What the page says, as it is read.
    var text: String {
        body.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
