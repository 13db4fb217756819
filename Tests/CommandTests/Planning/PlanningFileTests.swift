import Foundation
import Testing

@testable import tafelrunde

@Suite struct `A file to plan from` {
    /// What the tests read: a list of numbers and a name.
    private struct Sample: Decodable, Equatable {
        let numbers: [Int]
        let name: String

        enum CodingKeys: String, CodingKey, CaseIterable { case numbers, name }

        init(numbers: [Int], name: String) {
            self.numbers = numbers
            self.name = name
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            numbers = try fields.decode([Int].self, forKey: .numbers)
            name = try fields.decode(String.self, forKey: .name)
        }
    }

    private func read(_ text: String) throws -> Sample {
        let workplace = try Workplace()
        try workplace.write("a.json", text)
        return try PlanningFile.read(Sample.self, from: workplace.path("a.json"))
    }

    @Test func `is read with letters and escapes of all kinds`() throws {
        let sample = try read("\u{FEFF}{\"numbers\": [0, -12],\r\n\t\"name\": \"ä\\ud83d\\ude00\\n\"}\n")

        #expect(sample == Sample(numbers: [0, -12], name: "ä😀\n"))
    }

    @Test(arguments: [
        ("", 1, "it ends where a value should come"),
        ("{\"numbers\":\n[1,\n2,]}", 3, "there is “]” where a value should come"),
        ("{\"numbers\": [1]", 1, "it ends where “,” or “}” should come"),
        ("{\n\"numbers\" [1]}", 2, "there is “[” where “:” should come"),
        ("{\n'numbers': [1]}", 2, "there is “'” where the name of a field should come"),
        ("{}\n\n}", 3, "there is “}” where the end should come"),
        ("[01]", 1, "a number begins with 0"),
        ("[-]", 1, "there is “]” where a digit should come"),
        ("[nul]", 1, "there is “]” where “null” should come"),
        ("[\"\\q\"]", 1, "there is “q” where an escape should come"),
        ("[\"\\u12g4\"]", 1, "there is “1” where four hexadecimal digits should come"),
        ("[\"\\ud800\"]", 1, "half a character is escaped"),
        ("[\"a\nb\"]", 1, "a line ends, or a control character stands, in a text"),
        ("[\"a", 1, "it ends within a text"),
        (String(repeating: "[", count: 100_000), 1, "brackets are nested deeper than 32"),
    ])
    func `that is no JSON is refused with its line`(_ text: String, _ line: Int, _ fault: String) {
        #expect(throws: JSONForm.Fault(place: .line(line), fault: "not JSON: \(fault)")) {
            try JSONForm.check(Array(text.utf8))
        }
    }

    @Test func `in another encoding is refused with its line`() {
        #expect(throws: JSONForm.Fault(place: .line(2), fault: "not JSON: it is not UTF-8")) {
            try JSONForm.check([0x5B, 0x0A, 0x22, 0xFF, 0x22, 0x5D])
        }
    }

    @Test(arguments: [
        (
            #"{"numbers": [1, 2.5], "name": ""}"#,
            "numbers[1]: expected a whole number, without point and exponent"
        ),
        (
            #"{"numbers": [1e9], "name": ""}"#,
            "numbers[0]: expected a whole number, without point and exponent"
        ),
        (#"{"numbers": [1234567890123456], "name": ""}"#, "numbers[0]: the number has more than 15 digits"),
        (#"{"numbers": [1, "2"], "name": ""}"#, "numbers[1]: expected a whole number"),
        (#"{"numbers": [null], "name": ""}"#, "numbers[0]: expected a whole number, not null"),
        (#"{"numbers": {}, "name": ""}"#, "numbers: expected a list in [ ]"),
        (#"{"numbers": [], "name": 1}"#, "name: expected a text in quotation marks"),
        (#"{"numbers": []}"#, "the field “name” is missing"),
        (#"{"numbers": [], "nam": ""}"#, "nam: there is no such field; there are numbers and name"),
        (#"{"numbers": [], "name": "", "name": ""}"#, "name: the field is there twice"),
        ("[]", "expected an object in { }"),
    ])
    func `with something else in a field is refused with its name`(_ text: String, _ sentence: String) {
        let fault = #expect(throws: FileFault.self) { try read(text) }

        #expect(fault?.description.hasSuffix("/a.json: \(sentence).") == true, "\(fault?.description ?? "")")
        #expect(fault?.reason == .damaged)
    }

    @Test func `that never ends is refused for its size`() {
        let fault = FileFault("/dev/zero", .file, "it has more than 32 megabytes, too many to be planned")

        #expect(throws: fault) { try PlanningFile.read(Sample.self, from: "/dev/zero") }
    }

    @Test func `that is not there ends with another code than one that is not understood`() {
        let fault = FileFault(
            "/nowhere.json", .file, "it cannot be read: No such file or directory", reason: .noInput)

        #expect(throws: fault) { try PlanningFile.read(Sample.self, from: "/nowhere.json") }
    }

    @Test func `is never overwritten by what was planned, and neither is a device`() throws {
        let workplace = try Workplace()
        try workplace.write("a.json", "{}")
        let path = workplace.path("a.json")

        #expect(throws: Stop(.cannotCreate, "\(path) is a file that is read: give another name.")) {
            try PlanningFile.mustBeWritable(path, besides: ["-", path])
        }
        #expect(throws: Stop(.cannotCreate, "/dev/null is there already, and it is not a file.")) {
            try PlanningFile.mustBeWritable("/dev/null")
        }
        try PlanningFile.mustBeWritable(workplace.path("b.json"), besides: [path])
        try PlanningFile.write("x", to: workplace.path("b.json"))
        try PlanningFile.mustBeWritable(workplace.path("b.json"), besides: [path])
        try PlanningFile.write("y", to: workplace.path("b.json"))

        #expect(try workplace.read("a.json") == "{}")
        #expect(try workplace.read("b.json") == "y")
        #expect(workplace.names() == ["a.json", "b.json"])
    }

    @Test func `is not overwritten through a link either`() throws {
        let workplace = try Workplace()
        try workplace.write("a.json", "{}")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.path("b.json"), withDestinationPath: workplace.path("a.json"))

        #expect(throws: Stop.self) {
            try PlanningFile.mustBeWritable(workplace.path("b.json"), besides: [workplace.path("a.json")])
        }
    }
}
