import Foundation
import Testing

@testable import Pages

struct DrawingTests {
    @Test func `a row is one path for each kind of seat, and runs on a little`() {
        let html = Seats(taken: 3, free: 1).markup.html

        #expect(
            html
                == #"<svg class="seats" width="37.4" height="7.4" viewBox="0 0 37.4 7.4" aria-hidden="true"><path class="seat-edge" d="M33.7 3.7h3" stroke-width="7.4" stroke-dasharray="0 10"/><path class="seat-hole" d="M33.7 3.7h3" stroke-width="4.74" stroke-dasharray="0 10"/><path class="seat-taken" d="M3.7 3.7h23" stroke-width="7.4" stroke-dasharray="0 10"/></svg>"#
        )
    }

    @Test func `more people than seats shows who is too many`() {
        let html = Seats(wishes: 8, seats: 5, size: .board).markup.html

        #expect(html.contains(#"<path class="seat-taken" d="M2.8 2.8h31.82""#))
        #expect(html.contains(#"<path class="seat-surplus" d="M39.8 2.8h17.02""#))
        #expect(!html.contains("seat-edge"))
    }

    @Test func `a long row breaks into lines`() {
        let html = Seats(taken: 45, perLine: 20).markup.html

        #expect(html.contains(#"d="M3.7 3.7h193M3.7 13.7h193M3.7 23.7h43""#))
        #expect(html.contains(#"width="197.4" height="27.4""#))
    }

    @Test func `the reader's own seat has a halo`() {
        let html = Seats(taken: 2, isMine: true).markup.html

        #expect(html.contains(#"<path class="seat-taken" d="M3.7 3.7h3""#))
        #expect(html.contains(#"<circle class="seat-halo" cx="15.55" cy="3.7" r="6.14""#))
    }

    @Test(arguments: [(40, 1), (41, 5), (200, 5), (201, 10)])
    func `one list, one step`(count: Int, step: Int) {
        #expect(Seats.step(forLargest: count) == step)
    }

    @Test func `a dot that stands for five is drawn for the last one, too`() {
        #expect(Seats(taken: 11, step: 5).markup.html.contains("M3.7 3.7h23"))
    }

    @Test func `nobody is no drawing`() {
        #expect(Seats(taken: 0).markup.html == "")
    }

    @Test func `a ring has as many places as seats, the taken ones first`() {
        let html = Ring(taken: 2, places: 4, style: .time).markup.html

        #expect(
            html.contains(
                #"<circle class="seat-time" cx="50" cy="50" r="45" pathLength="4" stroke-width="9" stroke-dasharray="0 1 0 4" stroke-dashoffset="0"/>"#
            )
        )
        #expect(
            html.contains(
                #"<circle class="seat-edge" cx="50" cy="50" r="45" pathLength="4" stroke-width="9" stroke-dasharray="0 1 0 4" stroke-dashoffset="-2"/>"#
            )
        )
    }

    @Test func `an empty ring hides what is taken, a full one what is free`() {
        #expect(Ring(taken: 0, places: 4).markup.html.contains(#"stroke-dashoffset="0" visibility="hidden""#))
        #expect(
            Ring(taken: 9, places: 4).markup.html.contains(#"stroke-dashoffset="-4" visibility="hidden""#)
        )
    }

    @Test(arguments: [(38, 60, 38), (599, 600, 59), (0, 600, 0), (1, 600, 1)])
    func `a crowd shares seats, and the reader's stays free`(people: Int, places: Int, taken: Int) {
        #expect(
            Ring.people(people, of: places, keepsSeat: true)
                == Ring(taken: taken, places: 60, keepsSeat: true)
        )
    }

    @Test(arguments: [
        (0.0, "0"), (7.4, "7.4"), (10, "10"), (-3.05, "-3.05"), (2.804, "2.8"), (0.1 + 0.2, "0.3"),
    ])
    func `numbers are short in drawings`(number: Double, text: String) {
        #expect(number.plain == text)
    }

    @Test func `a QR code has a quiet zone and is refused for what cameras would not read`() throws {
        let html = try #require(QRCode("https://tafelrunde.example/j/k7m4qx")).markup.html

        #expect(html.contains(#"viewBox="0 0 37 37""#))
        #expect(html.contains("M4 4h7v1h-7z"))
        #expect(QRCode("") == nil)
        #expect(QRCode("Grüße") == nil)
        #expect(QRCode(String(repeating: "a", count: 3000)) == nil)
    }

    @Test func `a stencil leaves each reader's own things to be filled in`() {
        let page =
            #"<p>ä\#u{E100}</p><b data-position="\#(Stencil.Gap.position.text)">\#(Stencil.Gap.rows.text)</b>"#
        let row = Stencil(Markup(trusted: #"<input value="\#(Stencil.Gap.act.text)-7">"#))
        var bytes: [UInt8] = []

        Stencil(Array(page.utf8)).append(to: &bytes) { gap, page in
            switch gap {
            case .position: page += "3-42".utf8
            case .act: page += "never".utf8
            case .rows: row.append(to: &page) { _, page in page += "abc".utf8 }
            }
        }

        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "<p>ä\u{E100}</p><b data-position=\"3-42\"><input value=\"abc-7\"></b>")
    }

    @Test func `a stencil ends as it ended, also in the middle of a gap`() {
        var bytes: [UInt8] = []

        Stencil([0x61, 0xEE, 0x80]).append(to: &bytes) { _, page in page += "x".utf8 }

        #expect(bytes == [0x61, 0xEE, 0x80])
    }
}
