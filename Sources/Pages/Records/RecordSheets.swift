/// A sheet of paper for each session, to write on where nobody wants to type.
public struct RecordSheets: Page {
    public static let template = "print/records"

    public var frame: SheetFrame
    public var sheets: [RecordSheet]

    public init(_ frame: SheetFrame, sheets: [RecordSheet]) {
        self.frame = frame
        self.sheets = sheets
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["print.records"]) \u{B7} \(frame.name)")
        case "sheets": .parts(sheets)
        case "isEmpty": .flag(sheets.isEmpty)
        default: frame.answer(name, words)
        }
    }
}

public struct RecordSheet: Part {
    public var title: String
    public var host: String?
    /// "11:30, Rittersaal".
    public var place: String
    /// Leads to where it is typed.
    public var qr: Markup?

    public init(title: String, host: String?, place: String, qr: Markup?) {
        self.title = title
        self.host = host
        self.place = place
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "host": .maybe(host)
        case "place": .text(place)
        case "qr": .maybe(qr)
        case "boxes":
            .parts([
                Box(words["record.startingPoint"], lines: 3), Box(words["record.keyPoints"], lines: 3),
                Box(words["record.questions"], lines: 3), Box(words["record.solutions"], lines: 6),
                Box(words["record.links"], lines: 2), Box(words["record.goingOn"], lines: 2),
            ])
        case "stepLines": .texts(["", "", ""])
        default: nil
        }
    }

    private struct Box: Part {
        let label: String
        let lines: Int

        init(_ label: String, lines: Int) {
            self.label = label
            self.lines = lines
        }

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "label": .text(label)
            case "lines": .texts(Array(repeating: "", count: lines))
            default: nil
            }
        }
    }
}
