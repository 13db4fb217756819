"""What a documentation tells, read from its page, from its Markdown and from its data: each says the same, or it fails."""
import itertools
import json
import re

from dom import parse

LABELS = {
    "startingPoint": "Ausgangslage", "keyPoints": "Drei Kernaussagen", "questions": "Offene Fragen",
    "solutions": "Lösungen und Ideen", "links": "Links", "goingOn": "Wer macht weiter?", "steps": "Nächste Schritte",
}


def everything(server, reader, path):
    """By the command beside the running server, and by the page: six times the same facts."""
    told = []
    for form, ending, read in (("json", ".json", of_json), ("markdown", ".md", of_markdown), ("html", "", of_html)):
        done = server.run("export", "--as", form)
        assert done.returncode == 0, done.stderr
        _, _, served = reader.ask("GET", f"{path}/documentation{ending}")
        told += [(f"{form}, exported", read(done.stdout)), (f"{form}, served", read(served))]
    first = told[0][1]
    for name, other in told[1:]:
        for chapter in first:
            assert other[chapter] == first[chapter], f"{chapter} in {name}"
    return first


def of_json(text):
    told = json.loads(text)
    return {
        "title": told["title"], "people": told["people"]["count"], "funding": told["funding"],
        "sessions": {session["title"]: of_record(session.get("record", {})) for session in told["sessions"]},
        "board": {session["title"]: (session["start"].lstrip("0"), session["room"])
                  for session in told["sessions"] if session.get("room")},
        "questions": [line for session in told["sessions"] for line in session.get("record", {}).get("questions", [])],
        "groups": {group["title"]: of_group(group) for group in told["groups"]},
        "words": {word["text"]: word["count"] for word in told.get("feedback", {}).get("words", [])},
        "sentences": told.get("feedback", {}).get("sentences", []),
        "parked": [parked["title"] for parked in told["parked"]],
    }


def of_record(record):
    sections = {}
    for name, label in LABELS.items():
        said = record.get(name) or []
        if name == "steps":
            told = [" ".join(filter(None, (step["what"], step["who"], step["until"]))) for step in said]
            said = [without_commas(line, label) for line in told]
        if said := said.splitlines() if isinstance(said, str) else said:
            sections[label] = said
    return sections


def of_group(group):
    people = "1 Mensch" if group["people"] == 1 else f"{group['people']} Menschen"
    towns = ", ".join(f"{town['name']} ({town['people']})" if town["people"] > 1 else town["name"] for town in group["towns"])
    named = f" Mit dabei: {' · '.join(group['named'])}" if group["named"] else ""
    return (f"{people} aus {towns}." if towns else people) + named


def of_html(text):
    dom = parse(text).one("main")
    board = dom.find(id="board")
    return {
        "title": dom.one("p", "doc-address").text.split(",")[0], "people": people_in(dom.one("p", "doc-lead").text),
        "funding": [line.text for funding in dom.all("ul", "doc-funding") for line in funding.all("li")],
        "sessions": {session.one("h3").text: sections_of(session) for session in dom.all("article", "doc-session")},
        "board": {cell.one("a").text: (row.one("th").text, cell.one("span", "doc-room").text)
                  for row in (board.one("tbody").all("tr") if board else [])
                  for cell in row.all("td") if cell.find("a")},
        "questions": [line.all("p")[0].text for line in rows(dom, "questions")],
        "groups": {line.one("b").text: line.all("p")[1].text for line in rows(dom, "groups")},
        "words": {line.one("b").text: int(line.one("span", "tnum").text)
                  for words in dom.all("ul", "doc-words") for line in words.all("li")},
        "sentences": [line.text for said in dom.all("ul", "doc-sentences") for line in said.all("li")],
        "parked": [line.one("b").text for line in rows(dom, "parked")],
    }


def rows(dom, chapter):
    section = dom.find(id=chapter)
    return section.one("ul", "doc-list").all("li") if section else []


def sections_of(session):
    return {
        section.one("h4").text: [without_commas(line.text, section.one("h4").text)
                                 for line in section.all("li") or section.all("p")]
        for section in session.all("div", "doc-section")}


def of_markdown(text):
    chapters = split(text, "## ")
    outcome = split(chapters.get("Was herauskam", ""), "### ")
    lead = text.split("\n\n")[1]
    words = [line.rsplit(": ", 1) for line in listed(chapters.get("In vier Worten", "")) if re.search(r": \d+$", line)]
    return {
        "title": plain(text.strip().splitlines()[-2].split(",")[0]), "people": people_in(plain(lead)),
        "funding": list(funding_in(text)),
        "sessions": {
            title: {label: [without_commas(line, label) for line in listed(said)]
                    for label, said in split(session, "#### ").items()}
            for title, session in outcome.items()},
        "board": of_table(chapters.get("Der Sessionplan", ""), set(outcome)),
        "questions": [re.sub(r" \(aus „.*“\)$", "", line) for line in listed(chapters.get("Offene Fragen", ""))],
        "groups": dict(bold(chapters.get("Wer weitermacht", ""))),
        "words": {word: int(count) for word, count in words},
        "sentences": [line for line in listed(chapters.get("In vier Worten", "")) if not re.search(r": \d+$", line)],
        "parked": [title for title, _ in bold(chapters.get("Geparkte Themen", ""))],
    }


def split(text, mark):
    """What stands under each heading of a level, by the heading."""
    parts = re.split(rf"^{re.escape(mark)}(.*)$", text, flags=re.MULTILINE)
    return {plain(parts[index]): parts[index + 1] for index in range(1, len(parts), 2)}


def listed(text):
    return [plain(re.sub(r"(?<!\\)\*\*", "", line[2:])) for line in text.splitlines() if line.startswith("- ")]


def bold(text):
    """Points that begin with something bold: that, and what is said of it."""
    found = (re.match(r"- \*\*(.*?)(?<!\\)\*\*(?:: (.*))?$", line) for line in text.splitlines())
    return [(plain(point.group(1)), plain(point.group(2) or "")) for point in found if point]


def of_table(text, sessions):
    table = [[plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
             for line in text.splitlines() if line.startswith("|") and " --- " not in line]
    return {title: (row[0], room) for row in table[1:] for room, title in zip(table[0][1:], row[1:]) if title in sessions}


def funding_in(text):
    """What is bold and alone, just before the address."""
    blocks = reversed(text.split("\n\n")[:-1])
    said = itertools.takewhile(lambda block: re.fullmatch(r"\*\*[^\n]*\*\*", block), blocks)
    return reversed([plain(block.removeprefix("**").removesuffix("**")) for block in said])


def plain(text):
    text = re.sub(r"^<(.*)>$", r"\1", text)
    text = re.sub(r"\\(.)", r"\1", text)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("\u00a0", " ")):
        text = text.replace(name, sign)
    return text.strip()


def without_commas(line, label):
    """What, who, until: the page sets them apart in its own way."""
    return line.replace(", ", " ") if label == LABELS["steps"] else line


def people_in(lead):
    return int(re.match(r"\d+", lead).group())
