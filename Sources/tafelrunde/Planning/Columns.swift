/// Tables and sentences for a terminal of 80 columns.
enum Columns {
    static let widthMax = 80
    private static let gap = 2

    /// A name, a figure and a remark; what does not fit goes on below where the remark begins.
    static func line(_ name: String, _ value: String, _ words: String = "") -> String {
        let head = padded(name + " ", 15)
        return words.isEmpty
            ? wrapped(value, after: head) : wrapped(words, after: head + padded(value + " ", 9))
    }

    /// Words after a beginning, folded at spaces and indented as the beginning is wide.
    static func wrapped(_ words: String, after beginning: String) -> String {
        var lines = [beginning]
        var isEmpty = true
        for word in words.split(separator: " ") {
            let line = lines[lines.count - 1]
            if !isEmpty, line.count + 1 + word.count > widthMax {
                lines.append(String(repeating: " ", count: beginning.count) + word)
            } else {
                lines[lines.count - 1] = isEmpty ? line + word : "\(line) \(word)"
            }
            isEmpty = false
        }
        return lines.joined(separator: "\n")
    }

    /// Rows under a head, the first column to the left and all others to the right. What is too wide is cut into
    /// several tables one below the other, each of which has the first column.
    ///
    /// - Parameters:
    ///   - head: The names of the columns.
    ///   - rows: As many texts each.
    /// - Returns: The lines.
    static func table(_ head: [String], _ rows: [[String]]) -> [String] {
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        guard let first = widths.first else { return [] }
        var blocks: [[Int]] = [[]]
        var width = first
        for column in widths.indices.dropFirst() {
            let isFull = width + gap + widths[column] > widthMax
            if isFull, blocks[blocks.count - 1] != [] {
                blocks.append([])
                width = first
            }
            blocks[blocks.count - 1].append(column)
            width += gap + widths[column]
        }
        let tables = blocks.map { columns in
            all.map { row in
                padded(row[0], first) + columns.map { aligned(row[$0], gap + widths[$0]) }.joined()
            }
        }
        return Array(tables.joined(separator: [""]))
    }

    /// What part of the best conceivable plan's gain a plan brings.
    static func shareLine(perMille: Int) -> String {
        let share = "\(perMille / 10).\(perMille % 10) %"
        return line("share", share, "of what the best plan that parks no more brings, at least")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
