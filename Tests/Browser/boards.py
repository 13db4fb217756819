"""Reads the board off every screen: title to start and room, however the screen draws it."""
import re

from dom import parse


def of_grid(dom):
    """The table of the console, of the public board and of the printed sheet."""
    board = {}
    table = dom.one("table", "grid") if dom.find("table", "grid") else dom.one("table", "sheet-grid")
    rooms = [head.one("b").text for head in table.one("thead").all("th") if head.find("b")]
    for row in table.all("tr", "slot"):
        start = row.one("th").all("b")[0].text
        for index, cell in enumerate(row.all("td")):
            room = cell.find("span", "cell-room")
            title = cell.heading or cell.find("p", "sheet-title")
            if title:
                board[title.text] = (start, room.text if room else rooms[index])
    return board


def of_list(dom):
    """The phone's list of slots."""
    return {
        session.heading.text: (slot.one("span", "slot-time").text, session.one("p", "where").one("b").text)
        for slot in dom.all("section", "slot") for session in slot.all("div", "session")}


def of_stage(dom):
    """The projector's pages, one for each slot."""
    board = {}
    for page in dom.all("section", "stage-slot"):
        start = re.match(r"\d+:\d\d", page.heading.text).group()
        for row in page.all("li"):
            if title := row.find("span", "slot-title"):
                board[title.text] = (start, row.all("b")[0].text)
    return board


def wishes_of_grid(dom):
    """Title to what stands under it: voices, or voices on seats when they are too many."""
    counts = {}
    for session in dom.one("table", "grid").all("div", "session"):
        if too_many := session.find("span", "too-many"):
            counts[session.heading.text] = int(re.search(r"\d+", too_many.text).group())
        else:
            hands = session.find("span", "hands-note")
            counts[session.heading.text] = int(session.one("span", "count").text) + (
                int(re.search(r"\d+", hands.text).group()) if hands else 0)
    return counts


def quality(dom):
    """How many wishes come true, of how many, and the whole sentence."""
    line = dom.one("div", "board-quality", id="quality")
    numbers = [int(number) for number in re.findall(r"\d+", line.one("b").text)]
    return numbers[0], numbers[1], line.one("p").text if len(line.all("p")) == 1 else line.all("p")[0].text


def sessions(dom):
    """The console's fields: title to the ids of session, slot and room, and the revision that was seen."""
    return {
        cell.heading.text: (cell["data-session"], cell["data-slot"], cell["data-room"], cell["data-seen"])
        for cell in dom.one("table", "grid").all("td") if cell.get("data-session") and cell.heading}


def read(markup):
    return of_grid(parse(markup))
