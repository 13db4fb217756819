import Testing

@testable import tafelrunde

@Suite struct `A table for a terminal` {
    @Test func `folds a remark that is too long where it began`() {
        let words = Array(repeating: "abcd", count: 20).joined(separator: " ")

        let lines = Columns.line("name", "12", words).split(separator: "\n")

        #expect(
            lines.first == "name           12       abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd")
        #expect(
            lines.last
                == Substring(
                    String(repeating: " ", count: 24)
                        + Array(repeating: "abcd", count: 9).joined(separator: " ")))
        #expect(lines.count == 2)
    }

    @Test func `fills 80 columns and not one more`() {
        let fitting = Columns.wrapped("a " + String(repeating: "b", count: 78), after: "")
        let tooLong = Columns.wrapped("a " + String(repeating: "b", count: 79), after: "")

        #expect(fitting.count == 80)
        #expect(tooLong == "a\n" + String(repeating: "b", count: 79))
    }

    @Test func `keeps a gap after a name that is too long for its column`() {
        #expect(Columns.line("a name of seventeen", "1234567890", "x") == "a name of seventeen 1234567890 x")
    }

    @Test func `is cut into tables one below the other, each with the first column`() {
        let head = ["slot"] + (0..<11).map { "room \($0)" }
        let lines = Columns.table(head, [["0"] + (0..<11).map { "\($0)" }])

        #expect(
            lines == [
                "slot  room 0  room 1  room 2  room 3  room 4  room 5  room 6  room 7  room 8",
                "0          0       1       2       3       4       5       6       7       8",
                "", "slot  room 9  room 10", "0          9       10",
            ])
    }

    @Test func `of one column stays one`() {
        #expect(Columns.table(["slot"], [["0"], ["1"]]) == ["slot", "0   ", "1   "])
    }
}
