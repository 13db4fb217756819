import Domain
import Pages

private func page(_ count: Int, _ change: (inout GroupPage) -> Void = { _ in }) -> GroupPage {
    var page = GroupPage(
        frame(.beside), topic: "3", title: "Leerstand: Wer hat ein Register, das lebt?", count: count,
        towns: count == 0 ? [] : ["Attendorn", "Hemer\u{A0}(2)", "Nachrodt-Wiblingwerde"], act: "act-1")
    page.conveners = ["Dirk, Attendorn"]
    change(&page)
    return page
}

private let members = [
    GroupMember(
        id: "dirk", name: "Dirk", town: "Attendorn",
        contact: GroupContact(.email, "dirk@stadtverwaltung.attendorn.example")),
    GroupMember(
        id: "max", name: "Maximiliane-Friederike", town: "Nachrodt-Wiblingwerde",
        contact: GroupContact(.phone, "02352 1234-567")),
    GroupMember(
        id: "anna", name: "Anna", town: "Hemer", contact: GroupContact(.email, "anna+leer@hemer.example"),
        isMe: true),
    GroupMember(id: "tom", name: nil, town: "Hemer"),
    GroupMember(id: "eva", name: "Eva", town: nil, contact: GroupContact(.other, "im Bauhof, dienstags")),
    GroupMember(
        id: "leyla", name: "Leyla", town: "Siegen", contact: GroupContact(.email, "leyla@siegen.example")),
]

private func own(_ change: (inout OwnConsent) -> Void = { _ in }) -> OwnConsent {
    var own = OwnConsent(
        id: "anna", contact: GroupContact(.email, "anna+leer@hemer.example"), audience: "group",
        until: "21.\u{A0}November 2027", mayBeNamed: true)
    change(&own)
    return own
}

func groupSamples(_ words: Phrases) -> [Sample] {
    var refused = ConsentFields(
        kind: "phone", contact: "frag im Rathaus", audience: "organisers", until: "2031-01-01",
        mayBeNamed: true, conveners: ["Dirk, Attendorn"])
    refused.contactRefused = words["refused.noPhoneNumber"]
    refused.untilRefused = words(
        "refused.dateOutOfRange", ["from": "21.\u{A0}November 2026", "to": "21.\u{A0}November 2028"])
    return [
        Sample(
            "group-stranger",
            page(4) {
                $0.isStranger = true; $0.conveners = []
            }),
        Sample(
            "group-join",
            page(0) { $0.fields = ConsentFields(until: "2027-11-21", conveners: ["Dirk, Attendorn"]) }),
        Sample(
            "group-refused",
            page(4) {
                $0.fields = refused
                $0.refused = words["refused.notOpenAnyMore"]
            }),
        Sample(
            "group-member",
            page(6) {
                $0.own = own()
                $0.members = members
                $0.said = .saved
            }),
        Sample(
            "group-convener",
            page(6) {
                $0.isConvener = true
                $0.members = members.map { member in
                    var other = member
                    other.isMe = false
                    return other
                }
            }),
        Sample("group-left", page(3) { $0.said = .left }),
        Sample(
            "group-handed",
            page(6) {
                $0.own = own {
                    $0.audience = "convener"
                    $0.newConveners = ["Leyla, Siegen"]
                }
                $0.members = members
                $0.conveners = ["Leyla, Siegen", "Tom, Hemer"]
                $0.mayTakeBack = true
                $0.said = .handed
            }),
        Sample(
            "group-without-host",
            page(1) {
                $0.own = own {
                    $0.contact = nil
                    $0.mayBeNamed = false
                }
                $0.members = [members[2]]
                $0.conveners = []
                $0.mayTakeOver = true
                $0.notPlaced = words["topic.withdrawn"]
                $0.said = .revoked
            }),
        Sample(
            "group-empty",
            page(0) {
                $0.isConvener = true
                $0.members = []
            }),
    ]
}

func consoleGroupSamples(_ words: Phrases) -> [Sample] {
    var first = ConsoleGroup(
        topic: "3", title: "Leerstand: Wer hat ein Register, das lebt?", count: 6,
        towns: ["Attendorn", "Hemer\u{A0}(2)", "Nachrodt-Wiblingwerde"], conveners: ["Dirk, Attendorn"])
    first.members = Array(members.prefix(2))
    var second = ConsoleGroup(
        topic: "4", title: "Glasfaser ist da, und nun?", count: 1, towns: [], conveners: [])
    second.notPlaced = words["topic.withdrawn"]
    return [
        Sample(
            "console-groups", ConsoleGroupsPage(consoleFrame(.groups, .running), groups: [first, second])),
        Sample("console-groups-empty", ConsoleGroupsPage(consoleFrame(.groups, .planning), groups: [])),
    ]
}

var sampleGroupLine: GroupLine {
    GroupLine(gathering: "7f3k", topic: "2", count: 3, towns: ["Balve", "Hemer\u{A0}(2)"])
}

var sampleOwnGroups: [OwnGroup] {
    [
        OwnGroup(
            gathering: "7f3k", topic: "3", title: "Leerstand: Wer hat ein Register, das lebt?", own: own(),
            count: 6, act: "act-1-3"),
        OwnGroup(
            gathering: "7f3k", topic: "5", title: "Bauhof: ein Fuhrpark für drei Gemeinden", own: nil,
            count: 0, act: "act-1-5"),
    ]
}
