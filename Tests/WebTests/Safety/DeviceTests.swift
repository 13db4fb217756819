import Actions
import Domain
import HTTPTypes
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Web

/// The cookie that makes a browser somebody.
struct DeviceTests {
    @Test(arguments: [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"], [:]])
    func `another site's form never replaces the cookie`(_ headers: [String: String]) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.send(
            .post, "/code", as: .anyone, .named(headers), body: ByteBuffer(string: ""))

        #expect(answer.status == 403)
        #expect(answer.headers[.setCookie] == nil)
    }

    @Test func `an act of our own page makes a device, once`() async throws {
        let hall = try await Hall.open()

        #expect(
            try await hall.post("/code", as: .anyone).headers[.setCookie]?.hasPrefix("tafelrunde=") == true)
        #expect(try await hall.post("/code", as: .anna).headers[.setCookie] == nil)
    }

    @Test(arguments: [
        ("lang=en; tafelrunde=SECRET", true), ("tafelrunde=SECRET;lang=en", true),
        ("tafelrunde=SECRET", true),
        ("x-tafelrunde=SECRET", false), ("tafelrunde=", false), ("tafelrunde=SECRETS", false),
        ("tafelrunde=SECRET1", false), ("Tafelrunde=SECRET", false), ("", false), (";;=", false),
    ])
    func `a device is known by its cookie among others, and by nothing else`(_ way: (String, Bool))
        async throws
    {
        let hall = try await Hall.open()
        let secret = String(repeating: "a", count: DeviceCookie.secretLength)
        let cookie = way.0.replacing("SECRET1", with: secret.dropLast() + "1").replacing(
            "SECRET", with: secret)

        let answer = try await hall.send(
            .post, "/code", as: .anyone, .named(["Sec-Fetch-Site": "same-origin", "Cookie": cookie]),
            body: ByteBuffer(string: "code=abc234"))

        #expect((answer.headers[.setCookie] == nil) == way.1)
    }

    @Test func `pages that lead in give the cookie before their button is tapped twice`() async throws {
        let hall = try await Hall.open()
        let visit: HTTPFields = .named(["Sec-Fetch-Dest": "document"])

        #expect(try await hall.get(hall.path("join"), as: .anyone, visit).headers[.setCookie] != nil)
        #expect(try await hall.get(hall.path("join"), as: .anyone).headers[.setCookie] != nil)
        #expect(try await hall.get(hall.path("join"), as: .anna, visit).headers[.setCookie] == nil)
        #expect(try await hall.get(hall.path("board"), as: .anyone, visit).headers[.setCookie] == nil)
        #expect(
            try await hall.get(hall.path("join"), as: .anyone, .named(["Sec-Fetch-Dest": "image"])).headers[
                .setCookie] == nil)
    }
}

struct WayTests {
    @Test(arguments: [
        ("//evil.example/x?lang=en", "/evil.example/x"), ("/%5Cevil.example?lang=en", "/%5Cevil.example"),
        ("/g/7/live?page=%2Fg%2F7&lang=de&after=1-2", "/g/7/live?page=%2Fg%2F7&after=1-2"),
        ("/?lang=en", "/"),
    ])
    func `a chosen language leads back to the same page of the same host`(_ way: (String, String))
        async throws
    {
        let hall = try await Hall.open()

        let answer = try await hall.get(way.0, as: .anyone)

        #expect(answer.status == 303)
        #expect(answer.location == way.1)
    }

    @Test func `what is asked for its head only is answered without a body`() async throws {
        let hall = try await Hall.open()

        for path in ["/", hall.path("board"), "/health"] {
            let page = try await hall.get(path, as: .anyone)
            let head = try await hall.send(.head, path, as: .anyone, [:], body: nil)

            #expect(head.status == 200, "\(path)")
            #expect(head.body == "")
            #expect(head.headers[.contentType] == page.headers[.contentType])
        }
        let nothing = try await hall.send(.head, "/nothing", as: .anyone, [:], body: nil)
        #expect([nothing.status == 404, nothing.body.isEmpty] == [true, true])
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .options, .patch])
    func `whatever is asked of an unknown address gets a page with the headers`(_ method: HTTPRequest.Method)
        async throws
    {
        let hall = try await Hall.open()

        let answer = try await hall.send(
            method, "/nothing", as: .anyone, .named(["Sec-Fetch-Site": "same-origin"]), body: nil)

        #expect(answer.status == 404)
        #expect(answer.contains("Hier ist nichts."))
        #expect(answer.headers[named: "Content-Security-Policy"] == ContentPolicy.text)
    }

    @Test func `no line of the log holds a link's secret or a code`() async throws {
        let log = KeptLog(.error)
        let hall = try await Hall.open(logger: log.logger)
        await hall.instance.close()

        let link = try await hall.get("/l/\(hall.id)-secretsecretsecretsecret22", as: .anyone)
        let code = try await hall.get("/j/abc234", as: .anyone)

        #expect([link.status, code.status] == [503, 503])
        let logged = log.lines
        #expect(logged.count == 2)
        #expect(!logged.contains { $0.contains("secret") || $0.contains("abc234") })
        #expect(logged.map { $0.contains("token") || $0.contains("code") } == [true, true])
    }
}
