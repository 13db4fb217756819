import Domain
import Pages

func frame(
    _ place: PhoneFrame.Place, note: String? = nil, announcements: [Pages.Announcement] = []
) -> PhoneFrame {
    PhoneFrame(
        gathering: "7f3k", name: "24. Runder Tisch, Altena", place: place, note: note,
        announcements: announcements, position: "e1-42-0-in")
}

struct Topic {
    let title: String
    let host: String
    let kind: ProposalKind
    let wishes: Int
    var hands = 0
}

let topics: [Topic] = [
    .init(
        title: "Bauhof: ein Fuhrpark für drei Gemeinden", host: "Bernd, Balve", kind: .experience,
        wishes: 10),
    .init(
        title: "KI in der Verwaltung: Was darf sie, was hilft?", host: "Leyla, Siegen", kind: .question,
        wishes: 14),
    .init(
        title: "Leerstand: Wer hat ein Register, das lebt?", host: "Dirk, Attendorn", kind: .help,
        wishes: 11),
    .init(
        title: "Fachkräfte gewinnen ohne Großstadtgehalt", host: "Anna, Iserlohn", kind: .experience,
        wishes: 13, hands: 3),
    .init(
        title: "Hitzeschutz: Schatten für den Marktplatz", host: "Miriam, Soest", kind: .question,
        wishes: 7),
    .init(
        title:
            "Interkommunale Zusammenarbeit bei der Vergabe von Straßenbauleistungen: Wer bündelt, wer haftet?",
        host: "Maximiliane-Friederike, Nachrodt-Wiblingwerde",
        kind: .input,
        wishes: 0
    ),
    .init(title: "Glasfaser ist da, und nun?", host: "Ralf, Eslohe", kind: .question, wishes: 1),
]

func rows(
    _ renderer: Renderer, _ language: Language, countsAreShown: Bool = true, mark: (Int) -> WishMark
) -> Markup {
    Markup(
        topics.enumerated().map { index, topic in
            renderer.markup(
                TopicRow(
                    gathering: "7f3k", id: "\(index + 1)", title: topic.title, host: topic.host,
                    kind: topic.kind, wishCount: countsAreShown ? topic.wishes : nil,
                    handCount: countsAreShown ? topic.hands : 0, mark: mark(index), act: "act-\(index + 1)"),
                in: language
            )
        }
    )
}

func topicSamples(_ renderer: Renderer, in language: Language) -> [Sample] {
    let countdown = Countdown.minutes(4, of: 15, end: Instant(milliseconds: 1_795_513_200_000))
    let open = WishWindow.State.open(until: "10:40", countdown: countdown)
    var closed = WishWindow(.closed)
    closed.late = LateWishes(count: 3, withdrawnCount: 1)
    var weighed = TopicsPage(
        frame(.topics), window: closed,
        rows: rows(renderer, language) { .closed(isMine: $0 < 2, isLate: $0 == 1) },
        topicCount: topics.count, ownWishCount: 2, mayPropose: false)
    weighed.ownLate = LateWishes(count: 1, withdrawnCount: 2)
    let simple = rows(renderer, language) { .simple(isMine: [0, 1, 3].contains($0)) }
    return [
        Sample(
            "topics-open",
            TopicsPage(
                frame(.topics, note: "38 da"), window: WishWindow(open), rows: simple,
                topicCount: topics.count, ownWishCount: 3)
        ),
        Sample(
            "topics-weighted-blind",
            TopicsPage(
                frame(.topics, note: "38 da"),
                window: WishWindow(open, isBlind: true, voterCount: 31, isWeighted: true),
                rows: rows(renderer, language, countsAreShown: false) { .weighted($0 % 4) },
                topicCount: topics.count, ownWishCount: 5)
        ),
        Sample(
            "topics-before",
            TopicsPage(
                frame(.topics), window: WishWindow(.notYet),
                rows: rows(renderer, language, countsAreShown: false) { _ in .closed(isMine: false) },
                topicCount: topics.count, ownWishCount: 0)
        ),
        Sample(
            "topics-closed",
            TopicsPage(
                frame(.topics), window: WishWindow(.closed),
                rows: rows(renderer, language) { .closed(isMine: $0 == 1) }, topicCount: topics.count,
                ownWishCount: 1, mayPropose: false)
        ),
        Sample("topics-late", weighed),
        Sample(
            "topics-empty",
            TopicsPage(
                frame(.topics), window: WishWindow(.notYet), rows: Markup([]), topicCount: 0,
                ownWishCount: 0)
        ),
        Sample(
            "topic-row-simple",
            TopicRow(
                gathering: "7f3k", id: "1", title: "Bauhof", host: "Bernd, Balve", kind: .input,
                wishCount: 3, handCount: 2, mark: .simple(isMine: true), act: "a"),
            isWhole: false
        ),
        Sample(
            "topic-row-weighted",
            TopicRow(
                gathering: "7f3k", id: "1", title: "Bauhof", host: "Bernd, Balve", kind: .help,
                wishCount: nil, mark: .weighted(2), act: "a"),
            isWhole: false
        ),
        Sample(
            "topic-row-closed",
            TopicRow(
                gathering: "7f3k", id: "1", title: "Bauhof", host: "", kind: nil, wishCount: 0,
                mark: .closed(isMine: false), act: "a"),
            isWhole: false
        ),
    ]
}
