import Domain
import Foundation
import Testing

/// Old entries are read for ever: each kind of change has a file that was written once and is never edited.
///
/// For a new kind, set `WRITE_GOLDEN=1` and run these tests: missing files are written, others never touched.
struct GoldenTests {
    @Test(arguments: GoldenSample.all)
    func `is written as it always was, and read again`(_ sample: GoldenSample) throws {
        let file = GoldenSample.folder.appending(path: sample.file)
        if !FileManager.default.fileExists(atPath: file.path), isWriting {
            try sample.encoded().write(to: file)
        }

        let golden = try #require(
            FileManager.default.contents(atPath: file.path), "\(sample.file) is missing")

        #expect(
            try String(decoding: sample.encoded(), as: UTF8.self) == String(decoding: golden, as: UTF8.self))
        #expect(try sample.isRead(golden))
    }

    @Test func `every kind of change has a file, and every file a kind`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenSample.folder.path)
            .filter { $0.hasSuffix(".json") }

        #expect(Set(GoldenSample.all.map(\.kind)) == Set(ChangeKind.allCases))
        #expect(Set(files) == Set(GoldenSample.all.map(\.file)))
        #expect(GoldenSample.all.count == Set(GoldenSample.all.map(\.file)).count)
    }

    @Test func `what names itself in the journal keeps its name`() {
        #expect(
            [
                Facts.Form.allCases.map(\.rawValue), Facts.Tone.allCases.map(\.rawValue),
                Organiser.Part.allCases.map(\.rawValue), Equipment.allCases.map(\.rawValue),
                ProgrammeItem.Form.allCases.map(\.rawValue), Proposal.Form.allCases.map(\.rawValue),
                Phase.allCases.map(\.rawValue), Role.allCases.map(\.rawValue),
                Record.Field.fixed.map(\.name), Record.Step.Part.allCases.map(\.rawValue),
                Picture.allCases.map(\.rawValue),
                Contact.Kind.allCases.map(\.rawValue), SharedContact.Audience.allCases.map(\.rawValue),
            ] == [
                ["barcamp", "conference", "networkMeeting", "workshop"], ["du", "sie"],
                ["organiser", "coOrganiser", "cooperation", "host"],
                ["projector", "whiteboard", "flipchart", "videoCall", "accessible"],
                ["greeting", "offers", "keynote", "panel", "pitch", "breakTime", "closing", "other"],
                ["question", "experience", "input", "helpWanted"],
                [
                    "preparing", "arriving", "greeting", "pitching", "weighing", "planning", "running",
                    "closing",
                    "ended",
                ], ["anyone", "participant", "projector", "moderator", "organiser"],
                [
                    "startingPoint", "keyPoint1", "keyPoint2", "keyPoint3", "questions", "solutions", "links",
                    "goingOn",
                ], ["what", "who", "until"], ["join", "wishes", "draft", "board", "now", "closing"],
                ["email", "phone", "other"],
                ["convener", "group", "organisers"],
            ])
    }

    @Test func `streams keep their names`() {
        #expect(
            [
                Gathering.kind, Interest.kind, Attendance.kind, Access.kind, House.kind, Record.kind,
                WorkingGroups.kind, Feedback.kind,
            ]
                == [
                    "gathering", "interest", "attendance", "access", "house", "record", "groups", "feedback",
                ])
        #expect([Access.houseName, House.theOne.text] == ["house", "1"])
    }

    private var isWriting: Bool { ProcessInfo.processInfo.environment["WRITE_GOLDEN"] == "1" }
}

/// A change with the file that holds how it is written.
struct GoldenSample: Sendable, CustomTestStringConvertible {
    let kind: ChangeKind
    let file: String
    let encoded: @Sendable () throws -> Data
    let isRead: @Sendable (Data) throws -> Bool

    var testDescription: String { file }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")

    /// `variant`: tells two samples of one kind apart.
    init<Change: Codable & Equatable & Sendable>(
        _ kind: ChangeKind, as variant: String? = nil, _ change: Change
    ) {
        self.kind = kind
        file = variant.map { "\(kind.rawValue)-\($0).json" } ?? "\(kind.rawValue).json"
        encoded = {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(change)
        }
        isRead = { try JSONDecoder().decode(Change.self, from: $0) == change }
    }
}
