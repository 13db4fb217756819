/// The flow from wants through sessions; what finds no seat goes through its participant's losses, of which the
/// first costs 1, the second 3 and so on: together the square of their number.
struct SeatFlow {
    /// For each unit the place of its choice, or nil.
    let chosen: [Int?]

    init(_ wants: SeatWants, _ objective: Seating.Objective) {
        var network = FlowNetwork()
        for _ in wants.units { _ = network.addNode(supply: 1) }
        let sink = network.addNode(supply: -wants.units.count)
        var seatNodes = wants.seatsLeft.map { $0.map { _ in -1 } }
        var (weights, firstArcs) = ([Int](), [Int]())
        for (node, unit) in wants.units.enumerated() {
            firstArcs.append(network.arcCount)
            for choice in unit.choices {
                if seatNodes[choice.session][choice.slot] < 0 {
                    seatNodes[choice.session][choice.slot] = network.addNode()
                }
                network.addArc(node, seatNodes[choice.session][choice.slot])
                weights.append(choice.weight)
            }
        }

        // Each person's units follow one another, so the node of the losses is that of the person before or new.
        var lossCosts = Array(repeating: 0, count: network.arcCount)
        var (participant, lossNode, number) = (-1, -1, 0)
        for (node, unit) in wants.units.enumerated() {
            if unit.participant != participant {
                (participant, lossNode, number) = (unit.participant, network.addNode(), 0)
            }
            network.addArc(node, lossNode)
            network.addArc(lossNode, sink)
            lossCosts += [0, 2 * number + 1]
            number += 1
        }
        for (session, nodes) in seatNodes.enumerated() {
            for (slot, node) in nodes.enumerated() where node >= 0 {
                network.addArc(node, sink, capacity: wants.seatsLeft[session][slot])
            }
        }

        let weight: (Int) -> Int = { $0 < weights.count ? -weights[$0] : 0 }
        let losses: (Int) -> Int = { $0 < lossCosts.count ? lossCosts[$0] : 0 }
        let flow = MinCostFlow(
            network, objectives: objective == .fairness ? [losses, weight] : [weight, losses])
        chosen = wants.units.indices.map { index in
            wants.units[index].choices.indices.first { flow.units[firstArcs[index] + $0] > 0 }
        }
    }
}
