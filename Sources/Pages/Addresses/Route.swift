/// Every address of the program, so that no page can link to what is not there.
public enum Route: Sendable, Hashable {
    case start
    case code
    case join(code: String)
    case organiser
    /// Search over all gatherings.
    case archive
    case gatherings
    case link(token: String)

    /// The phone: what is now, what comes next.
    case gathering(String)
    case joining(String)
    case participants(String)
    case returning(String)
    case topics(String)
    case newProposal(String)
    /// What stayed open at the edition before.
    case suggestions(String)
    case proposals(String)
    case proposal(String, String)
    case withdrawal(String, String)
    case wish(String, String)
    case wishWithdrawal(String, String)
    case plan(String)
    case attendance(String, String)
    case attendanceWithdrawal(String, String)
    /// What is written down of a session: to be read, written, looked back at.
    case record(String, String)
    case recordWriting(String, String)
    case recordChoice(String, String)
    case recordHistory(String, String)
    case recordRestoration(String, String)
    case recordKeeper(String, String)
    case recordRelease(String, String)
    case recordReleaseWithdrawal(String, String)
    /// Who goes on with a topic: to be seen, joined, left, shared a contact with, handed over.
    case group(String, String)
    case groupMembership(String, String)
    case groupMembershipWithdrawal(String, String)
    case groupContactWithdrawal(String, String)
    case groupConvener(String, String)
    /// Four words at the end, and in the end what all have said.
    case feedback(String)
    case people(String)
    case profile(String)
    case ownDevicesRemoval(String)
    case leaving(String)
    case departure(String)
    case board(String)
    /// What remains of the day, for everybody who was not there.
    case documentation(String, DocumentationForm)
    /// All editions of its series.
    case series(String)
    case projector(String)
    case print(String)
    case live(String)
    case imprint(String)
    case privacy(String)
    case accessibility(String)

    /// The instance's own legal pages, for those who are in no gathering.
    case siteImprint
    case sitePrivacy
    case siteAccessibility

    /// The moderator's console and its pages; an empty path is its first one.
    case console(String, String)
    /// What the console's forms are sent to.
    case act(String, ModeratorAct)

    public var path: String {
        switch self {
        case .start: "/"
        case .code: "/code"
        case .join(let code): "/j/\(code)"
        case .organiser: "/organiser"
        case .archive: "/archive"
        case .gatherings: "/gatherings"
        case .link(let token): "/l/\(token)"
        case .gathering(let id): "/g/\(id)"
        case .joining(let id): "/g/\(id)/join"
        case .participants(let id): "/g/\(id)/participants"
        case .returning(let id): "/g/\(id)/return"
        case .topics(let id): "/g/\(id)/topics"
        case .newProposal(let id): "/g/\(id)/proposals/new"
        case .suggestions(let id): "/g/\(id)/suggestions"
        case .proposals(let id): "/g/\(id)/proposals"
        case .proposal(let id, let proposal): "/g/\(id)/proposals/\(proposal)"
        case .withdrawal(let id, let proposal): "/g/\(id)/proposals/\(proposal)/withdrawal"
        case .wish(let id, let proposal): "/g/\(id)/proposals/\(proposal)/wish"
        case .wishWithdrawal(let id, let proposal): "/g/\(id)/proposals/\(proposal)/wish/withdrawal"
        case .plan(let id): "/g/\(id)/plan"
        case .attendance(let id, let session): "/g/\(id)/sessions/\(session)/attendance"
        case .attendanceWithdrawal(let id, let session): "/g/\(id)/sessions/\(session)/attendance/withdrawal"
        case .record(let id, let session): "/g/\(id)/records/\(session)"
        case .recordWriting(let id, let session): "/g/\(id)/records/\(session)/writing"
        case .recordChoice(let id, let session): "/g/\(id)/records/\(session)/choice"
        case .recordHistory(let id, let session): "/g/\(id)/records/\(session)/history"
        case .recordRestoration(let id, let session): "/g/\(id)/records/\(session)/restoration"
        case .recordKeeper(let id, let session): "/g/\(id)/records/\(session)/keeper"
        case .recordRelease(let id, let session): "/g/\(id)/records/\(session)/release"
        case .recordReleaseWithdrawal(let id, let session): "/g/\(id)/records/\(session)/release/withdrawal"
        case .group(let id, let topic): "/g/\(id)/proposals/\(topic)/group"
        case .groupMembership(let id, let topic): "/g/\(id)/proposals/\(topic)/group/membership"
        case .groupMembershipWithdrawal(let id, let topic):
            "/g/\(id)/proposals/\(topic)/group/membership/withdrawal"
        case .groupContactWithdrawal(let id, let topic):
            "/g/\(id)/proposals/\(topic)/group/contact/withdrawal"
        case .groupConvener(let id, let topic): "/g/\(id)/proposals/\(topic)/group/convener"
        case .feedback(let id): "/g/\(id)/feedback"
        case .people(let id): "/g/\(id)/people"
        case .profile(let id): "/g/\(id)/profile"
        case .ownDevicesRemoval(let id): "/g/\(id)/profile/devices/removal"
        case .leaving(let id), .departure(let id): "/g/\(id)/departure"
        case .board(let id): "/g/\(id)/board"
        case .documentation(let id, let form): "/g/\(id)/documentation\(form.ending)"
        case .series(let id): "/g/\(id)/series"
        case .projector(let id): "/g/\(id)/projector"
        case .print(let id): "/g/\(id)/print"
        case .live(let id): "/g/\(id)/live"
        case .imprint(let id): "/g/\(id)/imprint"
        case .privacy(let id): "/g/\(id)/privacy"
        case .accessibility(let id): "/g/\(id)/accessibility"
        case .siteImprint: "/imprint"
        case .sitePrivacy: "/privacy"
        case .siteAccessibility: "/accessibility"
        case .console(let id, let page): page.isEmpty ? "/g/\(id)/console" : "/g/\(id)/console/\(page)"
        case .act(let id, let act): "/g/\(id)/\(act.path)"
        }
    }
}
