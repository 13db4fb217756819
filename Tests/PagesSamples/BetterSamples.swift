import Domain
import Pages

let nearSwaps = [
    NearSwap(
        session: "14", title: "Coworking auf dem Land", revision: 3, otherTitle: "Bauhof: ein Fuhrpark",
        price: NamedPrice(
            slot: "3", room: "3", place: "13:15, Turmstube", price: .swap(with: "13", cost: 1))),
    NearSwap(
        session: "20", title: "Glasfaser ist da, und nun?", revision: 3, otherTitle: nil,
        price: NamedPrice(
            slot: "5", room: "4", place: "15:15, Gewölbe", price: .move(cost: 2), missingSeats: 3)),
    NearSwap(
        session: "9", title: long, revision: 3, otherTitle: "Hitzeschutz: Schatten für den Marktplatz",
        price: NamedPrice(slot: "4", room: "1", place: "14:15, Rittersaal", price: .swap(with: "16", cost: 2))
    ),
]

let betterBoard = BetterBoard(
    steps: [
        BetterStep(
            moves: [
                SessionMove(title: "Ratsarbeit ohne Papier", from: "15:15, Rittersaal", to: "11:30, Erker")
            ],
            wishesGained: 3, address: "21.2.5"),
        BetterStep(
            moves: [
                SessionMove(title: "Hitzeschutz", from: "14:15, Rittersaal", to: "11:30, Rittersaal"),
                SessionMove(
                    title: "KI in der Verwaltung", from: "11:30, Rittersaal", to: "14:15, Rittersaal"),
            ],
            wishesGained: 6, seatsGained: -2, address: "16.2.1_6.4.1"),
        BetterStep(
            moves: [
                SessionMove(title: long, from: nil, to: "15:15, Turmstube"),
                SessionMove(
                    title: "Starkregen: Wer warnt wen?", from: "15:15, Turmstube", to: "15:15, Gewölbe"),
                SessionMove(title: "Stadtlabor: Wie fange ich an?", from: "14:15, Kaminzimmer", to: nil),
            ],
            wishesGained: 5, seatsGained: 4, mends: true, address: "30.5.3_23.5.4_17"),
    ],
    whole: BetterStep(
        moves: [
            SessionMove(title: "Ratsarbeit ohne Papier", from: "15:15, Rittersaal", to: "11:30, Erker"),
            SessionMove(title: "Hitzeschutz", from: "14:15, Rittersaal", to: "11:30, Rittersaal"),
            SessionMove(title: "KI in der Verwaltung", from: "11:30, Rittersaal", to: "14:15, Rittersaal"),
        ],
        wishesGained: 9, address: "21.2.5_16.2.1_6.4.1"),
    revision: 12)
