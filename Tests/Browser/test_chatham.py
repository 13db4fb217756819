"""What was said may be told on, who said it may not: every byte that leaves the house, and every file on the disk."""
import http.client

import pytest

from halls import Person
from recording import run_a_session

HOST = Person("Zwetlana", "Zwergenhausen", "#Zwiebel")
GUEST = Person("Xenokrates", "Xylophonheim")
# Written into the fields that ask for somebody; on the pages of those inside they stand until the rule is set.
WRITTEN = {"goingOn": "Quendolin aus Quarkdorf", "paperAuthor": "Paulander"}
NAMES = ["Zwetlana", "Zwergenhausen", "Zwiebel", "Xenokrates", "Xylophonheim", "Quendolin", "Quarkdorf", "Paulander"]


@pytest.fixture
def session(hall):
    """In a gathering that names everybody to everybody, so that only the rule can keep a name back."""
    hall.show_names()
    return run_a_session(hall, (HOST, GUEST))


def write(hall, visitor, session, **values):
    visitor.get(f"{hall.path}/records/{session}/writing")
    page = visitor.act(f"/records/{session}/writing", **values)
    assert page.status == 200, page.text


def release(hall, visitor, session):
    visitor.get(f"{hall.path}/records/{session}")
    return visitor.act(f"/records/{session}/release")


def outputs(hall, session):
    """Everything that somebody without a seat can ask for, as it came."""
    stranger = hall.visitor("a stranger")
    paths = ["", "/board", "/topics", f"/proposals/{session}", f"/records/{session}", f"/records/{session}?released",
             f"/records/{session}/history", f"/records/{session}/writing", "/print", "/print?what=board",
             "/print?what=cards", "/print?what=records", f"/print?what=records&session={session}", "/people",
             "/projector", "/me"]
    for path in paths:
        for language in ("de", "en"):
            status, headers, text = stranger.ask("GET", f"{hall.path}{path}", headers={"Accept-Language": language})
            yield f"{path or '/'} ({language}, {status})", f"{headers}\n{text}"


def first_frame(hall, screen):
    """What the live stream of a page says first to somebody whose position is not known: everything."""
    connection = http.client.HTTPConnection(hall.server.address.removeprefix("http://"), timeout=20)
    connection.request("GET", f"{hall.path}/live?screen={screen}&after=elsewhere-1")
    answer = connection.getresponse()
    lines = []
    while not lines or not (lines[-1].startswith("data:") and "{" in lines[-1]):
        lines.append(answer.readline().decode())
    connection.close()
    return "".join(lines)


def named(text):
    return [name for name in NAMES if name in text]


def test_without_the_rule_the_board_names_who_hosts(hall, session):
    write(hall, hall.guests[0], session, solutions="Jeden Monat zählen.", **WRITTEN)
    release(hall, hall.guests[0], session)

    texts = dict(outputs(hall, session))
    for path in ("/board", f"/proposals/{session}", f"/records/{session}", "/print?what=board", "/print?what=cards"):
        assert "Zwetlana" in named(texts[f"{path} (de, 200)"]), path
    assert {"Quendolin", "Quarkdorf"} <= set(named(texts[f"/records/{session} (de, 200)"]))
    assert "Zwetlana" in named(first_frame(hall, "board"))


def test_under_the_rule_no_output_names_anybody(hall, session, server):
    write(hall, hall.guests[0], session, solutions="Jeden Monat zählen.", **WRITTEN)
    write(hall, hall.guests[1], session, questions="Wer zahlt?", chatham="1")
    page = release(hall, hall.guests[0], session)
    assert "freigegeben" in page.text

    texts = dict(outputs(hall, session))
    assert {name: named(text) for name, text in texts.items() if named(text)} == {}
    assert any("Jeden Monat zählen" in text for text in texts.values())
    assert named(first_frame(hall, "board")) == []


def test_a_name_in_the_text_holds_the_release_back_until_it_is_changed(hall, session):
    write(hall, hall.guests[0], session, solutions="Das Rad des Xenokrates.", chatham="1")
    page = hall.guests[0].get(f"{hall.path}/records/{session}")
    assert "Xenokrates" in page.dom.one(cls="record-names").text
    # Sent by somebody who did not look at the names.
    hall.guests[0].send(page.form("/release"), confirmed="")
    assert "wartet auf einen Blick" in hall.guests[0].get(f"{hall.path}/records/{session}").text
    assert not any("Das Rad des" in text for _, text in outputs(hall, session))

    write(hall, hall.guests[0], session, solutions="Das Rad der Stadt.")
    release(hall, hall.guests[0], session)
    texts = [text for _, text in outputs(hall, session)]
    assert any("Das Rad der Stadt" in text for text in texts)
    assert not any("Xenokrates" in text for text in texts)


def test_neither_the_journal_nor_its_backup_holds_a_name(hall, session, server, tmp_path):
    write(hall, hall.guests[0], session, solutions="Jeden Monat zählen.", paperAuthor="Paulander", chatham="1")
    release(hall, hall.guests[0], session)
    backup = tmp_path / "backup.journal"
    done = server.run("backup", "-o", backup)
    assert done.returncode == 0, done.stderr

    files = [path for path in sorted((server.folder / "data").rglob("*")) if path.is_file()]
    files += sorted(tmp_path.glob("backup.journal*"))
    assert sum("journal" in path.name for path in files) > 2
    for path in files:
        data = path.read_bytes()
        found = [name for name in NAMES if name.encode() in data or name.encode("utf-16-le") in data]
        assert not found, f"{found} in {path.name}"
    assert any("Jeden Monat zählen".encode() in path.read_bytes() for path in files)
