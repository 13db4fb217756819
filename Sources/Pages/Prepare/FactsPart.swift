import Domain

/// The form of facts and rules.
struct FactsPart: Part {
    let facts: FactsForm
    let kit: FormKit
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "save": .part(frame.act(words["prepare.save"], .facts))
        case "titleField":
            .part(kit.input("title", words["facts.title"], facts.title, isRequired: true, lengthMax: 120))
        case "factFields": .parts(fields(words))
        case "factSelects": .parts(selects(words))
        case "toneChoices": .part(kit.tone(facts.tone, words))
        case "problems":
            .maybe(Problems(of: self, ["titleField", "factFields", "factSelects", "ruleFields"], words))
        default: rules(name, words)
        }
    }

    private func fields(_ words: Phrases) -> [Input] {
        let optional = words["prepare.optional"]
        return [
            kit.input("date", words["facts.date"], facts.date, kind: .date, isRequired: true),
            kit.input("venue", words["facts.venue"], facts.venue, lengthMax: 120),
            kit.input("address", words["facts.address"], facts.address, hint: optional, lengthMax: 200),
            kit.input("series", words["facts.series"], facts.series, hint: optional, lengthMax: 120),
            kit.input(
                "edition", words["facts.edition"], facts.edition, hint: optional, kind: .number,
                lengthMax: 5),
            kit.input(
                "funders", words["facts.funders"], facts.funders, hint: words["facts.fundersHint"],
                lengthMax: 400),
            kit.input(
                "sponsors", words["facts.sponsors"], facts.sponsors, hint: optional, lengthMax: 400),
        ]
    }

    private func selects(_ words: Phrases) -> [Select] {
        [
            kit.select(
                "hostTown", words["facts.hostTown"],
                [SelectOption("", words["facts.noTown"])] + facts.towns, chosen: facts.hostTown),
            kit.form(facts.form, words),
        ]
    }

    private func rules(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "weightChoices":
            .part(
                kit.radios(
                    "wishWeightMax",
                    words["rules.weight"],
                    [
                        SelectOption("1", words["rules.weightOne"]),
                        SelectOption("3", words["rules.weightThree"]),
                    ],
                    chosen: "\(facts.wishWeightMax)"
                )
            )
        case "admissionChoices":
            .part(
                kit.radios(
                    "admission",
                    words["rules.admission"],
                    [
                        SelectOption("all", words["rules.admissionAll"]),
                        SelectOption("top", words["rules.admissionTop"]),
                        SelectOption("plenum", words["rules.admissionPlenum"]),
                    ],
                    chosen: facts.admission.rawValue
                )
            )
        case "ruleFields":
            .parts([
                kit.input(
                    "admissionCount", words["rules.admissionCount"], facts.admissionCount,
                    hint: words["rules.admissionCountHint"], kind: .number, lengthMax: 3),
                kit.input(
                    "pitchSeconds", words["rules.pitchSeconds"], facts.pitchSeconds, kind: .number,
                    lengthMax: 3),
                kit.input(
                    "slotMinutes", words["rules.slotMinutes"], facts.slotMinutes, kind: .number,
                    lengthMax: 3),
                kit.input(
                    "changeOverMinutes", words["prepare.changeOver"], facts.changeOverMinutes,
                    kind: .number, lengthMax: 3),
                kit.input(
                    "graceMinutes", words["rules.grace"], facts.graceMinutes, hint: words["rules.graceHint"],
                    kind: .number, lengthMax: 2),
            ])
        case "switches": .part(switches(words))
        default: nil
        }
    }

    private func switches(_ words: Phrases) -> ChoiceGroup {
        ChoiceGroup(
            words["rules.more"],
            choices: [
                check("isBlind", words["rules.blind"], words["rules.blindDetail"], facts.isBlind),
                check(
                    "showsNamesToEveryone", words["rules.names"], words["rules.namesDetail"],
                    facts.showsNamesToEveryone),
                check(
                    "isInArchive", words["rules.archive"], words["rules.archiveDetail"], facts.isInArchive),
            ])
    }

    private func check(_ name: String, _ label: String, _ detail: String, _ isOn: Bool) -> Choice {
        let isChosen = kit.typed.values.isEmpty ? isOn : kit.typed.values[name]?.first == "yes"
        return Choice(name, value: "yes", label: label, detail: detail, isChosen: isChosen)
    }
}

extension FormKit {
    func tone(_ tone: Facts.Tone, _ words: Phrases) -> ChoiceGroup {
        radios(
            "tone",
            words["facts.tone"],
            [
                SelectOption(Facts.Tone.du.rawValue, words["facts.toneDu"]),
                SelectOption(Facts.Tone.sie.rawValue, words["facts.toneSie"]),
            ],
            chosen: tone.rawValue
        )
    }

    func form(_ form: Facts.Form, _ words: Phrases) -> Select {
        select(
            "form", words["facts.form"],
            Facts.Form.allCases.map { SelectOption($0.rawValue, $0.name(words)) }, chosen: form.rawValue)
    }
}

extension Facts.Form {
    func name(_ words: Phrases) -> String {
        switch self {
        case .barcamp: words["facts.barcamp"]
        case .conference: words["facts.conference"]
        case .networkMeeting: words["facts.networkMeeting"]
        case .workshop: words["facts.workshop"]
        }
    }
}
