"""The client that measures: it hears whole frames, however the network cuts them."""
import pytest

from streams import Chunks, Frame

HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
STATE = b'id: 7-42-1\nretry: 2000\ndata: {"numbers":{"people":{"here":3},"wishes":{"7":12}},"stamps":{"page":"a"},"time":5}\n\n'
BEAT = b"event: heartbeat\ndata: 5\n\n"
RELOAD = b'data: {"reload":true}\n\n'


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def heard(pieces):
    chunks, events, has_ended = Chunks(), [], False
    for piece in pieces:
        new, ended = chunks.take(piece)
        events += new
        has_ended = has_ended or ended
    return events, has_ended, chunks.status


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 10_000])
def test_frames_come_out_whole_however_they_are_cut(size):
    answer = HEAD + chunk(STATE) + chunk(BEAT + RELOAD) + chunk(STATE[:20]) + chunk(STATE[20:])
    pieces = [answer[at:at + size] for at in range(0, len(answer), size)]
    events = [STATE.strip(), BEAT.strip(), RELOAD.strip(), STATE.strip()]
    assert heard(pieces) == (events, False, 200)


def test_the_last_chunk_ends_the_stream():
    assert heard([HEAD + chunk(BEAT) + b"0\r\n\r\n"]) == ([BEAT.strip()], True, 200)


def test_a_refusal_is_known_by_its_status():
    chunks = Chunks()
    chunks.take(b"HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n")
    assert chunks.status == 409


def test_a_state_tells_its_position_and_its_numbers():
    frame = Frame(STATE.strip())
    assert (frame.kind, frame.id, frame.position, frame.wishes, frame.stamps) == (
        "state", "7-42-1", 42, {"7": 12}, {"page": "a"})


def test_heartbeats_and_farewells_are_no_states():
    assert [Frame(text.strip()).kind for text in (BEAT, RELOAD, b"event: mine\ndata: abcdefgh\n\n")] == ["heartbeat", "reload", "mine"]
