"""Altena, whose money it is: the funders' own words stand on everything that leaves the house."""
import re

import paper
import telling
from altena_harvest import OFFERS, QUOTE, SAID, TOWNS

EU = ("Gefördert durch die Europäische Union (EFRE) und das Ministerium für Wirtschaft, Industrie, Klimaschutz und Energie "
      "des Landes Nordrhein-Westfalen")
SPONSORS = "Mit Unterstützung der Sparkasse an Volme und Ruhr"

SHEETS = ("board", "join", "cards", "records", "codes")


def assert_on_the_wall(projector, where):
    # In one look: the wall is exchanged whenever it has something new to show.
    text, bottom = projector.locator("#stage").evaluate(
        "stage => [stage.innerText, [...stage.querySelectorAll('.stage-funding')].at(-1)?.getBoundingClientRect().bottom]")
    text = paper.together(text)
    assert EU in text and SPONSORS in text, f"{where}: {text}"
    assert 0 < bottom <= 1080, f"{where}: the last line is below the wall"


def assert_on_every_page(hall, topics):
    """As strangers, people and helpers read it, in both languages."""
    session, offer = topics[hall.written], next(iter(hall.offers.values()))
    everybody = ("/board", "/plan", "/topics", f"/proposals/{session}", f"/records/{session}", "/documentation", "/join",
                 "/feedback", "/print", f"/proposals/{offer}/group", "/imprint", "/privacy", "/accessibility",
                 *(f"/print?what={sheet}" for sheet in SHEETS if sheet != "codes"))
    inside = ("", "/people", "/profile", "/departure", f"/records/{session}/writing", f"/records/{session}/history")
    projector = next(person for person in hall.people if person.name == "projector")
    lacking = []
    for visitor, paths in (
            (hall.visitor("a stranger"), everybody), (hall.people_of_topics[0], everybody + inside),
            (hall.organiser, (*everybody, "/print?what=codes")), (projector, ("/projector", "/projector?theme=dark"))):
        for path in paths:
            for language in ("de", "en"):
                visitor.cookies["lang"] = language
                page = visitor.get(f"{hall.path}{path}")
                assert page.status == 200, (visitor.name, path)
                text = page.dom.one("body").text
                lacking += [f"{visitor.name} {path} {language}" for line in (EU, SPONSORS) if line not in text]
        del visitor.cookies["lang"]
    assert lacking == []


def assert_on_every_sheet(tablet, hall, tmp_path):
    """On each sheet of paper, for they go to different walls; and no sheet holds nothing but that."""
    for sheet in SHEETS:
        tablet.goto(f"{hall.path}/print?what={sheet}")
        pdf = tmp_path / f"{sheet}.pdf"
        tablet.pdf(path=pdf, prefer_css_page_size=True)
        pages = paper.sheets(pdf)
        assert len(pages) == {"cards": 2, "records": len(hall.placed)}.get(sheet, 1), (sheet, pages)
        for words in pages:
            assert EU in words and SPONSORS in words, f"{sheet}: {words}"


def assert_ready_for_the_press(hall, screens, tmp_path):
    """What a newspaper asks for: who, what, when, where, by whom, what came of it, and one sentence to quote."""
    page = screens.open("tablet")
    page.goto(f"{hall.path}/documentation")
    facts = paper.together(page.locator("#facts").inner_text())
    for wanted in ("21. Runder Tisch: Willkommen in Südwestfalen", "Burg Holtzbrinck", "Südwestfalen Agentur (Veranstaltung)",
                   "Altena", "Balve", "Barcamp"):
        assert wanted in facts, facts
    course = paper.together(page.locator("#course").inner_text())
    for item in ("Begrüßung durch die Stadt", "Angebote zum Mitmachen", "Impuls: Storytelling für Kommunen"):
        assert item in course, course
    said = [*SAID.values(), QUOTE, *OFFERS, EU, SPONSORS]
    assert page.locator("h1").inner_text() == "Was vom Tag in Altena bleibt"
    for engine in (screens.chromium, screens.firefox):
        pdf = tmp_path / f"{engine.browser_type.name}.pdf"
        text = paper.print_report(screens, engine, f"{hall.path}/documentation", pdf, said)
        assert "Autobahn" not in text and "@" not in text and "noch nicht zu Ende" not in text


def assert_exported_with_it(hall):
    told = telling.everything(hall.server, hall.visitor("a stranger"), hall.path)
    assert told["funding"] == [EU, SPONSORS] and told["sentences"] == [QUOTE]
    wanted = told["groups"][next(iter(OFFERS))]
    assert wanted.startswith("4 Menschen aus ") and sorted(re.findall(r"\w+(?=[,.])", wanted)) == list(TOWNS), wanted
    assert set(OFFERS) < set(told["parked"])
