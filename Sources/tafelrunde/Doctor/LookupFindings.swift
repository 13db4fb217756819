import JournalSQLite
import Lookup

/// What a doctor says about what search reads. Nothing of it can be lost: the next start makes it anew.
extension Doctor {
    func lookupFindings() -> [Finding] {
        let subject = "Archive"
        guard folder.holdsJournal(), let journal = try? SQLiteJournal(readingOnly: folder.path) else {
            return []
        }
        defer { try? journal.close() }
        switch Lookup.inspect(folder.lookupFile, epoch: journal.epoch, isThorough: isThorough) {
        case .missing: return [.ok(subject, "It is not made yet; the next start makes it from the journal.")]
        case .unfitting:
            return [.ok(subject, "It is of another journal or version; the next start makes it anew.")]
        case .damaged:
            return [
                .warn(
                    subject,
                    "\(folder.lookupFile) is damaged; the next start makes it anew, and nothing is lost.")
            ]
        case .unfinished: return [.ok(subject, "It is being made from the journal.")]
        case .whole(let holdings):
            return [.ok(subject, "Search finds \(holdings) topics, records and lines of them.")]
        }
    }
}
